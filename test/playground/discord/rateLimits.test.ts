import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../src/playground/discord/apiError.ts';
import { LIMIT, openRateLimits } from '../../../src/playground/discord/rateLimits.ts';
import { aBot, aDiscord, requests } from './aBot.ts';

function refusal(act: () => unknown): ApiError | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  return undefined;
}

describe('a route', () => {
  test('takes so many requests in its window, for each channel', () => {
    let now = 1_000_000;
    const limits = openRateLimits(() => now);
    const take = () => limits.take(LIMIT.createMessage, 'channel');
    for (const _ of [1, 2, 3, 4]) take();
    expect(take()).toMatchObject({
      'X-RateLimit-Limit': '5',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset-After': '5.000',
    });
    now += 4999;
    expect(refusal(take)).toMatchObject({
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 0.001, global: false },
      headers: { 'Retry-After': '1', 'X-RateLimit-Scope': 'user' },
    });
    expect(refusal(() => limits.take(LIMIT.createMessage, 'other'))).toBeUndefined();
    now += 1;
    expect(refusal(take)).toBeUndefined();
  });

  test('is limited over the wire', async () => {
    const discord = await aDiscord();
    const path = `/channels/${discord.channel('general').channelId}/messages`;
    const answers = [];
    for (const content of ['1', '2', '3', '4', '5', '6']) {
      answers.push(await requests(discord)('POST', path, { content }));
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[0]?.headers.get('X-RateLimit-Bucket')).toBe(answers[5]?.headers.get('X-RateLimit-Bucket'));
    expect(answers[5]?.body.retry_after).toBeGreaterThan(0);
  });

  test('that answers 429 is tried again by discord.js', async () => {
    const { client, discord } = await aBot();
    discord.failNext({
      method: 'POST',
      path: /messages$/,
      status: 429,
      headers: { 'retry-after': '0.05', 'x-ratelimit-scope': 'shared' },
      body: { message: 'The resource is being rate limited.', retry_after: 0.05, global: false },
    });
    const channel = await client.channels.fetch(discord.channel('general').channelId);
    if (!channel?.isSendable()) throw new Error('no channel');
    await channel.send('patience');
    const posts = discord.wire.flatMap((e) => (e.via === 'rest' && e.method === 'POST' ? e.status : []));
    expect(posts).toEqual([429, 200]);
    expect(discord.as('Ana').messages('#general')).toHaveLength(1);
  });
});

describe('the whole', () => {
  test('takes fifty requests a second', () => {
    let now = 1_000_000;
    const limits = openRateLimits(() => now);
    for (let n = 0; n < 50; n += 1) limits.takeGlobal();
    expect(refusal(() => limits.takeGlobal())).toMatchObject({
      status: 429,
      body: { global: true, retry_after: 1 },
      headers: { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' },
    });
    now += 1000;
    expect(refusal(() => limits.takeGlobal())).toBeUndefined();
  });

  test('does not count the answers to interactions', async () => {
    const discord = await aDiscord();
    const ask = requests(discord);
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => ask('POST', '/interactions/1/token/callback', { type: 5 })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    const others = await Promise.all(Array.from({ length: 60 }, () => ask('GET', '/users/@me')));
    expect(others.filter(({ status }) => status === 429)).toHaveLength(10);
  });
});
