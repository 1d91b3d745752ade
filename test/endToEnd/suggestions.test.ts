import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClub } from '../support/aClub.ts';

const club = await openClub();
afterAll(() => club.close());
const mona = club.discord.as('Mona');

beforeAll(async () => {
  const where = { channel: '#on-this-day', time: '09:00', zone: 'Europe/Berlin' };
  await mona.type('/schedule add', where);
  await mona.type('/schedule add', { ...where, channel: '#general', time: '18:30', weekdays: 'weekdays' });
});

async function suggestions(command: string, option: string, typed: string) {
  const completion = await mona.complete(command, option, typed);
  if (completion.kind !== 'choices') throw new Error(completion.notice);
  return completion.choices;
}
const names = async (...asked: [command: string, option: string, typed: string]) =>
  (await suggestions(...asked)).map(({ name }) => name);

/** Every option that suggests, by the commands that are registered. */
function suggesting(): [command: string, option: string][] {
  return mona.commands('#general').flatMap(({ name, command }) => {
    const [, action] = name.split(' ');
    const all = command.options ?? [];
    const own = action ? all.find((one) => one.name === action) : { options: all };
    const options = (own && 'options' in own ? own.options : undefined) ?? [];
    return options.flatMap((option) =>
      'autocomplete' in option && option.autocomplete ? [[name, option.name] as [string, string]] : [],
    );
  });
}

describe('every option that suggests', () => {
  const HOSTILE = [
    '',
    ' ',
    '-',
    '\\',
    '*_~`|<>[]()',
    '@everyone <@&1> <#2>',
    '"; DROP TABLE schedules; --',
    '%00\u0000',
    '\u202e\u200b\u2066',
    '北方領土',
    'Курилы',
    '👩‍👩‍👧‍👦'.repeat(20),
    'a'.repeat(6000),
    'the of and to '.repeat(300),
    '__proto__',
    '9999999999999999999-99-99',
    '31 31 31',
    '00:00:00',
  ];

  test('is known', () => {
    const known = suggesting().map((one) => one.join(' '));
    expect(known).toEqual(
      expect.arrayContaining([
        '/summary article',
        '/facts article',
        '/timeline article',
        '/articles topic',
        '/quiz question article',
        '/quiz question topic',
        '/onthisday date',
        '/onthisday topic',
        '/schedule add time',
        '/schedule add zone',
        '/schedule add weekdays',
        '/schedule add topic',
        '/schedule why schedule',
        '/schedule pause schedule',
        '/schedule resume schedule',
        '/schedule remove schedule',
        '/schedule preview schedule',
        '/schedule preview date',
      ]),
    );
  });

  test.each(suggesting())(
    '%s %s offers something before anything is typed, and never more than 25',
    async (...option) => {
      const offered = await suggestions(...option, '');
      expect(offered.length).toBeGreaterThan(0);
      expect(offered.length).toBeLessThanOrEqual(25);
    },
  );

  test.each(suggesting())('%s %s answers whatever is typed, and nothing goes wrong', async (...option) => {
    const before = club.log.length;
    for (const typed of HOSTILE) expect((await suggestions(...option, typed)).length).toBeLessThanOrEqual(25);
    expect(club.log.slice(before).filter(({ level }) => level > 30)).toEqual([]);
  });
});

describe('the best match comes first', () => {
  test.each([
    ['/summary', 'article', 'suga', 'Suga'],
    ['/summary', 'article', 'singapor', 'Abe and Putin in Singapore'],
    ['/summary', 'article', 'portsmuth', 'The Treaty of Portsmouth'],
    ['/facts', 'article', 'KURILS FOUR', 'The Northern Territories'],
    ['/timeline', 'article', 'constituton vote', "Russia's constitutional vote"],
    ['/quiz question', 'article', 'zhou enlai', 'The Joint Communiqué of 1972'],
    ['/articles', 'topic', 'arms', 'Arms control'],
    ['/quiz question', 'topic', 'climat', 'Climate and environment'],
    ['/onthisday', 'topic', 'human rigts', 'Human rights'],
    ['/onthisday', 'date', '29 feb', '29 February'],
    ['/onthisday', 'date', '29 sept', '29 September'],
    ['/onthisday', 'date', '1 febuary', '1 February'],
    ['/schedule add', 'zone', 'berlin', 'Europe/Berlin'],
    ['/schedule add', 'zone', 'sidney', 'Australia/Sydney'],
    ['/schedule add', 'zone', 'new york', 'America/New_York'],
    ['/schedule add', 'zone', 'tokio', 'Asia/Tokyo'],
    ['/schedule add', 'time', '9', '09:00'],
    ['/schedule add', 'time', '6:45pm', '18:45'],
    ['/schedule add', 'weekdays', 'we', 'weekdays'],
    ['/schedule why', 'schedule', '18:30', '#general · 18:30 on weekdays · Europe/Berlin'],
    ['/schedule remove', 'schedule', 'on-this', '#on-this-day · 09:00 every day · Europe/Berlin'],
  ])('%s %s “%s”: %s', async (command, option, typed, best) => {
    const [first] = await names(command, option, typed);
    expect(first?.slice(0, best.length)).toBe(best);
  });

  test('and what is suggested is taken', async () => {
    const [best] = await suggestions('/summary', 'article', 'portsmuth');
    const outcome = await mona.type('/summary', { article: best?.value ?? '' });
    expect(JSON.stringify(outcome)).toContain('The Treaty of Portsmouth ends the war');
  });
});

test('days are suggested from today on', async () => {
  const [today, ...others] = await names('/onthisday', 'date', '');
  expect(today).toMatch(/^29 September · \d+ events$/);
  expect(others.slice(0, 2).map((day) => day.replace(/ · .*/, ''))).toEqual(['30 September', '1 October']);
});

test('the zones of the server come first', async () => {
  expect((await names('/schedule add', 'zone', ''))[0]).toBe('Europe/Berlin');
});
