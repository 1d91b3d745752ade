import { expect, test } from 'vitest';
import { type Drawing, type Letters, standingsDrawing } from '../../../src/adapters/pictures/standingsDrawing.ts';
import type { Standings } from '../../../src/views/standingsPicture.ts';
import { aPicture } from '../../support/aPicture.ts';

/** Every letter is half as wide as it is high. */
const LETTERS: Letters = {
  shown: (text) => text,
  width: (text, { size }) => (text.length * size) / 2,
};

const draw = (standings: Partial<Standings> = {}) => standingsDrawing(aPicture(standings), LETTERS);
const texts = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.kind === 'text' ? mark : []));
const said = (drawing: Drawing) => texts(drawing).map(({ text }) => text);
const row = (place: number, name: string, points = 10) => ({ place, name, points, right: 1, of: 2 });

test('it shows the title, each name with place, points and right answers, and the footer', () => {
  expect(said(draw())).toEqual(
    expect.arrayContaining(['Result', '1', 'Ana', '90', '9/10', '4', 'Dai', '60', 'Attaché']),
  );
});

test('the first three places have a ribbon and bold names, not only another colour', () => {
  const drawing = draw();
  expect(drawing.marks.filter(({ kind }) => kind === 'shape')).toHaveLength(2 * 3);
  const bold = (name: string) => texts(drawing).find(({ text }) => text === name)?.font.bold;
  expect(['Ana', 'Ben', 'Chi', 'Dai'].map(bold)).toEqual([true, true, true, false]);
});

test('two who share a place both have its medal', () => {
  const rows = [row(1, 'Ana'), row(1, 'Ben'), row(4, 'Chi')];
  expect(draw({ rows }).marks.filter(({ kind }) => kind === 'shape')).toHaveLength(2 * 2);
});

test('nobody has a medal for nothing', () => {
  expect(draw({ rows: [row(1, 'Ana', 0)] }).marks.filter(({ kind }) => kind === 'shape')).toHaveLength(0);
});

test('a long name is cut with an ellipsis and stays clear of the points', () => {
  const drawing = draw({ rows: [row(1, 'W'.repeat(100), 1234567)] });
  const name = texts(drawing).find(({ text }) => text.startsWith('WW'));
  const points = texts(drawing).find(({ text }) => text === '1\u202f234\u202f567');
  if (!name || !points) throw new Error('no name or no points');
  expect(name.text).toMatch(/^W+…$/);
  expect(name.x + LETTERS.width(name.text, name.font)).toBeLessThan(points.x - LETTERS.width(points.text, points.font));
});

test('a cut never splits an emoji', () => {
  const family = '👨‍👩‍👧';
  const name = said(draw({ rows: [row(1, family.repeat(12))] })).find((text) => text.startsWith(family));
  expect(name).toMatch(new RegExp(`^(${family})+…$`, 'u'));
});

test('hostile names are letters like any others', () => {
  const name = '<script>&"\'</a>';
  expect(said(draw({ rows: [row(1, name)] }))).toContain(name);
});

test('nothing stands outside of the picture, whatever there is to show', () => {
  const long = 'Long '.repeat(60);
  const teams = Array.from({ length: 6 }, (_, at) => ({ place: at + 1, name: long, points: 1e9, members: 3 }));
  const rows = Array.from({ length: 12 }, (_, at) => ({ ...row(at + 1, long, 1e9), team: long }));
  for (const standings of [{}, { rows: [] }, { title: long, subtitle: long, footer: long, teams, rows }]) {
    const drawing = draw(standings);
    for (const mark of texts(drawing)) {
      const width = LETTERS.width(mark.text, mark.font);
      const left = mark.x - { left: 0, center: width / 2, right: width }[mark.align];
      expect(left).toBeGreaterThanOrEqual(20);
      expect(left + width).toBeLessThanOrEqual(drawing.width - 20);
      expect(mark.y + mark.font.size / 2).toBeLessThan(drawing.height);
    }
  }
});

test('a team game shows the teams, and each player with a team', () => {
  const teams = [
    { place: 1, name: 'Team 2', points: 84, members: 2 },
    { place: 2, name: 'Team 1', points: 30, members: 1 },
  ];
  const shown = said(draw({ teams, rows: [{ ...row(1, 'Ana'), team: 'Team 2' }] }));
  expect(shown.filter((text) => text === 'Team 2')).toHaveLength(2);
  expect(shown).toEqual(expect.arrayContaining(['84', 'Team 1', '30', 'Ana']));
});
