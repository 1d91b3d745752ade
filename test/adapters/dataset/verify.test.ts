import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/adapters/dataset/desk.ts';
import { aDataset } from '../../support/aDataset.ts';
import { anEvent, TODAY } from '../../support/anArticle.ts';

const HEAD = 'date,title,parties,confidence';
const DECLARATION = '1956-10-19,Joint Declaration of Japan and the Soviet Union,Japan;Soviet Union,2';
const OTHERS = ['1956-10-19,Treaty of commerce,Italy;Spain,1', '1957-10-19,Treaty of fisheries,Norway;Spain,1'];

/** The dataset's events held against a reference of these lines. */
async function verified(lines: readonly string[], events = [anEvent()]) {
  const data = await aDataset({ 'events/10.json': { events } });
  const file = join(data, 'reference.csv');
  writeFileSync(file, `\ufeff${lines.join('\n')}\n`);
  const { exitCode, lines: printed } = await answer(['verify', file], { data, docs: data }, TODAY);
  return { exitCode, lines: printed.map((line) => line.replace(file, 'FILE')) };
}

const declaration = anEvent({
  title: 'Joint Declaration of Japan and the Soviet Union',
  parties: ['Japan', 'Soviet Union'],
});

test('events that agree pass', async () => {
  expect(await verified([HEAD, DECLARATION, ...OTHERS], [declaration])).toEqual({
    exitCode: 0,
    lines: ['1 of 1 events agree with the reference, 0 disagree, 0 (0.0 %) have no match.'],
  });
});

test('a date that differs is told with both, and fails while one publisher alone states ours', async () => {
  const other = DECLARATION.replace('10-19', '10-17');
  expect(await verified([HEAD, other, ...OTHERS], [declaration])).toEqual({
    exitCode: 1,
    lines: [
      `disagrees: ${declaration.id}, “${declaration.title}” (1 publisher); the reference has 1956-10-17, “${declaration.title}”`,
      '0 of 1 events agree with the reference, 1 disagree, 0 (0.0 %) have no match.',
      '1 of those that the reference does not confirm name fewer than 2 publishers.',
    ],
  });
});

test('an event without a match fails when it is one of fewer than ten, whoever states it', async () => {
  const backed = {
    ...declaration,
    sources: [...declaration.sources, { ...declaration.sources[0], publisher: 'Another' }],
  };
  const { exitCode, lines } = await verified([HEAD, ...OTHERS], [backed as typeof declaration]);
  expect([exitCode, lines.at(-1)]).toEqual([1, 'Fewer than 10 % may be without a match.']);
});

describe('a reference that cannot be used is refused:', () => {
  test.each([
    ['no rows', [HEAD], 'The reference FILE has no rows.'],
    ['no dates', ['day,title', '1956-10-19,x'], 'The reference FILE has a fault in row 1: '],
    ['a date that is none', [HEAD, '1956-13-19,x,,1'], 'The reference FILE has a fault in row 1: '],
    ['no CSV', [HEAD, '"1956'], 'The reference FILE is not CSV: '],
  ])('%s', async (_, lines, sentence) => {
    const { exitCode, lines: printed } = await verified(lines);
    expect([exitCode, printed[0]?.slice(0, sentence.length)]).toEqual([2, sentence]);
  });

  test('no file', async () => {
    const data = await aDataset();
    expect(await answer(['verify', 'nowhere.csv'], { data, docs: data }, TODAY)).toEqual({
      exitCode: 2,
      lines: ['The reference nowhere.csv cannot be read.'],
    });
  });
});
