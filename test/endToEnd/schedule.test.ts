import { describe, expect, test } from 'vitest';
import type { OptionValues } from '../../src/playground/discord/actor.ts';
import { textOf } from '../../src/playground/discord/messageText.ts';
import { aClub, type Club, messageIn } from '../support/aClub.ts';
import { aDataset } from '../support/aDataset.ts';
import { pagesFrom } from '../support/turning.ts';

const DAILY = { channel: '#on-this-day', time: '09:00', zone: 'Europe/Berlin' };

async function aManagedClub() {
  const club = await aClub({ data: await aDataset() });
  const mona = club.discord.as('Mona');
  const say = async (command: string, options: OptionValues = {}) => {
    const message = messageIn(await mona.type(command, options, { channel: '#general' }));
    expect(message.onlyFor).toBe(mona.userId);
    return textOf(message);
  };
  return { club, mona, say, add: (options: OptionValues = {}) => say('/schedule add', { ...DAILY, ...options }) };
}

/** The value that stands for a schedule, as picked from the list of suggestions. */
async function pick(club: Club, typed = ''): Promise<string> {
  const completion = await club.discord.as('Mona').complete('/schedule why', 'schedule', typed);
  const [first] = completion.kind === 'choices' ? completion.choices : [];
  return String(first?.value);
}

