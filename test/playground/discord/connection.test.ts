import { on, once } from 'node:events';
import { Client, GatewayIntentBits } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { manyGuilds } from '../../../src/playground/discord/worldSeed.ts';
import { aBot, aDiscord, requests } from './aBot.ts';

function aClient(apiUrl: string, intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds]): Client {
  const client = new Client({ intents: [...intents], rest: { api: apiUrl } });
  onTestFinished(() => client.destroy());
  return client;
}

test('a client connects and finds the club, its channels and itself', async () => {
  const { client, discord } = await aBot();
  const [guild] = client.guilds.cache.values();
  expect(guild?.name).toBe('Model UN Club');
  expect(guild?.channels.cache.map(({ name }) => name)).toEqual(['general', 'on-this-day', 'quiz-room', 'archive']);
  expect(client.user?.id).toBe(discord.botUserId);
  expect(client.application?.id).toBe(discord.applicationId);
  expect(discord.connected).toBe(true);
});

test('a wrong token is refused', async () => {
  const discord = await aDiscord();
  await expect(aClient(discord.apiUrl).login('wrong')).rejects.toThrow('An invalid token was provided.');
});

test('privileged intents are refused', async () => {
  const discord = await aDiscord();
  const client = aClient(discord.apiUrl, [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent]);
  await expect(client.login(discord.token)).rejects.toThrow(/disallowed intents/i);
});

test('many guilds arrive before the client is ready', async () => {
  const { client } = await aBot(undefined, { world: manyGuilds(300) });
  expect(client.guilds.cache.size).toBe(300);
});

test('guilds are dealt to shards', async () => {
  const discord = await aDiscord({ world: manyGuilds(20) });
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.apiUrl },
    shards: [0, 1],
    shardCount: 2,
  });
  onTestFinished(() => client.destroy());
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(discord.token);
  await ready;
  expect(client.guilds.cache.size).toBe(20);
});

describe('a dropped connection', () => {
  const commands = [{ name: 'ping', description: 'Answers.' }];
  test('is resumed, and what happened meanwhile is replayed', async () => {
    const { client, discord } = await aBot(async (i) => (i.isChatInputCommand() ? i.reply('pong') : undefined), {
      commands,
    });
    const resumed = new Promise<number>((resolve) => client.once('shardResume', (_, replayed) => resolve(replayed)));
    discord.dropConnections();
    expect(discord.connected).toBe(false);
    const outcome = await discord.as('Ana').type('/ping');
    expect(outcome.kind).toBe('message');
    expect(await resumed).toBeGreaterThan(0);
  });

  test('cannot be resumed once the session is gone', async () => {
    const { discord } = await aBot();
    const ready = discord.wire.find((entry) => entry.via === 'gateway' && entry.event === 'READY');
    const { session_id } = ready?.via === 'gateway' ? (ready.body as { session_id: string }) : { session_id: '' };
    discord.dropConnections({ resumable: false });
    const { url } = (await requests(discord)('GET', '/gateway')).body;
    const socket = new WebSocket(url);
    onTestFinished(() => socket.terminate());
    const heard = on(socket, 'message');
    await once(socket, 'open');
    socket.send(JSON.stringify({ op: 6, d: { token: discord.token, session_id, seq: 1 } }));
    const [hello, invalid] = [await heard.next(), await heard.next()].map(({ value }) => JSON.parse(String(value[0])));
    expect(hello).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    expect(invalid).toMatchObject({ op: 9, d: false });
  });

  test('follows when the gateway asks the client to reconnect', async () => {
    const { client, discord } = await aBot();
    const resumed = new Promise((resolve) => client.once('shardResume', resolve));
    discord.askToReconnect();
    await resumed;
    expect(discord.connected).toBe(true);
  });

  test('leaves people without an answer when no bot is there at all', async () => {
    const { client, discord } = await aBot(undefined, { commands });
    const gone = discord.whenChanged((change) => change.kind === 'connection');
    await client.destroy();
    await gone;
    expect(await discord.as('Ana').type('/ping')).toMatchObject({
      kind: 'failed',
      failure: 'no-answer',
      notice: 'The application did not respond',
    });
  });
});

