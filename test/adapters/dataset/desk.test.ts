import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/adapters/dataset/desk.ts';
import { aDataset } from '../../support/aDataset.ts';
import { aFact, anArticle, aSentence, TODAY } from '../../support/anArticle.ts';

/** The line in a file whose length is the builder's business; document.test.ts has the lines. */
const LINE = /((?:leaders-call-2020|10)\.json):\d+/g;

/** What is printed, without the folder. */
async function printed(args: readonly string[], dir: string) {
  const { lines, exitCode } = await answer(args, { data: dir, docs: join(dir, 'docs') }, TODAY);
  return { exitCode, lines: lines.map((line) => line.replaceAll(`${dir}/`, '').replace(LINE, '$1:#')) };
}

describe('the check', () => {
  test('counts what a sound dataset holds', async () => {
    expect(await printed(['check'], await aDataset())).toEqual({
      exitCode: 0,
      lines: ['The dataset is sound: 1 articles, 8 facts, 8 questions, 1 events, 1 terms, 1 topics.'],
    });
  });

  test('notes what lapses soon and what nothing rests on, and passes', async () => {
    const facts = [...anArticle().facts, aFact({ id: 'premier', validUntil: '2026-12-05' })];
    const dir = await aDataset({ 'articles/leaders-call-2020.json': anArticle({ facts }) });
    const { exitCode, lines } = await printed(['check'], dir);
    expect([exitCode, lines.slice(0, 2)]).toEqual([
      0,
      [
        'note: articles/leaders-call-2020.json:#  $.facts[8].validUntil  Lapses on 2026-12-05, in 10 days. Check it again, or word it so that it stays true.',
        'note: articles/leaders-call-2020.json:#  $.facts[8].id  Nothing rests on the fact “premier”. Let a sentence or a question use it, or leave it out.',
      ],
    ]);
  });

  test('notes the same beside the faults', async () => {
    const facts = [...anArticle().facts, aFact({ id: 'premier', validUntil: '2025', source: 'gazete' })];
    const dir = await aDataset({ 'articles/leaders-call-2020.json': anArticle({ facts }) });
    expect((await printed(['check'], dir)).lines.map((line) => line.split('  ')[1])).toEqual([
      '$.facts[8].validUntil',
      '$.facts[8].id',
      '$.facts[8].source',
      undefined,
      undefined,
    ]);
  });

  test('prints every fault and fails', async () => {
    const dir = await aDataset({ 'articles/leaders-call-2020.json': anArticle({ topics: ['asia'] }) });
    expect(await printed(['check'], dir)).toEqual({
      exitCode: 1,
      lines: [
        'articles/leaders-call-2020.json:#  $.topics[0]  There is no topic “asia”. Use one of europe, or add it.',
        '',
        '1 fault in 1 file.',
      ],
    });
  });

  test('fails when a generated schema is stale or missing', async () => {
    const dir = await aDataset();
    rmSync(join(dir, 'schema/topics.schema.json'));
    writeFileSync(join(dir, 'schema/article.schema.json'), '{}\n');
    expect(await printed(['check'], dir)).toEqual({
      exitCode: 1,
      lines: [
        'schema/article.schema.json:1  $  This generated file is out of date. Run npm run data:schema.',
        'schema/topics.schema.json:1  $  This generated file is missing. Run npm run data:schema.',
        '',
        '2 faults in 2 files.',
      ],
    });
  });
});

describe('the comparison with source texts', () => {
  const copied = 'Envoys of both sides met in an old palace in Vienna.';

  test('reports every run with its place', async () => {
    const summary = { ...anArticle().summary, line: aSentence(copied, ['envoys']) };
    const dir = await aDataset({
      'articles/leaders-call-2020.json': anArticle({ summary }),
      'source.txt': `News\n\n${copied} More.`,
      'other.txt': 'Nothing alike.',
    });
    const pairs = ['other.txt', 'source.txt'].flatMap((name) => [
      `--source=${join(dir, name)}`,
      '--article',
      'leaders-call-2020',
    ]);
    expect(await printed(['check', ...pairs], dir)).toEqual({
      exitCode: 1,
      lines: [
        'articles/leaders-call-2020.json:#  $.summary.line.text  These 11 words stand in the source in the same order: “envoys of both sides met in an old palace in vienna”. Say it in other words, or mark speech as a quotation.',
        '',
        '1 fault in 1 file.',
      ],
    });
  });

  test.each([
    [
      'an article that there is not',
      ['--source', 'package.json', '--article', 'x'],
      'There is no readable article “x”',
    ],
    [
      'a file that there is not',
      ['--source', 'nowhere.txt', '--article', 'leaders-call-2020'],
      'The source text nowhere.txt cannot be read.',
    ],
  ])('refuses %s', async (_, args, sentence) => {
    const { exitCode, lines } = await printed(['check', ...args], await aDataset());
    expect([exitCode, lines[0]?.slice(0, sentence.length)]).toEqual([2, sentence]);
  });
});

describe('what is not understood', () => {
  test.each([
    [['check', '--sauce', 'x'], 'The command check has no flag --sauce.'],
    [['check', '-x'], 'The command check has no flag -x.'],
    [['check', 'more'], 'The command check takes nothing more, not “more”.'],
    [['check', '--source'], 'The flag --source needs a value.'],
    [['check', '--source', 'x'], 'Every --source FILE needs its --article ID.'],
    [['schema', '--source', 'x', '--article', 'y'], 'The command schema has no flag --source.'],
    [['report', '--source', 'x'], 'The command report has no flag --source.'],
    [['verify'], 'Say which CSV file to compare with.'],
    [['verify', 'a.csv', 'b.csv'], 'Say which CSV file to compare with.'],
    [['polish'], 'Say one of check, schema, verify, report, not “polish”.'],
    [[], 'Say one of check, schema, verify, report, not “”.'],
  ])('%j', async (args, sentence) => {
    const { exitCode, lines } = await printed(args, 'nowhere');
    expect([exitCode, lines[0]]).toEqual([2, sentence]);
  });
});

test('the schemas are written the same each time', async () => {
  const dir = await aDataset();
  const written = () => readFileSync(join(dir, 'schema/article.schema.json'), 'utf8');
  const before = written();
  expect(await printed(['schema'], dir)).toEqual({
    exitCode: 0,
    lines: ['article', 'event', 'topics', 'glossary', 'countries', 'neutral-names'].map(
      (name) => `Wrote schema/${name}.schema.json.`,
    ),
  });
  expect(written()).toBe(before);
});

test.each([[['report']], [['report', '--check']], [['verify', 'package.json']]])(
  'of a dataset with faults %j says only that',
  async (args) => {
    const dir = await aDataset({ 'articles/leaders-call-2020.json': anArticle({ topics: ['asia'] }) });
    expect(await printed(args, dir)).toEqual({
      exitCode: 1,
      lines: ['The dataset has 1 fault in 1 file. Run npm run data:check.'],
    });
  },
);
