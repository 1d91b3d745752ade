import { expect, test } from 'vitest';
import { clashingRefs } from '../../../src/domain/audit/shortRefs.ts';
import { aChoice, anArticle, aYear } from '../../support/anArticle.ts';

const first = anArticle({ id: 'first', questions: [aChoice(), aYear()] });
const second = anArticle({ id: 'second', questions: [aYear({ id: 'when' }), aChoice()] });

test('two questions of one short name: the later one is to be renamed', () => {
  const byKind = ({ question }: { question: { kind: string } }) => question.kind;
  expect(clashingRefs([first, second], byKind).get(second)).toEqual([
    {
      path: ['questions', 0, 'id'],
      wrong: 'Its short name is that of first/treaty-year.',
      mend: 'Give it another id.',
    },
    { path: ['questions', 1, 'id'], wrong: 'Its short name is that of first/how-spoken.', mend: 'Give it another id.' },
  ]);
});

test('questions of the same id in two articles have short names of their own', () => {
  expect([...clashingRefs([first, second]).values()].flat()).toEqual([]);
});
