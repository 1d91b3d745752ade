import { describe, expect, test } from 'vitest';
import type { OptionValues } from '../../src/playground/discord/actor.ts';
import { buttonsOf, menusOf, textOf } from '../../src/playground/discord/messageText.ts';
import type { WorldSeed } from '../../src/playground/discord/worldSeed.ts';
import { DEFAULT_SEED, manyGuilds } from '../../src/playground/discord/worldSeed.ts';
import { aClub, type Club, type ClubOptions, messageIn } from '../support/aClub.ts';
import { aDataset } from '../support/aDataset.ts';
import { anEvent } from '../support/anArticle.ts';

/** Every day of this week has an event. */
const WEEK = ['10-18', '10-19', '10-20', '10-21'].map((day) =>
  anEvent({ id: `1956-${day}-treaty`, date: `1956-${day}`, title: `The treaty of ${day}` }),
);
/** Nine o'clock in Berlin, in summer. */
const DUE = '2040-10-19T07:00:00Z';
/** Discord lets a bot identify itself once in five seconds, and discord.js waits for that; with room to spare. */
const IDENTIFYING_MS = 20_000;
const ROUTE = /^\/channels\/\d+\/messages$/;

/** A club whose #on-this-day has a post due each day at nine, from 19 October on. */
async function aPostingClub(options: OptionValues = {}, how: ClubOptions = {}) {
  const data = await aDataset({ 'events/10.json': { events: WEEK } });
  const club = await aClub({ at: '2040-10-18T12:00:00Z', data, ...how });
  const mona = club.discord.as('Mona');
  const where = { channel: '#on-this-day', time: '09:00', zone: 'Europe/Berlin', ...options };
  messageIn(await mona.type('/schedule add', where));
  return { club, mona, posts: () => mona.messages('#on-this-day') };
}

async function why(club: Club): Promise<string> {
  const mona = club.discord.as('Mona');
  const picked = await mona.complete('/schedule why', 'schedule', '');
  const [first] = picked.kind === 'choices' ? picked.choices : [];
  return textOf(
    messageIn(await mona.type('/schedule why', { schedule: String(first?.value) }, { channel: '#general' })),
  );
}

/** The lines of `/schedule why` on single days, newest first, without their times. */
async function outcomes(club: Club): Promise<readonly string[]> {
  return (await why(club))
    .split('\n')
    .filter((line) => /^\*\*\d/.test(line))
    .map((line) => line.replaceAll('*', '').replace(/, <t:\d+:f>/, ''));
}

const sendings = ({ discord }: Club) =>
  discord.wire.filter((entry) => entry.via === 'rest' && entry.method === 'POST' && ROUTE.test(entry.path));

