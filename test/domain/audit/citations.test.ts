import { expect, test } from 'vitest';
import { idleFacts } from '../../../src/domain/audit/citations.ts';
import { aFact, anArticle } from '../../support/anArticle.ts';

test('a fact that nothing rests on is noted', () => {
  const article = anArticle({ facts: [aFact(), aFact({ id: 'idle' })] });
  expect(idleFacts(article)).toEqual([
    {
      path: ['facts', 1, 'id'],
      wrong: 'Nothing rests on the fact “idle”.',
      mend: 'Let a sentence or a question use it, or leave it out.',
    },
  ]);
});

test('facts of sentences, positions and questions are in use', () => {
  expect(idleFacts(anArticle())).toEqual([]);
});
