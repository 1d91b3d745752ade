import type { Question } from '../library.ts';
import { type Answer, inOrder, judge, shownOptions } from '../quiz.ts';
import type { Seed } from '../random.ts';

/** A year off by so many is worth nothing. */
const YEARS_OFF = 10;

export type Judged =
  | { readonly kind: 'share'; readonly share: number }
  /** Right but too vague. */
  | { readonly kind: 'more'; readonly ask: string }
  | { readonly kind: 'unreadable' };

/**
 * How much of an answer is right, 0–1. A year counts by its closeness, an order by
 * the pairs that are in the right order; nothing but a wholly right answer gives 1.
 */
export function judgeShare(question: Question, seed: Seed, answer: Answer): Judged {
  const verdict = judge(question, seed, answer);
  switch (verdict?.kind) {
    case undefined:
    case 'unreadable':
      return { kind: 'unreadable' };
    case 'more':
      return verdict;
    case 'right':
      return { kind: 'share', share: 1 };
    case 'wrong':
      return { kind: 'share', share: partly(question, seed, answer) };
  }
}

function partly(question: Question, seed: Seed, answer: Answer): number {
  if (question.kind === 'year' && answer.kind === 'typed') {
    const off = Math.abs(Number(/\d{3,4}/.exec(answer.text.normalize('NFKC'))?.[0]) - question.answer);
    return off < YEARS_OFF ? (YEARS_OFF - off) / YEARS_OFF : 0;
  }
  if (question.kind === 'order' && answer.kind === 'order') {
    const right = inOrder(question).map(({ text }) => text);
    const shown = shownOptions(question, seed);
    const given = answer.shown.map((place) => right.indexOf(shown[place] ?? ''));
    const pairs = given.flatMap((earlier, at) => given.slice(at + 1).map((later) => earlier < later));
    return pairs.filter(Boolean).length / pairs.length;
  }
  return 0;
}