describe('a post', () => {
  test('appears at its minute, once, and not before', async () => {
    const { club, posts } = await aPostingClub();
    await club.moveTo('2040-10-19T06:59:59Z');
    expect(posts()).toEqual([]);
    await club.moveTo(DUE);
    expect(posts()).toHaveLength(1);
    await club.pass(1);
    await club.pass(60);
    expect(posts()).toHaveLength(1);
    expect(textOf(posts()[0] as never)).toContain('### On this day: 19 October\n**1956 · The treaty of 10-19**');
    await club.moveTo('2040-10-20T07:00:00Z');
    expect(posts()).toHaveLength(2);
    expect(await outcomes(club)).toEqual(['20 October 2040: ✅ posted on time', '19 October 2040: ✅ posted on time']);
  });

  test('is one, also when the bot looks twice at once', async () => {
    const { club, posts } = await aPostingClub();
    club.sleepUntil(DUE);
    await Promise.all([club.bot.tick(), club.bot.tick(), club.bot.tick()]);
    expect(posts()).toHaveLength(1);
    expect(sendings(club)).toHaveLength(1);
  });

  test('is one, also with restarts before and after it', async () => {
    const { club, posts } = await aPostingClub();
    await club.restart();
    await club.moveTo(DUE);
    await club.restart();
    await club.pass(1);
    expect(posts()).toHaveLength(1);
  });

  test('goes out by itself when the bot comes back just after its time', async () => {
    const { club, posts } = await aPostingClub();
    await club.stop();
    club.sleepUntil('2040-10-19T07:04:00Z');
    await club.start();
    expect(posts()).toHaveLength(1);
    expect(await outcomes(club)).toEqual(['19 October 2040: ✅ posted on time']);
  });

  test('pings the role that the manager chose, and nobody else', async () => {
    const { club, posts } = await aPostingClub({ role: '@Delegates' });
    await club.moveTo(DUE);
    const delegates = club.discord.world.guilds[0]?.roles.find(({ name }) => name === 'Delegates');
    expect(posts()[0]?.pings).toEqual({ everyone: false, roleIds: [delegates?.roleId], userIds: [] });
  });

  test('without a role pings nobody', async () => {
    const { club, posts } = await aPostingClub();
    await club.moveTo(DUE);
    expect(posts()[0]?.pings).toEqual({ everyone: false, roleIds: [], userIds: [] });
  });

  test('keeps to its weekdays', async () => {
    const { club, posts } = await aPostingClub({ weekdays: 'Sat' });
    await club.moveTo(DUE);
    expect(posts()).toEqual([]);
    await club.moveTo('2040-10-20T07:00:00Z');
    expect(posts()).toHaveLength(1);
  });

  test('keeps to its topic; a day without an event has none, and that is said', async () => {
    const { club, posts } = await aPostingClub();
    await club.moveTo('2040-10-22T07:00:00Z');
    expect((await outcomes(club))[0]).toBe(
      '22 October 2040: ⚪ nothing posted: the library has no fitting event for that day',
    );
    expect(posts().filter(({ components }) => JSON.stringify(components).includes('22 October'))).toEqual([]);
  });

  test('of a day without an event is the nearest anniversary, where the manager wants that', async () => {
    const { club, posts } = await aPostingClub({ 'when-empty': 'nearest' });
    await club.moveTo('2040-10-22T07:00:00Z');
    expect(textOf(posts().at(-1) as never)).toContain('### A near anniversary: 21 October');
  });

  test('does not come while the schedule is paused, and is not made up for', async () => {
    const { club, mona, posts } = await aPostingClub();
    const picked = await mona.complete('/schedule pause', 'schedule', '');
    const schedule = String(picked.kind === 'choices' ? picked.choices[0]?.value : '');
    await mona.type('/schedule pause', { schedule });
    await club.moveTo('2040-10-19T07:30:00Z');
    await mona.type('/schedule resume', { schedule });
    await club.pass(1);
    expect(posts()).toEqual([]);
    await club.moveTo('2040-10-20T07:00:00Z');
    expect(posts()).toHaveLength(1);
  });
});

