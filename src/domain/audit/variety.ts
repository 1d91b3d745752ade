import type { Article } from '../library.ts';
import type { Finding } from './finding.ts';

const KINDS = 3;

/** Articles whose questions are all of one or two kinds. */
export function monotonousQuestions(article: Article): Finding[] {
  const kinds = [...new Set(article.questions.map(({ kind }) => kind))];
  if (kinds.length >= KINDS) return [];
  return [
    {
      path: ['questions'],
      wrong: `The questions are of ${kinds.length} kind${kinds.length === 1 ? '' : 's'} only: ${kinds.join(', ')}.`,
      mend: `Ask in at least ${KINDS} kinds: choice, true-false, year, text or order.`,
    },
  ];
}
