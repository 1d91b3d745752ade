import { beforeEach, describe, expect, test } from 'vitest';
import { openStores } from '../../src/adapters/store/open.ts';
import { openStandings } from '../../src/app/standings.ts';
import { textOf } from '../../src/playground/discord/messageText.ts';
import type { SeenMessage } from '../../src/playground/discord/sight.ts';
import { aClub, type Club, messageIn } from '../support/aClub.ts';
import { aDataset } from '../support/aDataset.ts';
import { aLog } from '../support/aLog.ts';

/** A Wednesday. */
const AT = '2040-09-26T12:00:00Z';

let club: Club;
const id = (name: string) => club.discord.as(name).userId;
const say = async (name: string, command: string, options = {}): Promise<SeenMessage> =>
  messageIn(await club.discord.as(name).type(command, options, { channel: '#general' }));
const board = async (name: string, options = {}) => textOf(await say(name, '/leaderboard', options));

/** What games have given, put into the store as the bot would; then the bot starts again. */
async function played(games: readonly { readonly at: string; readonly points: Readonly<Record<string, number>> }[]) {
  const { guildId = '' } = club.discord.channel('general');
  await club.stop();
  const stores = await openStores(club.storeUrl, aLog());
  const standings = openStandings({ store: stores.standings });
  for (const [number, { at, points }] of games.entries()) {
    const entries = Object.entries(points).map(([name, won]) => ({
      player: id(name),
      points: won,
      right: won / 100,
      answered: 5,
      topics: { europe: won / 2 },
    }));
    await standings.record(guildId, { game: `game${number}`, effect: 9, entries, at: Date.parse(at), zone: 'UTC' });
  }
  await stores.close();
  await club.start();
}

beforeEach(async () => {
  club = await aClub({ at: AT, data: await aDataset() });
});

describe('/leaderboard', () => {
  test('without games says how to begin', async () => {
    expect(await board('Ana')).toMatch(
      /^### Leaderboard: this week\n-# since Monday, 24 September \(UTC\)\nNobody has points here yet\. Play a round: <\/quiz start:\d+> opens a quiz in the channel, and every right answer counts\.$/,
    );
  });

  test('is of this week, this month or all time, and the viewer always finds their place', async () => {
    await played([
      { at: '2040-09-24T00:00:00Z', points: { Ben: 300, Chi: 300 } },
      { at: '2040-09-23T23:59:00Z', points: { Ana: 400 } },
      { at: '2040-08-31T12:00:00Z', points: { Mona: 200 } },
    ]);
    const week = await say('Ana', '/leaderboard');
    const [ana, ben, chi, mona] = ['Ana', 'Ben', 'Chi', 'Mona'].map((name) => `<@${id(name)}>`);
    const tied = [ben, chi].toSorted();
    expect(textOf(week).split('\n')).toEqual([
      '### Leaderboard: this week',
      '-# since Monday, 24 September (UTC)',
      `🥇 **1.** ${tied[0]} — 300 points, 3 of 5 right`,
      `🥇 **1.** ${tied[1]} — 300 points, 3 of 5 right`,
      `${ana} has no points here yet.`,
      '-# 2 members have points.',
    ]);
    expect(week.onlyFor).toBeUndefined();
    expect((await board('Ana', { window: 'This month' })).split('\n').slice(0, 3)).toEqual([
      '### Leaderboard: this month',
      '-# September 2040 (UTC)',
      `🥇 **1.** ${ana} — 400 points, 4 of 5 right`,
    ]);
    expect(await board('Mona', { window: 'All time' })).toContain(`**4.** ${mona} — 200 points, 2 of 5 right`);
    expect((await board('Ben', { topic: 'Europe' })).split('\n').slice(0, 3)).toEqual([
      '### Leaderboard: all time',
      '-# topic: Europe',
      `🥇 **1.** ${ana} — 200 points`,
    ]);
  });

  test('keeps the weeks of the server’s own clocks', async () => {
    await say('Mona', '/settings server', { zone: 'Pacific/Auckland' });
    await played([{ at: '2040-09-26T12:00:00Z', points: { Ana: 100 } }]);
    expect(await board('Ana')).toContain('since Monday, 24 September (Pacific/Auckland)');
    await club.moveTo('2040-09-30T12:00:00Z'); // Monday there.
    expect(await board('Ana')).toContain('since Monday, 1 October (Pacific/Auckland)\nNobody has points');
  });

  test('does not show who hides, to whom alone it shows their place', async () => {
    await played([{ at: AT, points: { Ana: 400, Ben: 300, Chi: 100 } }]);
    const hid = await say('Ben', '/settings leaderboard', { me: 'Hide me' });
    expect([hid.onlyFor, textOf(hid).split('\n')[0]]).toEqual([id('Ben'), '### You and the leaderboard']);
    const others = await board('Ana');
    expect([others.includes(id('Ben')), others.includes(`**2.** <@${id('Chi')}>`)]).toEqual([false, true]);
    const own = await say('Ben', '/leaderboard');
    expect(own.onlyFor).toBe(id('Ben'));
    expect(textOf(own)).toContain(`🥈 **2.** <@${id('Ben')}> — 300 points, 3 of 5 right`);
    expect(textOf(own)).toContain('You are hidden from leaderboards, so only you see this.');
    await club.restart();
    expect(await board('Chi')).not.toContain(id('Ben'));
    await say('Ben', '/settings leaderboard', { me: 'Show me' });
    expect(await board('Chi')).toContain(`🥈 **2.** <@${id('Ben')}>`);
  });

  test('is private if asked for, and pings nobody', async () => {
    await played([{ at: AT, points: { Ana: 100 } }]);
    const message = await say('Ben', '/leaderboard', { private: true });
    const nobody = { everyone: false, roleIds: [], userIds: [] };
    expect([message.onlyFor, message.pings, (await say('Ben', '/leaderboard')).pings]).toEqual([
      id('Ben'),
      nobody,
      nobody,
    ]);
  });
});