describe('what people press on a post', () => {
  test('asks each of them alone, again after a restart, and the post stays', async () => {
    const { club, posts } = await aPostingClub();
    await club.moveTo(DUE);
    const [post] = posts();
    if (!post) throw new Error('no post');
    const before = textOf(post);
    for (const name of ['Ana', 'Ben']) {
      const question = messageIn(await club.discord.as(name).press(post, 'Quiz me'));
      expect(question.onlyFor).toBe(club.discord.as(name).userId);
      expect(textOf(question)).toMatch(/^-# .* · (Easy|Medium|Hard)$/m);
      await club.restart();
    }
    const day = messageIn(await club.discord.as('Chi').press(post, 'On this day: 19 October'));
    expect(day.onlyFor).toBe(club.discord.as('Chi').userId);
    expect(buttonsOf(day).map(({ label }) => label)).toContain('Next day');
    const [menu] = menusOf(post);
    const read = await club.discord.as('Ana').choose(post, menu?.placeholder ?? '', [menu?.options[0]?.label ?? '']);
    expect(textOf(messageIn(read))).toContain('Two leaders speak for the first time');
    expect(textOf(posts()[0] as never)).toBe(before);
  });

  test('draws on other questions for each who presses', async () => {
    const { club, posts } = await aPostingClub();
    await club.moveTo(DUE);
    const [post] = posts();
    const asked = new Set<string>();
    for (let times = 0; times < 8; times++) {
      asked.add(textOf(messageIn(await club.discord.as('Ana').press(post as never, 'Quiz me'))));
    }
    expect(asked.size).toBeGreaterThan(2);
  });
});

describe('after downtime', () => {
  test('of 90 minutes the post is late', async () => {
    const { club, posts } = await aPostingClub();
    await club.stop();
    club.sleepUntil('2040-10-19T08:30:00Z');
    await club.start();
    expect(posts()).toHaveLength(1);
    expect(await outcomes(club)).toEqual([
      '19 October 2040: 🕑 posted late: Attaché was not running or could not post when it was due',
    ]);
  });

  test('of 3 hours it is missed, and the next one comes', async () => {
    const { club, posts } = await aPostingClub();
    await club.stop();
    club.sleepUntil('2040-10-19T10:00:00Z');
    await club.start();
    expect(posts()).toEqual([]);
    expect(await outcomes(club)).toEqual([
      '19 October 2040: ⚪ missed: Attaché was not running, and more than two hours had passed when it came back',
    ]);
    await club.moveTo('2040-10-20T07:00:00Z');
    expect(posts()).toHaveLength(1);
  });

  test('of two days only what is not too old is posted', async () => {
    const { club, posts } = await aPostingClub();
    await club.stop();
    club.sleepUntil('2040-10-21T08:00:00Z');
    await club.start();
    expect(posts()).toHaveLength(1);
    expect((await outcomes(club)).map((line) => line.slice(0, 27))).toEqual(
      ['21 October 2040: 🕑 posted ', '20 October 2040: ⚪ missed: ', '19 October 2040: ⚪ missed: '].map((line) =>
        line.slice(0, 27),
      ),
    );
  });
});

describe('what stands in the way', () => {
  test('a lost permission makes it fail by name, and it goes on by itself once that is restored', async () => {
    const { club, posts } = await aPostingClub();
    const { channelId } = club.discord.channel('on-this-day');
    club.discord.setChannelPermissions(channelId, '@bot', { deny: ['SendMessages'] });
    await club.moveTo(DUE);
    expect(posts()).toEqual([]);
    expect(await why(club)).toContain(
      '⚠️ **Failing**: Attaché lacks the permission Send Messages in the channel. It is kept, and goes on by itself as soon as that is mended.',
    );
    club.discord.setChannelPermissions(channelId, '@bot', { allow: ['SendMessages'] });
    await club.pass(10);
    expect(posts()).toHaveLength(1);
    expect(await why(club)).not.toContain('Failing');
    expect((await outcomes(club))[0]).toContain('🕑 posted late');
  });

  test('a permission that stays lost fails that day, and the next one tries anew', async () => {
    const { club, posts } = await aPostingClub();
    const { channelId } = club.discord.channel('on-this-day');
    club.discord.setChannelPermissions(channelId, '@bot', { deny: ['SendMessages'] });
    await club.moveTo(DUE);
    await club.pass(121);
    expect(await outcomes(club)).toEqual([
      '19 October 2040: ❌ failed: Attaché lacks the permission Send Messages in the channel',
    ]);
    club.discord.setChannelPermissions(channelId, '@bot', { allow: ['SendMessages'] });
    await club.pass(1);
    expect(posts()).toEqual([]);
    await club.moveTo('2040-10-20T07:00:00Z');
    expect(posts()).toHaveLength(1);
    expect(await why(club)).not.toContain('Failing');
  });

  test('a channel that is not even seen is named by that', async () => {
    const { club } = await aPostingClub();
    club.discord.setChannelPermissions('#on-this-day', '@bot', { deny: ['ViewChannel'] });
    await club.moveTo(DUE);
    expect(await why(club)).toMatch(/Attaché lacks the permission View Channel.* in the channel/);
  });

  test('a channel that is deleted keeps its schedule, failing, and goes on in it when it is back', async () => {
    const { club, posts } = await aPostingClub();
    const { channelId } = club.discord.channel('on-this-day');
    club.discord.deleteChannel(channelId);
    await club.moveTo(DUE);
    expect(await why(club)).toContain('⚠️ **Failing**: the channel no longer exists.');
    club.discord.restoreChannel(channelId);
    await club.pass(1);
    expect(posts()).toHaveLength(1);
  });

  test.each([
    ['answers 500', { status: 500, times: 4 }],
    ['closes the line', { hang: 'close', times: 1 }],
  ] as const)('Discord that takes the post and then %s makes no second one', async (_, failure) => {
    const { club, posts } = await aPostingClub();
    club.discord.failNext({ method: 'POST', path: ROUTE, afterwards: true, ...failure });
    await club.moveTo(DUE);
    const tried = sendings(club).length;
    expect(tried).toBeGreaterThan(0);
    expect(posts()).toHaveLength(1);
    await club.restart();
    await club.pass(1);
    expect(posts()).toHaveLength(1);
    expect(await outcomes(club)).toEqual(['19 October 2040: ✅ posted on time']);
  });

  test('a post whose answer was lost for long is found in the channel, not sent again', async () => {
    const { club, posts } = await aPostingClub();
    club.discord.failNext({ method: 'POST', path: ROUTE, afterwards: true, times: 50 });
    await club.moveTo(DUE);
    const tried = sendings(club).length;
    await club.stop();
    club.sleepUntil('2040-10-19T07:40:00Z');
    await club.start();
    expect(posts()).toHaveLength(1);
    expect(sendings(club)).toHaveLength(tried);
    expect(await outcomes(club)).toEqual(['19 October 2040: ✅ posted on time']);
  });

  test('a post that Discord never took is sent when Discord is well again', async () => {
    const { club, posts } = await aPostingClub();
    club.discord.failNext({ method: 'POST', path: ROUTE, times: 4 });
    await club.moveTo(DUE);
    expect(posts()).toEqual([]);
    expect(await why(club)).toContain('⚠️ **Failing**: Discord or the connection to it was in trouble.');
    await club.pass(10);
    expect(posts()).toHaveLength(1);
  });

  test('a limit that Discord states is waited for', async () => {
    const { club, posts } = await aPostingClub();
    club.discord.failNext({
      method: 'POST',
      path: ROUTE,
      status: 429,
      headers: { 'retry-after': '0.1', 'x-ratelimit-scope': 'shared' },
      body: { message: 'You are being rate limited.', retry_after: 0.1, global: false },
    });
    await club.moveTo(DUE);
    expect(posts()).toHaveLength(1);
    const statuses = sendings(club).flatMap((entry) => (entry.via === 'rest' ? entry.status : []));
    expect(statuses).toEqual([429, 200]);
    expect(await outcomes(club)).toEqual(['19 October 2040: ✅ posted on time']);
  });
});

describe('a lost connection', () => {
  test('is resumed, and what was asked meanwhile is answered', async () => {
    const { club, posts } = await aPostingClub();
    club.discord.dropConnections();
    expect(club.discord.connected).toBe(false);
    expect(textOf(messageIn(await club.discord.as('Ana').type('/about')))).toContain('About Attaché');
    expect(club.log.map(({ msg }) => msg)).toContain('resumed');
    await club.moveTo(DUE);
    expect(posts()).toHaveLength(1);
  });

  test('that Discord does not resume is made anew', { timeout: IDENTIFYING_MS }, async () => {
    const { club, posts } = await aPostingClub();
    club.discord.dropConnections({ resumable: false });
    await club.discord.whenConnected();
    expect(textOf(messageIn(await club.discord.as('Ana').type('/about')))).toContain('About Attaché');
    await club.moveTo(DUE);
    expect(posts()).toHaveLength(1);
  });
});

test('the posts of 50 servers that are due in one minute all arrive, one in each', async () => {
  const world: WorldSeed = manyGuilds(50);
  const club = await aClub({ at: '2040-10-18T12:00:00Z', data: await aDataset(), world });
  const { discord } = club;
  const channels = discord.world.guilds.flatMap(({ channels }) =>
    channels.filter(({ name }) => name === 'on-this-day'),
  );
  for (const { channelId } of channels) {
    const options = { channel: channelId, time: '09:00', zone: 'Europe/Berlin' };
    messageIn(await discord.as('Mona').type('/schedule add', options, { channel: channelId }));
  }
  await club.moveTo(DUE);
  const mona = discord.as('Mona').userId;
  const counts = channels.map(
    ({ channelId }) => discord.messages(channelId, mona).filter(({ onlyFor }) => !onlyFor).length,
  );
  expect(counts).toEqual(Array.from({ length: 50 }, () => 1));
});

test('a server that Attaché is removed from fails alone; the others get their posts', async () => {
  const { club, posts } = await aPostingClub({}, { world: DEFAULT_SEED });
  club.discord.addGuild({
    name: 'Debaters',
    owner: 'Chi',
    members: [{ name: 'Chi' }],
    channels: [{ name: 'debates' }],
  });
  const chi = club.discord.as('Chi');
  const { channelId } = club.discord.channel('debates');
  const where = { channel: channelId, time: '09:00', zone: 'Europe/Berlin' };
  messageIn(await chi.type('/schedule add', where, { channel: channelId }));
  club.discord.removeGuild(club.discord.world.guilds.find(({ name }) => name === 'Debaters')?.guildId ?? '');
  await club.moveTo(DUE);
  expect(posts()).toHaveLength(1);
});
