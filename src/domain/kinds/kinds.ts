import type { Question } from '../library.ts';
import type { Seed } from '../random.ts';
import { choice } from './choice.ts';
import type { Hint, Kind } from './kind.ts';
import { order } from './order.ts';
import { text } from './text.ts';
import { trueFalse } from './trueFalse.ts';
import { year } from './year.ts';

const KIND: { readonly [K in Question['kind']]: Kind<Extract<Question, { kind: K }>> } = {
  choice,
  'true-false': trueFalse,
  year,
  text,
  order,
};

export function kindOf({ kind }: Question): Kind<Question> {
  return KIND[kind];
}

/** The hint to a question as one seed shows it; `undefined` where there can be none. */
export function hintFor(question: Question, seed: Seed): Hint | undefined {
  return kindOf(question).hint(question, seed);
}
