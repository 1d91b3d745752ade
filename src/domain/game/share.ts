import type { Answer } from '../kinds/kind.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { Question } from '../library.ts';
import type { Seed } from '../random.ts';

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
  const kind = kindOf(question);
  const verdict = kind.judge(question, seed, answer);
  switch (verdict?.kind) {
    case undefined:
    case 'unreadable':
      return { kind: 'unreadable' };
    case 'more':
      return verdict;
    case 'right':
      return { kind: 'share', share: 1 };
    case 'wrong':
      return { kind: 'share', share: kind.partly(question, seed, answer) };
  }
}
