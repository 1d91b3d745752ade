/** The bot that Attaché is held against: discord.js as its guide sets it up, with one constant answer. */

import { Client, GatewayIntentBits } from 'discord.js';
import { memoryUse } from './memoryUse.ts';
import { serve } from './process.ts';
import { processorMs } from './processorMs.ts';

const { BENCH_API: api = '', BENCH_TOKEN: token = '' } = process.env;

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
// An answer that came too late is counted at Discord's end.
client.on('error', () => undefined);
client.on('interactionCreate', async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'A constant', value: 'constant' }]);
  else await interaction.reply('A constant.');
});

export type BotTasks = typeof tasks;
const tasks = {
  memory: memoryUse,
  processorMs,
  /** Sends a message to each of these channels. */
  async post({ channels }: { readonly channels: readonly string[] }) {
    await Promise.all(
      channels.map(async (id) => {
        const channel = client.channels.cache.get(id);
        if (channel?.isSendable()) await channel.send('A constant.');
      }),
    );
  },
};
serve(tasks);
await client.login(token);
