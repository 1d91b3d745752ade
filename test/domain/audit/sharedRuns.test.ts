import { describe, expect, test } from 'vitest';
import { copiedPassages, sharedRuns } from '../../../src/domain/audit/sharedRuns.ts';
import { aFact, anArticle } from '../../support/anArticle.ts';

const source = 'The envoys met in the old palace, on a cold day in March, and signed nothing at all.';

describe('runs shared with a source', () => {
  test.each([
    ['seven words', 'Envoys met in the old palace on Sunday.', []],
    ['eight words', 'Envoys met in the old palace on a Sunday.', ['envoys met in the old palace on a']],
    ['other case and punctuation', 'ENVOYS MET: in the old palace (on a …)', ['envoys met in the old palace on a']],
    [
      'a longer run, whole',
      'Envoys met in the old palace on a cold day.',
      ['envoys met in the old palace on a cold day'],
    ],
    [
      'two runs',
      'The envoys met in the old palace on Monday; a cold day in March and signed nothing!',
      ['the envoys met in the old palace on', 'a cold day in march and signed nothing'],
    ],
    ['quoted speech', 'He said “envoys met in the old palace on a cold day”.', []],
    ['words on both sides of quoted speech', 'Envoys met in the “very” old palace on a', []],
    ['nothing', '', []],
  ])('%s', (_, ours, runs) => {
    expect(sharedRuns(ours, source)).toEqual(runs);
  });

  test('speech quoted in the source is the source’s all the same', () => {
    expect(sharedRuns('one two three four', 'He said “one two three four”.', 4)).toEqual(['one two three four']);
  });
});

test('the article’s passages are searched one by one', () => {
  const article = anArticle({ facts: [aFact(), aFact({ id: 'copied', text: source })] });
  expect(copiedPassages(article, source)).toEqual([
    {
      path: ['facts', 1, 'text'],
      wrong:
        'These 18 words stand in the source in the same order: “the envoys met in the old palace on a cold day in march and signed nothing at all”.',
      mend: 'Say it in other words, or mark speech as a quotation.',
    },
  ]);
});
