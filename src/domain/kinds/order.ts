import type { OrderQuestion } from '../library.ts';
import { startOf } from '../partialDate.ts';
import { type Seed, seeded, shuffle } from '../random.ts';
import type { Answer, Kind } from './kind.ts';

/** Things to put in order, earliest first. What is partly right counts by the pairs that are in the right order. */
export const order: Kind<OrderQuestion> = {
  shown,
  judge(question, seed, answer) {
    const said = placesIn(question, seed, answer);
    if (!said) return undefined;
    return said.every((item, at) => item === at) ? { kind: 'right' } : { kind: 'wrong' };
  },
  partly(question, seed, answer) {
    const said = placesIn(question, seed, answer) ?? [];
    const pairs = said.flatMap((earlier, at) => said.slice(at + 1).map((later) => earlier < later));
    const right = pairs.filter(Boolean).length;
    return right < pairs.length ? right / pairs.length : 0;
  },
  hint(question, seed) {
    const place = shown(question, seed).indexOf(inOrder(question)[0]?.text ?? '');
    return place < 0 ? undefined : { kind: 'first', shown: place };
  },
  right: (question) => ({ kind: 'row', items: inOrder(question) }),
  said(question, seed, answer) {
    const right = inOrder(question);
    const items = placesIn(question, seed, answer)?.flatMap((place) => right[place] ?? []);
    return items && { kind: 'row', items };
  },
};

/** An order question's things, earliest first. */
export function inOrder({ items }: OrderQuestion): OrderQuestion['items'] {
  return items.toSorted((a, b) => (startOf(a.date) < startOf(b.date) ? -1 : 1));
}

/** Sorted before they are shuffled, so that how the data lists them tells nothing. */
function shown({ id, items }: OrderQuestion, seed: Seed): readonly string[] {
  return shuffle(items.map(({ text }) => text).toSorted(), seeded(`${seed}/${id}`));
}

/** The true place of each thing, in the order given. `undefined` unless each is there once. */
function placesIn(question: OrderQuestion, seed: Seed, answer: Answer): readonly number[] | undefined {
  if (answer.kind !== 'order' || answer.shown.length !== question.items.length) return undefined;
  const options = shown(question, seed);
  const right = inOrder(question).map(({ text }) => text);
  const places = answer.shown.map((at) => right.indexOf(options[at] ?? ''));
  return right.every((_, place) => places.includes(place)) ? places : undefined;
}
