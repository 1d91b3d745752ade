import type { Client, SendableChannels } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../../src/playground/discord/localDiscord.ts';
import { aBot, aDiscord, requests } from './aBot.ts';

const postTo = (discord: LocalDiscord, channel: string) => {
  const path = `/channels/${discord.channel(channel).channelId}/messages`;
  return (body: unknown) => requests(discord)('POST', path, body);
};

async function channelOf(client: Client, discord: LocalDiscord, name: string): Promise<SendableChannels> {
  const channel = await client.channels.fetch(discord.channel(name).channelId);
  if (!channel?.isSendable()) throw new Error(`${name} takes no messages`);
  return channel;
}

describe('a post', () => {
  test('is sent, edited and deleted by discord.js', async () => {
    const { client, discord } = await aBot();
    const general = await channelOf(client, discord, 'general');
    const sent = await general.send('one');
    expect(discord.message(sent.id)).toMatchObject({ content: 'one', edited_timestamp: null });
    await sent.edit('two');
    expect(discord.as('Ana').messages('#general')).toMatchObject([{ id: sent.id, content: 'two' }]);
    await sent.delete();
    expect(discord.as('Ana').messages('#general')).toEqual([]);
  });

  test('carries pictures, which are then served', async () => {
    const { client, discord } = await aBot();
    const general = await channelOf(client, discord, 'general');
    const sent = await general.send({
      flags: 1 << 15,
      files: [{ attachment: Buffer.from('a map'), name: 'map.png', description: 'A map' }],
      components: [{ type: 12, items: [{ media: { url: 'attachment://map.png' } }] }],
    });
    const [attachment] = discord.message(sent.id)?.attachments ?? [];
    expect(attachment).toMatchObject({ filename: 'map.png', description: 'A map', size: 5 });
    const response = await fetch(attachment?.url ?? '');
    expect(await response.text()).toBe('a map');
    const [gallery] = discord.message(sent.id)?.components ?? [];
    expect(gallery).toMatchObject({ items: [{ media: { url: attachment?.url, attachment_id: attachment?.id } }] });
  });

  test('reaches a person directly, unless they take none', async () => {
    const { client, discord } = await aBot();
    const chi = discord.as('Chi');
    await client.users.send(chi.userId, 'hello');
    expect(chi.messages('dm')).toMatchObject([{ content: 'hello' }]);
    discord.setDirectMessages('Chi', false);
    await expect(client.users.send(chi.userId, 'again')).rejects.toMatchObject({ code: 50007 });
  });

  test('has an id of its moment', async () => {
    const at = Date.UTC(2026, 4, 1);
    const discord = await aDiscord({ clock: () => at });
    const { body } = await postTo(discord, 'general')({ content: 'x' });
    expect(Number(BigInt(body.id) >> 22n) + 1_420_070_400_000).toBe(at);
    expect(body.timestamp).toBe('2026-05-01T00:00:00.000000+00:00');
  });
});

describe('a nonce', () => {
  const once = { content: 'x', nonce: 'brief-2026-01-01', enforce_nonce: true };

  test('that is repeated gives the first message back', async () => {
    let now = Date.UTC(2026, 0, 1);
    const discord = await aDiscord({ clock: () => now });
    const post = postTo(discord, 'general');
    const first = await post(once);
    now += 5 * 60_000 - 1;
    expect((await post({ ...once, content: 'y' })).body).toEqual(first.body);
    expect(discord.as('Ana').messages('#general')).toHaveLength(1);
  });

  test('is forgotten after some minutes, and counts only where it is enforced', async () => {
    let now = Date.UTC(2026, 0, 1);
    const discord = await aDiscord({ clock: () => now });
    const post = postTo(discord, 'general');
    await post(once);
    await post({ ...once, enforce_nonce: false });
    now += 5 * 60_000;
    await post(once);
    expect(discord.as('Ana').messages('#general')).toHaveLength(3);
  });
});

