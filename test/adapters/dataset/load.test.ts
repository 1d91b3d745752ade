import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BrokenDataset } from '../../../src/adapters/dataset/faults.ts';
import { loadLibrary } from '../../../src/adapters/dataset/load.ts';
import { aDataset } from '../../support/aDataset.ts';
import { aFact, anArticle, anEvent, aTopic, TODAY } from '../../support/anArticle.ts';

/** The line in a file whose length is the builder's business; document.test.ts has the lines. */
const LINE = /((?:leaders-call-2020|10)\.json):\d+/g;

/** The list of faults, a line each, without the folder. */
async function faultsOf(changes: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const dir = await aDataset(changes);
  const error: unknown = await loadLibrary(dir, TODAY).catch((thrown: unknown) => thrown);
  if (!(error instanceof BrokenDataset)) throw new Error('it loaded');
  return error.message.replaceAll(`${dir}/`, '').replaceAll(LINE, '$1:#').split('\n');
}

describe('a sound dataset', () => {
  test('becomes a library of plain values', async () => {
    const dir = await aDataset({
      'articles/leaders-call-2020.json': { $schema: '../schema/article.schema.json', ...anArticle() },
    });
    const { articles, events, topics } = await loadLibrary(dir, TODAY);
    expect({ articles, events, topics }).toEqual({ articles: [anArticle()], events: [anEvent()], topics: [aTopic()] });
    expect(Object.keys(articles[0] ?? {})).not.toContain('$schema');
  });

  test('may lack months', async () => {
    expect((await loadLibrary(await aDataset({ 'events/10.json': undefined }), TODAY)).events).toEqual([]);
  });
});

describe('a broken dataset', () => {
  test('is refused with all faults of all files, by file and line', async () => {
    const article = anArticle({
      headline: 'x'.repeat(121),
      facts: [aFact({ source: 'gazete' }), ...anArticle().facts.slice(1)],
      topics: ['asia'],
    });
    expect(
      await faultsOf({
        'articles/another.json': '{ "id": 3 ',
        'articles/leaders-call-2020.json': article,
        'events/10.json': { events: [anEvent({ articles: ['x'] })] },
        'topics.json': { topics: [aTopic(), aTopic()] },
      }),
    ).toEqual([
      'The dataset has 6 faults in 4 files:',
      'articles/another.json:1  $  An object is not closed. Put the missing } in.',
      'articles/leaders-call-2020.json:#  $.headline  This has 121 characters; 120 are the most. Shorten it by 1.',
      'articles/leaders-call-2020.json:#  $.topics[0]  There is no topic “asia”. Use one of europe, or add it.',
      'articles/leaders-call-2020.json:#  $.facts[0].source  There is no source “gazete”. Did you mean “gazette”?',
      'events/10.json:#  $.events[0].articles[0]  There is no article “x”. Use one of another, leaders-call-2020, or add it.',
      'topics.json:9  $.topics[1].id  Another topic has the id “europe” already. Give this one an id of its own, and correct what refers to it.',
    ]);
  });

  test('says which files are missing, without blaming those that name their ids', async () => {
    expect(await faultsOf({ 'topics.json': undefined, 'neutral-names.json': undefined })).toEqual([
      'The dataset has 2 faults in 2 files:',
      'neutral-names.json:1  $  This file is missing. Restore it; the library cannot do without.',
      'topics.json:1  $  This file is missing. Restore it; the library cannot do without.',
    ]);
  });

  test('says which file is named for no month', async () => {
    expect(await faultsOf({ 'events/13.json': { events: [] } })).toEqual([
      'The dataset has 1 fault in 1 file:',
      'events/13.json:1  $  This file is not named for a month. Move its events into 01.json to 12.json.',
    ]);
  });

  test('may name an article whose own file is broken', async () => {
    const faults = await faultsOf({ 'articles/leaders-call-2020.json': '{}' });
    expect(faults.filter((line) => line.startsWith('events'))).toEqual([]);
  });
});

test('the library of this repository is sound', async () => {
  const dir = join(import.meta.dirname, '../../../data');
  expect(
    (await loadLibrary(dir, new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10))).topics.length,
  ).toBeGreaterThan(0);
});
