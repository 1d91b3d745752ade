import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answer } from '../../../src/adapters/dataset/desk.ts';
import { aDataset, aFolder } from '../../support/aDataset.ts';
import { anArticle, anEvent, TODAY } from '../../support/anArticle.ts';

async function aDesk(changes = {}) {
  const data = await aDataset(changes);
  const docs = aFolder();
  const ask = (...args: readonly string[]) => answer(['report', ...args], { data, docs }, TODAY);
  const read = (name: string) => readFileSync(join(docs, name), 'utf8');
  return { data, docs, ask, read };
}

test('the report is written as a page and a picture, and is then up to date', async () => {
  const { docs, ask, read } = await aDesk();
  const files = ['library.md', 'pictures/library-year.svg'].map((name) => join(docs, name));
  expect(await ask()).toEqual({ exitCode: 0, lines: files.map((file) => `Wrote ${file}.`) });
  expect(await ask('--check')).toEqual({ exitCode: 0, lines: ['The report is up to date.'] });
  expect(read('library.md')).toContain('1 articles with 8 facts and 8 questions');
  expect(read('library.md')).toContain('![Events on each of the 366 days');
  expect(read('pictures/library-year.svg').match(/<rect/g)?.length).toBe(1 + 366);
});

test('a report that is missing or changed is a fault, and nothing is written', async () => {
  const { docs, ask, read } = await aDesk();
  expect((await ask('--check')).lines).toEqual([
    `${join(docs, 'library.md')}:1  $  This generated file is missing. Run npm run data:report.`,
    `${join(docs, 'pictures/library-year.svg')}:1  $  This generated file is missing. Run npm run data:report.`,
  ]);
  await ask();
  writeFileSync(join(docs, 'library.md'), 'Nothing.\n');
  expect(await ask('--check')).toEqual({
    exitCode: 1,
    lines: [`${join(docs, 'library.md')}:1  $  This generated file is out of date. Run npm run data:report.`],
  });
  expect(read('library.md')).toBe('Nothing.\n');
});

test('the report does not change with the day on which it is written', async () => {
  const facts = anArticle().facts.map((fact) => ({ ...fact, validUntil: '2026-12' }));
  const { data, docs } = await aDesk({ 'articles/leaders-call-2020.json': anArticle({ facts }) });
  await answer(['report'], { data, docs }, '2026-11-25');
  expect(await answer(['report', '--check'], { data, docs }, '2030-01-01')).toMatchObject({ exitCode: 0 });
});

test('what would break a table does not', async () => {
  const { ask, read } = await aDesk({ 'articles/leaders-call-2020.json': anArticle({ headline: 'One | two' }) });
  await ask();
  expect(read('library.md')).toContain('| One \\| two (`leaders-call-2020`) |');
});

test('days with more events are darker', async () => {
  const one = anEvent({ id: '1956-10-19-a', date: '1956-10-19' });
  const two = anEvent({ id: '1957-10-19-b', date: '1957-10-19' });
  const three = anEvent({ id: '1958-10-20-c', date: '1958-10-20' });
  const { ask, read } = await aDesk({ 'events/10.json': { events: [one, two, three] } });
  await ask();
  const fills = [...read('pictures/library-year.svg').matchAll(/fill="(#\w+)"\/><text[^>]*>(\d)</g)];
  expect(new Map(fills.map(([, fill, events]) => [events, fill])).size).toBe(3);
});
