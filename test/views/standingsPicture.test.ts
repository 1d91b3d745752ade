import fc from 'fast-check';
import { expect, test } from 'vitest';
import { altText, legible, type Standings, standingsPicture } from '../../src/views/standingsPicture.ts';
import { en } from '../../src/words/en.ts';

const row = (place: number, name: string) => ({ place, name, points: 100 - place, right: 7, of: 10 });
const picture = (standings: Partial<Standings> = {}) =>
  standingsPicture(en, { title: 'Result', subtitle: 'Classic', rows: [], footer: 'Attaché', ...standings });
const players = (count: number, name = 'Ana') => Array.from({ length: count }, (_, at) => row(at + 1, `${name}${at}`));

/** Of any characters at all, assigned or not. */
const anyName = fc
  .uint32Array({ max: 0x10ffff, maxLength: 100 })
  .map((characters) => String.fromCodePoint(...characters));

test('the words hold title, every row and footer, in order', () => {
  const rows = [
    { place: 1, name: 'Ana', points: 1250, right: 9, of: 10 },
    { place: 2, name: 'Ben', points: 1, right: 0, of: 1 },
  ];
  expect(altText(en, picture({ rows }))).toBe(
    ['Result', 'Classic', '1st Ana: 1,250 points, 9 of 10 right', '2nd Ben: 1 point, 0 of 1 right', 'Attaché'].join(
      '\n',
    ),
  );
});

test('of a team game the words name the teams, and who is in which', () => {
  const teams = [{ place: 1, name: 'Team 2', points: 84, members: 1 }];
  const words = altText(en, picture({ teams, rows: [{ ...row(1, 'Ana'), team: 'Team 2' }] }));
  expect(words).toContain('1st Team 2 (1 player): 84 points on average');
  expect(words).toContain('1st Ana (Team 2): 99 points, 7 of 10 right');
});

test('ten rows are shown, and the others counted', () => {
  expect(picture({ rows: players(10) })).toMatchObject({ rows: { length: 10 }, footer: 'Attaché' });
  expect(picture({ rows: players(12) })).toMatchObject({
    rows: { length: 10 },
    footer: 'and 2 more players · Attaché',
  });
});

test('however long the names, the words of all ten rows and six teams fit a description', () => {
  const long = 'Longest name of all '.repeat(10);
  const teams = Array.from({ length: 6 }, (_, at) => ({
    place: at + 1,
    name: `${long}${at}`,
    points: 1e6,
    members: 99,
  }));
  const rows = players(10, long).map((one) => ({ ...one, points: 1e6, team: long }));
  const words = altText(en, picture({ title: long, subtitle: long, footer: long, teams, rows }));
  expect(words.length).toBeLessThanOrEqual(1024);
  expect(words.match(/^\d+(st|nd|rd|th) Lo.*points, 7 of 10 right$/gm)).toHaveLength(10);
});

test('short names are whole where one long name must be cut', () => {
  const rows = [...players(9, 'Anastasia'), row(10, 'W'.repeat(3000))];
  expect(altText(en, picture({ rows }))).toContain('1st Anastasia0:');
});

test('a name cannot turn the words around, break the line or pile up marks', () => {
  expect(legible('\u202eevil\u2066 \u200fname\u0000')).toBe('evil name');
  expect(legible(' two\n\nlines\t')).toBe('two lines');
  expect(legible(`a${'\u0301\u0316'.repeat(20)}b`)).toMatch(/^\p{L}\p{M}{2}b$/u);
  expect(legible('half \ud83d emoji')).toBe('half emoji');
});

test('names of other scripts, and emoji of several parts, stay as they are', () => {
  for (const name of ['Đặng Thị Ánh', '李小龙', 'مریم‌السادات', '👨‍👩‍👧', '🏳️‍🌈', 'สมชาย', '<b>&"\''])
    expect(legible(name)).toBe(name);
});

test('a name of which nothing can be seen is somebody all the same', () => {
  expect(picture({ rows: [row(1, '\u3164\u200b\u2800')] }).rows[0]?.name).toBe('Someone');
});

test('whatever people call themselves, the words fit and have a line for each row', () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 10 }), (names) => {
      const words = altText(en, picture({ rows: names.map((name, at) => row(at + 1, name)) }));
      expect(words.length).toBeLessThanOrEqual(1024);
      expect(words.split('\n')).toHaveLength(3 + names.length);
    }),
  );
});
