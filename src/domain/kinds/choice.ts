import type { ChoiceQuestion } from '../library.ts';
import { type Seed, seeded, shuffle } from '../random.ts';
import type { Kind } from './kind.ts';

/** How many wrong options a hint takes away, and how many options it leaves at least. */
const FALL_AWAY = 2;
const LEFT = 2;

/** One of several options. */
export const choice: Kind<ChoiceQuestion> = {
  shown,
  judge(question, seed, answer) {
    const said = answer.kind === 'option' ? shown(question, seed)[answer.shown] : undefined;
    if (said === undefined) return undefined;
    return said === question.answer ? { kind: 'right' } : { kind: 'wrong' };
  },
  partly: () => 0,
  hint(question, seed) {
    const options = shown(question, seed);
    const wrong = options.flatMap((option, place) => (option === question.answer ? [] : [place]));
    const count = Math.min(FALL_AWAY, options.length - LEFT);
    if (count < 1) return undefined;
    const away = shuffle(wrong, seeded(`${seed}/${question.id}/hint`)).slice(0, count);
    return { kind: 'fall-away', shown: away.toSorted((a, b) => a - b) };
  },
  right: ({ answer }) => ({ kind: 'words', text: answer }),
  said(question, seed, answer) {
    const text = answer.kind === 'option' ? shown(question, seed)[answer.shown] : undefined;
    return text === undefined ? undefined : { kind: 'words', text };
  },
};

/** Sorted before they are shuffled, so that how the data lists them tells nothing. */
function shown({ id, answer, distractors }: ChoiceQuestion, seed: Seed): readonly string[] {
  return shuffle([answer, ...distractors].toSorted(), seeded(`${seed}/${id}`));
}
