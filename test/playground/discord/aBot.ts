import { Client, GatewayIntentBits, type Interaction, type RESTOptions } from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  type LocalDiscord,
  type LocalDiscordOptions,
  openLocalDiscord,
} from '../../../src/playground/discord/localDiscord.ts';

/** A local Discord that is closed when the test is over. */
export async function aDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await openLocalDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

export interface Bot {
  readonly discord: LocalDiscord;
  readonly client: Client;
  /** What the bot's answers were refused with. */
  readonly refusals: unknown[];
}

export interface BotOptions extends LocalDiscordOptions {
  readonly commands?: readonly Parameters<Commands['set']>[0][number][];
  readonly intents?: readonly GatewayIntentBits[];
  readonly rest?: Partial<RESTOptions>;
}

type Commands = NonNullable<Client['application']>['commands'];

/** A real discord.js client, connected, with its commands registered, that answers everything with `answer`. */
export async function aBot(
  answer: (interaction: Interaction) => Promise<unknown> = async () => undefined,
  { commands = [], intents = [GatewayIntentBits.Guilds], rest = {}, ...options }: BotOptions = {},
): Promise<Bot> {
  const discord = await openLocalDiscord(options);
  const client = new Client({ intents: [...intents], rest: { api: discord.apiUrl, ...rest } });
  onTestFinished(async () => {
    await client.destroy();
    await discord.close();
  });
  const refusals: unknown[] = [];
  client.on('interactionCreate', (interaction) => {
    answer(interaction).catch((error: unknown) => refusals.push(error));
  });
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(discord.token);
  await ready;
  if (commands.length > 0) await client.application?.commands.set([...commands]);
  return { discord, client, refusals };
}

/** Plain requests, as any program could send them. */
export function requests(discord: LocalDiscord) {
  return async (method: string, path: string, body?: unknown, authorisation = `Bot ${discord.token}`) => {
    const response = await fetch(`${discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: authorisation, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  };
}