describe('permission', () => {
  const everyone = { for: '@everyone' } as const;

  test.each([
    ['to a channel that does not exist', '1', 404, 10003],
    ['to a channel the bot may not write in', 'archive', 403, 50013],
  ])('is needed to post %s', async (_, name, status, code) => {
    const discord = await aDiscord();
    const channelId = name === '1' ? '1' : discord.channel(name).channelId;
    const answer = await requests(discord)('POST', `/channels/${channelId}/messages`, { content: 'x' });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  test('to see is needed before all else', async () => {
    const discord = await aDiscord();
    const { channelId } = discord.channel('general');
    discord.setChannelPermissions(channelId, everyone.for, { deny: ['ViewChannel'] });
    const ask = requests(discord);
    expect(await ask('GET', `/channels/${channelId}`)).toMatchObject({ status: 403, body: { code: 50001 } });
    expect(await postTo(discord, 'general')({ content: 'x' })).toMatchObject({ status: 403, body: { code: 50001 } });
    discord.setChannelPermissions(channelId, '@bot', { allow: ['ViewChannel'] });
    expect(await postTo(discord, 'general')({ content: 'x' })).toMatchObject({ status: 200 });
    expect(discord.as('Ana').commands('#general')).toEqual([]);
    expect(discord.messages(channelId, discord.as('Ana').userId)).toEqual([]);
  });

  test('to read history decides what is given back', async () => {
    const discord = await aDiscord();
    const { channelId } = discord.channel('general');
    const { body } = await postTo(discord, 'general')({ content: 'x' });
    discord.setChannelPermissions(channelId, '@bot', { deny: ['ReadMessageHistory'] });
    const ask = requests(discord);
    expect((await ask('GET', `/channels/${channelId}/messages`)).body).toEqual([]);
    expect(await ask('GET', `/channels/${channelId}/messages/${body.id}`)).toMatchObject({ body: { code: 50013 } });
  });

  test('ends with the channel', async () => {
    const discord = await aDiscord();
    const { channelId } = discord.channel('general');
    discord.deleteChannel(channelId);
    const post = () => requests(discord)('POST', `/channels/${channelId}/messages`, { content: 'x' });
    expect(await post()).toMatchObject({ status: 404, body: { code: 10003 } });
    discord.restoreChannel(channelId);
    expect(await post()).toMatchObject({ status: 200 });
  });

  test('is asked of those with a token only', async () => {
    const discord = await aDiscord();
    expect(await requests(discord)('GET', '/users/@me', undefined, 'Bot wrong')).toMatchObject({
      status: 401,
      body: { message: '401: Unauthorized', code: 0 },
    });
  });
});

describe('pings', () => {
  const roleId = (discord: LocalDiscord, name: string) =>
    discord.world.guilds[0]?.roles.find((role) => role.name === name)?.roleId ?? '';

  async function pingsOf(body: (discord: LocalDiscord) => object, prepare?: (discord: LocalDiscord) => void) {
    const discord = await aDiscord();
    prepare?.(discord);
    const { body: message } = await postTo(discord, 'general')(body(discord));
    const { everyone, roleIds, userIds } = discord.message(message.id)?.pings ?? {};
    const names = [...(userIds ?? [])].map((id) => discord.world.users.find(({ userId }) => userId === id)?.name);
    const roles = [...(roleIds ?? [])].map((id) => discord.world.guilds[0]?.roles.find((r) => r.roleId === id)?.name);
    return [...(everyone ? ['@everyone'] : []), ...roles, ...names];
  }
  const all = (discord: LocalDiscord) =>
    `@everyone <@&${roleId(discord, 'Delegates')}> <@&${roleId(discord, 'Tutors')}> <@${discord.as('Ana').userId}>`;

  test('without a word about them go to whom the bot may mention', async () => {
    expect(await pingsOf((discord) => ({ content: all(discord) }))).toEqual(['Delegates', 'Ana']);
  });

  test('go to everyone and to any role with the permission for it', async () => {
    const mayAll = (discord: LocalDiscord) =>
      discord.setChannelPermissions('#general', '@bot', { allow: ['MentionEveryone'] });
    expect(await pingsOf((discord) => ({ content: all(discord) }), mayAll)).toEqual([
      '@everyone',
      'Delegates',
      'Tutors',
      'Ana',
    ]);
  });

  test('go to nobody when nobody is allowed', async () => {
    expect(await pingsOf((discord) => ({ content: all(discord), allowed_mentions: { parse: [] } }))).toEqual([]);
  });

  test('go to the one role that is allowed', async () => {
    const body = (discord: LocalDiscord) => ({
      content: all(discord),
      allowed_mentions: { roles: [roleId(discord, 'Delegates')] },
    });
    expect(await pingsOf(body)).toEqual(['Delegates']);
  });

  test('need the mention itself, outside code', async () => {
    expect(await pingsOf((discord) => ({ content: `\`<@${discord.as('Ana').userId}>\`` }))).toEqual([]);
  });

  test('come from text displays too', async () => {
    const body = (discord: LocalDiscord) => ({ flags: 1 << 15, components: [{ type: 10, content: all(discord) }] });
    expect(await pingsOf(body)).toEqual(['Delegates', 'Ana']);
  });
});

test('messages are given in pages, newest first', async () => {
  const discord = await aDiscord();
  const path = `/channels/${discord.channel('general').channelId}/messages`;
  const ids: string[] = [];
  for (const content of ['1', '2', '3', '4', '5']) ids.push((await postTo(discord, 'general')({ content })).body.id);
  const page = async (query: string) =>
    (await requests(discord)('GET', `${path}?${query}`)).body
      .map(({ content }: { content: string }) => content)
      .join('');
  expect([
    await page(''),
    await page('limit=2'),
    await page(`before=${ids[2]}`),
    await page(`after=${ids[2]}&limit=1`),
    await page(`around=${ids[2]}&limit=3`),
  ]).toEqual(['54321', '54', '21', '4', '432']);
  expect(await requests(discord)('GET', `${path}?limit=101`)).toMatchObject({ status: 400, body: { code: 50035 } });
});

test('only the listed routes exist', async () => {
  const discord = await aDiscord();
  expect(await requests(discord)('GET', '/stage-instances/1')).toMatchObject({ status: 404, body: { code: 0 } });
  expect(await requests(discord)('PUT', '/users/@me')).toMatchObject({ status: 405 });
  expect(discord.wire.map((entry) => (entry.via === 'rest' ? entry.status : 0))).toEqual([404, 405]);
});
