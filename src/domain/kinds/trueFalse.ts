import type { TrueFalseQuestion } from '../library.ts';
import type { Answer, Kind } from './kind.ts';

/** A statement to judge. A hint would be the answer. */
export const trueFalse: Kind<TrueFalseQuestion> = {
  shown: () => [],
  judge(question, _, answer) {
    const said = truthIn(answer);
    if (said === undefined) return undefined;
    return said === question.answer ? { kind: 'right' } : { kind: 'wrong' };
  },
  partly: () => 0,
  hint: () => undefined,
  right: ({ answer }) => ({ kind: 'truth', is: answer }),
  said(_, __, answer) {
    const is = truthIn(answer);
    return is === undefined ? undefined : { kind: 'truth', is };
  },
};

function truthIn(answer: Answer): boolean | undefined {
  return answer.kind === 'option' ? [true, false][answer.shown] : undefined;
}
