import { ChannelType, Client, GatewayIntentBits, type Interaction, TextChannel, type ThreadChannel } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LocalDiscord } from '../../../src/playground/discord/localDiscord.ts';
import { aBot, aDiscord, requests } from './aBot.ts';

async function openThread(client: Client, discord: LocalDiscord, name = 'Quiz: Suez'): Promise<ThreadChannel> {
  const parent = await client.channels.fetch(discord.channel('general').channelId);
  if (!(parent instanceof TextChannel)) throw new Error('#general is no text channel');
  return parent.threads.create({ name, type: ChannelType.PublicThread, autoArchiveDuration: 1440 });
}

const heard = (client: Client, event: string) =>
  new Promise<ThreadChannel>((resolve) => client.once(event, (thread: ThreadChannel) => resolve(thread)));

describe('a thread', () => {
  test('is opened by discord.js, announced to it, and led to from its channel', async () => {
    const { client, discord } = await aBot();
    const announced = heard(client, 'threadCreate');
    const thread = await openThread(client, discord);
    expect(await announced).toMatchObject({ id: thread.id, name: 'Quiz: Suez', autoArchiveDuration: 1440 });
    expect(discord.channel('#Quiz: Suez').channelId).toBe(thread.id);
    expect(thread).toMatchObject({ parentId: discord.channel('general').channelId, ownerId: discord.botUserId });
    expect(discord.as('Ana').messages('#general')).toMatchObject([
      { type: 18, content: 'Quiz: Suez', message_reference: { channel_id: thread.id } },
    ]);
  });

  test('takes messages, which are not in its channel', async () => {
    const { client, discord } = await aBot();
    const thread = await openThread(client, discord);
    const sent = await thread.send('one');
    await sent.edit('two');
    expect(discord.as('Ana').messages('#Quiz: Suez')).toMatchObject([{ id: sent.id, content: 'two' }]);
    expect(
      discord
        .as('Ana')
        .messages('#general')
        .map(({ content }) => content),
    ).toEqual(['Quiz: Suez']);
  });

  test('is there for a bot that connects later', async () => {
    const first = await aBot();
    const thread = await openThread(first.client, first.discord);
    const { body } = await requests(first.discord)('GET', `/channels/${thread.id}`);
    expect(body).toMatchObject({ type: 11, parent_id: thread.parentId, thread_metadata: { archived: false } });
    const later = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: first.discord.apiUrl } });
    onTestFinished(() => later.destroy());
    const ready = new Promise((resolve) => later.once('clientReady', resolve));
    await later.login(first.discord.token);
    await ready;
    expect(later.channels.cache.get(thread.id)).toMatchObject({ name: 'Quiz: Suez', parentId: thread.parentId });
  });

  test('is where a command is used, with its channel as its parent', async () => {
    const seen: unknown[] = [];
    const answer = async (interaction: Interaction) => {
      const { channel } = interaction;
      seen.push(channel?.id, channel?.type, channel?.isThread() && channel.parentId);
      if (interaction.isChatInputCommand()) await interaction.reply('here');
    };
    const { client, discord } = await aBot(answer, { commands: [{ name: 'quiz', description: 'A quiz.' }] });
    const thread = await openThread(client, discord);
    await discord.as('Ana').type('/quiz', {}, { channel: '#Quiz: Suez' });
    expect(seen).toEqual([thread.id, ChannelType.PublicThread, thread.parentId]);
    expect(discord.as('Ben').messages(thread.id)).toMatchObject([{ content: 'here' }]);
  });

  test('that is deleted is gone with its messages, and the bot is told', async () => {
    const { client, discord } = await aBot();
    const thread = await openThread(client, discord);
    const { id } = await thread.send('one');
    const told = heard(client, 'threadDelete');
    discord.deleteChannel('#Quiz: Suez');
    expect(await told).toMatchObject({ id: thread.id });
    expect(discord.message(id)).toBeUndefined();
    await expect(thread.send('two')).rejects.toMatchObject({ code: 10003 });
  });

  test('goes with its channel', async () => {
    const { client, discord } = await aBot();
    const thread = await openThread(client, discord);
    discord.deleteChannel('general');
    await expect(thread.send('two')).rejects.toMatchObject({ code: 10003 });
  });
});

describe('permissions of a thread', () => {
  test.each<[string, 'CreatePublicThreads' | 'SendMessagesInThreads' | 'SendMessages', string]>([
    ['none is opened', 'CreatePublicThreads', 'open 50013, write nothing'],
    ['nothing is written', 'SendMessagesInThreads', 'open ok, write 50013'],
    ['everything goes on', 'SendMessages', 'open ok, write ok'],
  ])('%s without %s', async (_, permission, outcome) => {
    const { client, discord } = await aBot();
    discord.setChannelPermissions('general', '@everyone', { deny: [permission] });
    discord.setChannelPermissions('general', '@bot', { deny: [permission] });
    const thread = await openThread(client, discord).catch((error: { code: number }) => error.code);
    const opened = typeof thread === 'number' ? String(thread) : 'ok';
    const written =
      typeof thread === 'number'
        ? 'nothing'
        : await thread.send('x').then(
            () => 'ok',
            ({ code }: { code: number }) => String(code),
          );
    expect(`open ${opened}, write ${written}`).toBe(outcome);
  });

  test('are those of its channel: who cannot see that, sees no thread of it', async () => {
    const { client, discord } = await aBot();
    const thread = await openThread(client, discord);
    await thread.send('one');
    discord.setChannelPermissions('general', 'Chi', { deny: ['ViewChannel'] });
    expect(discord.as('Chi').messages(thread.id)).toEqual([]);
    expect(discord.as('Ben').messages(thread.id)).toHaveLength(1);
  });
});

describe('a thread is refused', () => {
  test.each([
    ['without a name', {}, 400, 50035],
    ['with a name of 101 characters', { name: 'x'.repeat(101) }, 400, 50035],
    ['that would be put away at another time', { name: 'x', auto_archive_duration: 61 }, 400, 50035],
  ])('%s', async (_, body, status, code) => {
    const discord = await aDiscord();
    const path = `/channels/${discord.channel('general').channelId}/threads`;
    expect(await requests(discord)('POST', path, { type: 11, ...body })).toMatchObject({ status, body: { code } });
  });

  test('in a thread', async () => {
    const { client, discord } = await aBot();
    const { id } = await openThread(client, discord);
    const answer = await requests(discord)('POST', `/channels/${id}/threads`, { name: 'x', type: 11 });
    expect(answer).toMatchObject({ status: 400, body: { code: 50024 } });
  });
});
