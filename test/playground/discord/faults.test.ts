import { expect, test } from 'vitest';
import { aBot, aDiscord, requests } from './aBot.ts';

test('a request can be made to fail, so many times', async () => {
  const discord = await aDiscord();
  discord.failNext({ path: /@me$/, status: 503, times: 2 });
  const ask = () => requests(discord)('GET', '/users/@me');
  expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([503, 503, 200]);
});

test('a post can be made, and its answer lost: discord.js posts it again, unless a nonce forbids', async () => {
  const { client, discord } = await aBot();
  const channel = await client.channels.fetch(discord.channel('general').channelId);
  if (!channel?.isSendable()) throw new Error('no channel');
  discord.failNext({ method: 'POST', path: /messages$/, status: 500, afterwards: true });
  await channel.send({ content: 'twice' });
  expect(discord.as('Ana').messages('#general')).toHaveLength(2);
  discord.failNext({ method: 'POST', path: /messages$/, status: 500, afterwards: true });
  await channel.send({ content: 'once', nonce: 'one', enforceNonce: true });
  expect(discord.as('Ana').messages('#general')).toHaveLength(3);
});

test('a post can be made, and the socket closed', async () => {
  const discord = await aDiscord();
  discord.failNext({ method: 'POST', path: /messages$/, afterwards: true, hang: 'close' });
  const path = `/channels/${discord.channel('general').channelId}/messages`;
  await expect(requests(discord)('POST', path, { content: 'x' })).rejects.toThrow('fetch failed');
  expect(discord.as('Ana').messages('#general')).toHaveLength(1);
});

test('a request can be left without an answer', async () => {
  const { client, discord } = await aBot(undefined, { rest: { timeout: 100, retries: 0 } });
  discord.failNext({ path: /@me$/, hang: 'silence' });
  await expect(client.rest.get('/users/@me')).rejects.toThrow(/abort/i);
});