describe('/schedule add', () => {
  test('says where, when and what comes next', async () => {
    const { club, add } = await aManagedClub();
    const text = await add();
    const { channelId } = club.discord.channel('on-this-day');
    const next = Date.parse('2040-09-30T07:00:00Z') / 1000;
    expect(text).toBe(
      [
        '### Schedule added',
        `<#${channelId}> every day at **09:00** (Europe/Berlin)`,
        '-# on days without an event: nothing',
        `Next post: <t:${next}:f> (<t:${next}:R>)`,
      ].join('\n'),
    );
  });

  test('takes weekdays, a topic, a role and the nearest anniversary', async () => {
    const { add } = await aManagedClub();
    const text = await add({
      time: '6:30 pm',
      zone: 'america/new_york',
      weekdays: 'mon, thursday',
      topic: 'Europe',
      role: '@Delegates',
      'when-empty': 'Post the nearest anniversary',
    });
    expect(text).toContain('on Mondays and Thursdays at **18:30** (America/New_York)');
    expect(text).toMatch(/-# topic: Europe · mentions <@&\d+> · on days without an event: the nearest anniversary/);
    expect(text).toContain(`Next post: <t:${Date.parse('2040-10-01T22:30:00Z') / 1000}:f>`);
    expect(text).not.toContain('will be shown but not notified');
  });

  test('says when the role cannot be notified', async () => {
    const { add } = await aManagedClub();
    expect(await add({ role: '@Tutors' })).toMatch(/<@&\d+> will be shown but not notified: /);
  });

  test.each([
    ['a time', { time: '25:00' }, '“25:00” is not a time of day. Write it like “09:00” or “18:30”.'],
    ['a zone', { zone: 'Europe/Berln' }, '“Europe/Berln” is not a time zone. Did you mean Europe/Berlin'],
    ['a zone at all', { zone: '+02:00' }, '+02:00” is not a time zone. '],
    ['weekdays', { weekdays: 'someday' }, '“someday” names no weekdays. Write “every day”'],
    ['a topic', { topic: 'Europa' }, 'There is no topic “Europa”. Did you mean Europe?'],
  ])('refuses what is not %s, and saves nothing', async (_, options, sentence) => {
    const { add, say } = await aManagedClub();
    expect(await add(options)).toContain(sentence);
    expect(await say('/schedule list')).toContain('This server has no schedule yet.');
  });

  test('refuses a channel where Attaché may not post, and names what it lacks', async () => {
    const { club, add, say } = await aManagedClub();
    expect(await add({ channel: '#archive' })).toContain('Attaché lacks: Send Messages. Grant that');
    const { channelId } = club.discord.channel('archive');
    club.discord.setChannelPermissions(channelId, '@bot', { deny: ['ViewChannel'] });
    expect(await add({ channel: '#archive' })).toMatch(/Attaché lacks: .*View Channel.*\. Grant that/);
    club.discord.setChannelPermissions(channelId, '@bot', { deny: ['ReadMessageHistory'] });
    expect(await add({ channel: '#archive' })).toContain('Attaché lacks: Read Message History. Grant that');
    expect(await say('/schedule list')).toContain('This server has no schedule yet.');
  });

  test('stops at 25 for a server', async () => {
    const { add } = await aManagedClub();
    for (let number = 0; number < 25; number++) expect(await add()).toContain('Schedule added');
    expect(await add()).toBe('**That is the most**\nA server can have 25 schedules. Remove one first.');
  });
});

describe('a member without Manage Server', () => {
  const ACTIONS = ['add', 'list', 'why', 'pause', 'resume', 'remove', 'preview'];

  test('is not offered any of it', async () => {
    const { club } = await aManagedClub();
    const offers = club.discord.as('Ana').commands('#general');
    const hidden = offers.filter(({ name }) => name.startsWith('/schedule')).map(({ hidden }) => hidden);
    expect(hidden).toEqual(ACTIONS.map(() => 'Needs Manage Server.'));
    const outcome = await club.discord.as('Ana').type('/schedule add', DAILY);
    expect(outcome).toMatchObject({ kind: 'failed', failure: 'not-offered' });
  });

  test.each(ACTIONS)('is refused by the bot too where the server has opened /schedule %s to all', async (action) => {
    const { club, add, say } = await aManagedClub();
    await add();
    const ana = club.discord.as('Ana');
    const options = { ...(action === 'add' ? DAILY : action === 'list' ? {} : { schedule: await pick(club) }) };
    const message = messageIn(await ana.type(`/schedule ${action}`, options, { force: true }));
    expect(message.onlyFor).toBe(ana.userId);
    expect(textOf(message)).toBe(
      '**Not allowed**\nThis needs the permission “Manage Server” on this server. Ask someone who has it.',
    );
    expect((await say('/schedule list')).match(/every day at/g)).toHaveLength(1);
    expect(await say('/schedule list')).toContain('Next post: ');
  });

  test('nobody has schedules in direct messages', async () => {
    const { mona } = await aManagedClub();
    expect(await mona.type('/schedule list', {}, { channel: 'dm' })).toMatchObject({ failure: 'not-offered' });
    const forced = messageIn(await mona.type('/schedule list', {}, { channel: 'dm', force: true }));
    expect(textOf(forced)).toContain('This works in a server where Attaché is installed, not in direct messages.');
  });
});

describe('/schedule list', () => {
  test('shows all of this server, oldest first', async () => {
    const { club, add, say } = await aManagedClub();
    await add();
    await club.pass(1);
    await add({ channel: '#general', time: '18:30', weekdays: 'weekends' });
    const lines = (await say('/schedule list')).split('\n').filter((line) => line.startsWith('<#'));
    const [first, second] = ['on-this-day', 'general'].map((name) => club.discord.channel(name).channelId);
    expect(lines).toEqual([
      `<#${first}> every day at **09:00** (Europe/Berlin)`,
      `<#${second}> at weekends at **18:30** (Europe/Berlin)`,
    ]);
  });

  test('with as many as there can be turns by its buttons until the last', async () => {
    const { club, mona, add } = await aManagedClub();
    const zone = 'America/Argentina/Buenos_Aires';
    const lengthy = { zone, weekdays: 'mon, tue, wed, thu, sat', topic: 'europe', role: '@Delegates' };
    const times = Array.from({ length: 25 }, (_, hour) => `${String(hour % 24).padStart(2, '0')}:30`);
    for (const time of times) {
      await add({ ...lengthy, time, 'when-empty': 'nearest' });
      await club.pass(1);
    }
    const first = messageIn(await mona.type('/schedule list', {}, { channel: '#general' }));
    const text = (await pagesFrom(mona, first)).join('\n');
    expect([...text.matchAll(/ at \*\*(.*)\*\* \(/g)].map(([, time]) => time)).toEqual(times);
  });

  test('without any says how to add one', async () => {
    const { say } = await aManagedClub();
    expect(await say('/schedule list')).toMatch(
      /This server has no schedule yet\. Add one with <\/schedule add:\d+>\./,
    );
  });

  test('knows nothing of another server', async () => {
    const { club, add } = await aManagedClub();
    await add();
    const guildId = club.discord.addGuild({
      name: 'Debaters',
      owner: 'Chi',
      members: [{ name: 'Chi' }],
      channels: [{ name: 'debates' }],
    });
    const chi = club.discord.as('Chi');
    expect(guildId).not.toBe('');
    const list = messageIn(await chi.type('/schedule list', {}, { channel: '#debates' }));
    expect(textOf(list)).toContain('This server has no schedule yet.');
    const removed = await chi.type('/schedule remove', { schedule: await pick(club) }, { channel: '#debates' });
    expect(textOf(messageIn(removed))).toContain('This server has no such schedule.');
  });
});

describe('a schedule', () => {
  test('is paused, resumed and removed', async () => {
    const { club, add, say } = await aManagedClub();
    await add();
    const schedule = await pick(club);
    expect(await say('/schedule pause', { schedule })).toMatch(
      /### Schedule paused\n[\s\S]*⏸️ Paused\n[\s\S]*not made up for\./,
    );
    expect(await say('/schedule list')).toContain('⏸️ Paused');
    expect(await say('/schedule resume', { schedule })).toMatch(/### Schedule resumed\n[\s\S]*Next post: /);
    expect(await say('/schedule remove', { schedule })).toContain('### Schedule removed');
    expect(await say('/schedule list')).toContain('This server has no schedule yet.');
  });

  test('keeps its state over a restart', async () => {
    const { club, add, say } = await aManagedClub();
    await add();
    const schedule = await pick(club);
    await say('/schedule pause', { schedule });
    const before = await say('/schedule list');
    await club.restart();
    expect(await say('/schedule list')).toBe(before);
  });

  test.each(['why', 'pause', 'resume', 'remove', 'preview'])(
    'that there is not cannot be asked: /schedule %s',
    async (action) => {
      const { say } = await aManagedClub();
      const text = await say(`/schedule ${action}`, { schedule: '<@&1> *none*' });
      expect(text).toMatch(
        /This server has no such schedule\. See them with <\/schedule list:\d+>; pick one while typing\./,
      );
    },
  );

  test('that never came due has nothing to explain', async () => {
    const { club, add, say } = await aManagedClub();
    await add();
    expect(await say('/schedule why', { schedule: await pick(club) })).toContain('Nothing has come due yet.');
  });
});

describe('/schedule preview', () => {
  test('shows the post of a day to the manager alone, role and all, and pings nobody', async () => {
    const { club, mona, add } = await aManagedClub();
    await add({ role: '@Delegates' });
    const preview = messageIn(await mona.type('/schedule preview', { schedule: await pick(club), date: '19 October' }));
    expect(preview.onlyFor).toBe(mona.userId);
    expect(textOf(preview)).toMatch(/### On this day: 19 October\n<@&\d+>\n\*\*1956 · The treaty is signed\*\*/);
    expect(preview.pings).toEqual({ everyone: false, roleIds: [], userIds: [] });
    expect(club.discord.as('Ana').messages('#on-this-day')).toEqual([]);
  });

  test('says what will be if the day has no event: nothing, or the nearest anniversary', async () => {
    const { club, add, say } = await aManagedClub();
    await add();
    expect(await say('/schedule preview', { schedule: await pick(club) })).toContain(
      'nothing posted: the library has no fitting event for that day',
    );
    await add({ time: '12:00', 'when-empty': 'nearest' });
    expect(await say('/schedule preview', { schedule: await pick(club, '12:00') })).toContain(
      '### A near anniversary: 19 October',
    );
  });

  test('refuses a day that there is not', async () => {
    const { club, add, say } = await aManagedClub();
    await add();
    const text = await say('/schedule preview', { schedule: await pick(club), date: '31 June' });
    expect(text).toContain('“31 June” is not a day of the calendar.');
  });
});