describe('what changes in the world', () => {
  test('a deleted and restored channel is told to the client', async () => {
    const { client, discord } = await aBot();
    const { channelId } = discord.channel('#quiz-room');
    const gone = new Promise((resolve) => client.once('channelDelete', ({ id }) => resolve(id)));
    discord.deleteChannel(channelId);
    expect(await gone).toBe(channelId);
    const back = new Promise((resolve) => client.once('channelCreate', ({ id }) => resolve(id)));
    discord.restoreChannel(channelId);
    expect(await back).toBe(channelId);
  });

  test('a changed and a deleted role is told to the client', async () => {
    const { client, discord } = await aBot();
    const changed = new Promise((resolve) => client.once('roleUpdate', (_, role) => resolve(role.mentionable)));
    discord.setRole('Tutors', { mentionable: true });
    expect(await changed).toBe(true);
    const gone = new Promise((resolve) => client.once('roleDelete', ({ name }) => resolve(name)));
    discord.deleteRole('@Tutors');
    expect(await gone).toBe('Tutors');
    expect(discord.world.guilds[0]?.roles.map(({ name }) => name)).not.toContain('Tutors');
  });

  test('a person given a role may what it allows', async () => {
    const { discord } = await aBot(undefined, {
      commands: [{ name: 'set', description: 'Sets.', default_member_permissions: '32' }],
    });
    const guildId = discord.world.guilds[0]?.guildId ?? '';
    const hidden = () => discord.as('Ana').commands()[0]?.hidden;
    expect(hidden()).toBe('Needs Manage Server.');
    discord.setMemberRoles('Ana', guildId, ['Organisers']);
    expect(hidden()).toBeUndefined();
  });

  test('joining and leaving a guild is told to the client', async () => {
    const { client, discord } = await aBot();
    const joined = new Promise((resolve) => client.once('guildCreate', ({ name }) => resolve(name)));
    const guildId = discord.addGuild({ name: 'Debaters', owner: 'Ben', members: [{ name: 'Ben' }], channels: [] });
    expect(await joined).toBe('Debaters');
    const left = new Promise((resolve) => client.once('guildDelete', ({ id }) => resolve(id)));
    discord.removeGuild(guildId);
    expect(await left).toBe(guildId);
  });

  test('messages are told only to those who ask for them', async () => {
    const { GuildMessages, Guilds } = GatewayIntentBits;
    const { client, discord } = await aBot(undefined, { intents: [Guilds, GuildMessages] });
    const heard = new Promise((resolve) => client.once('messageCreate', ({ content }) => resolve(content)));
    const channel = await client.channels.fetch(discord.channel('general').channelId);
    if (channel?.isSendable()) await channel.send('hello');
    expect(await heard).toBe('hello');

    const deaf = await aBot();
    const other = await deaf.client.channels.fetch(deaf.discord.channel('general').channelId);
    if (other?.isSendable()) await other.send('hello');
    const events = deaf.discord.wire.flatMap((entry) => (entry.via === 'gateway' ? (entry.event ?? []) : []));
    expect(events).toEqual(['READY', 'GUILD_CREATE']);
  });
});

test('the wire tells no tokens', async () => {
  const { discord } = await aBot(async (i) => (i.isChatInputCommand() ? i.reply('pong') : undefined), {
    commands: [{ name: 'ping', description: 'Answers.' }],
  });
  await discord.as('Ana').type('/ping');
  const told = JSON.stringify(discord.wire);
  expect(told).toContain('/callback');
  expect(told).not.toContain(discord.token);
  expect(told).toMatch(/"token":"•••"/);
  expect(told).not.toMatch(/"token":"(?!•••)/);
  expect(told).not.toMatch(/interactions\/\d+\/(?!•••)/);
});
