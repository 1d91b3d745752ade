import type { Verdict } from '../judging.ts';
import type { OrderQuestion, Question } from '../library.ts';
import type { Seed } from '../random.ts';

/** What is answered: a shown option's place (0 for true, 1 for false), typed words, or the shown places in their order. */
export type Answer =
  | { readonly kind: 'option'; readonly shown: number }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'order'; readonly shown: readonly number[] };

/** What a player is helped with, and still has to know the answer for. */
export type Hint =
  /** These shown options are wrong; at least two are left. */
  | { readonly kind: 'fall-away'; readonly shown: readonly number[] }
  /** The year is one of the ten from this one on. */
  | { readonly kind: 'decade'; readonly from: number }
  /** How the answer begins, and how many letters and figures each of its words has. */
  | { readonly kind: 'letters'; readonly first: string; readonly words: readonly number[] }
  /** This shown thing is the earliest. */
  | { readonly kind: 'first'; readonly shown: number };

/** An answer as it is put down for people, before any language's words. */
export type Written =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'truth'; readonly is: boolean }
  | { readonly kind: 'row'; readonly items: readonly Pick<OrderQuestion['items'][number], 'text' | 'date'>[] };

/** How one kind of question differs from the others. A new one is a file beside this and a line in `kinds.ts`. */
export interface Kind<Q extends Question> {
  /** The options as one seed shows them. Empty where there are none, or always the same. */
  shown(question: Q, seed: Seed): readonly string[];
  /** Whether the answer is right. `undefined` when it cannot have been given to this question. */
  judge(question: Q, seed: Seed, answer: Answer): Verdict | undefined;
  /** How much of a wrong answer is right all the same: from 0 up to but not including 1. */
  partly(question: Q, seed: Seed, answer: Answer): number;
  /** The same for all who ask. `undefined` where any hint would be the answer. */
  hint(question: Q, seed: Seed): Hint | undefined;
  /** The right answer; of several the one to show. */
  right(question: Q): Written;
  /** What a player said. `undefined` when it cannot have been said to this question. */
  said(question: Q, seed: Seed, answer: Answer): Written | undefined;
}