describe('/settings server', () => {
  test('shows what is set, changes what is named, and keeps it', async () => {
    const lines = textOf(await say('Mona', '/settings server')).split('\n');
    expect(lines).toEqual([
      '### Quiz games on this server',
      'Mode, unless the host chooses another: **Classic**',
      'Time for a question: 20 seconds',
      'Time zone: UTC, until one is set',
      'Who may start games: everyone',
      'Where: in every channel',
      'Each game is played in its channel',
    ]);
    const changed = await say('Mona', '/settings server', {
      mode: 'Race',
      seconds: 45,
      zone: 'tokyo',
      'host-role': '@Tutors',
      'add-channel': '#quiz-room',
      threads: true,
    });
    const { channelId } = club.discord.channel('quiz-room');
    expect(changed.onlyFor).toBe(id('Mona'));
    expect(textOf(changed)).toMatch(
      new RegExp(
        [
          '^### Settings saved',
          'Mode, unless the host chooses another: \\*\\*Race\\*\\*',
          'Time for a question: 45 seconds',
          'Time zone: Asia/Tokyo',
          'Who may start games: <@&\\d+>, and those who manage the server',
          `Where: <#${channelId}>`,
          'Each game gets a thread of its own$',
        ].join('\n'),
      ),
    );
    await club.restart();
    const after = await say('Mona', '/settings server', { hosts: 'Everyone', 'remove-channel': '#quiz-room' });
    expect(textOf(after)).toContain('Who may start games: everyone\nWhere: in every channel\nEach game gets a thread');
  });

  test('takes the role of everyone for everyone', async () => {
    await say('Mona', '/settings server', { hosts: 'Only those who manage the server' });
    expect(textOf(await say('Mona', '/settings server'))).toContain('Who may start games: those who manage the server');
    const changed = await say('Mona', '/settings server', { 'host-role': '@everyone' });
    expect(textOf(changed)).toContain('Who may start games: everyone');
  });

  test('says which zone counts until one is set', async () => {
    await say('Mona', '/schedule add', { channel: '#on-this-day', time: '09:00', zone: 'Europe/Berlin' });
    expect(textOf(await say('Mona', '/settings server'))).toContain(
      'Time zone: Europe/Berlin, from this server’s first schedule',
    );
  });

  test.each([
    ['a zone that is none', { zone: 'Atlantis' }, '“Atlantis” is not a time zone.'],
    ['a channel where Attaché may not post', { 'add-channel': '#archive' }, 'Attaché lacks: Send Messages.'],
  ])('refuses %s, and saves nothing', async (_, options, sentence) => {
    expect(textOf(await say('Mona', '/settings server', { ...options, seconds: 50 }))).toContain(sentence);
    expect(textOf(await say('Mona', '/settings server'))).toContain('Time for a question: 20 seconds');
  });

  test('is shown to all, and refused by the bot to who does not manage the server', async () => {
    const refused = await say('Ana', '/settings server', { seconds: 5 });
    expect(textOf(refused)).toBe(
      '**Not allowed**\nThis needs the permission “Manage Server” on this server. Ask someone who has it.',
    );
    expect(textOf(await say('Mona', '/settings server'))).toContain('Time for a question: 20 seconds');
  });
});

describe('/settings extra-time', () => {
  test('tells only who asks, and is kept', async () => {
    const reply = await say('Ana', '/settings extra-time', { more: '50% more' });
    expect([reply.onlyFor, textOf(reply).split('\n')[1]]).toEqual([
      id('Ana'),
      'You have 50% more time for every question.',
    ]);
    const back = await say('Ana', '/settings extra-time', { more: 'No more' });
    expect(textOf(back)).toContain('You have as much time as everyone.');
  });
});
