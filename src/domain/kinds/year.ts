import { answerGiven } from '../judging.ts';
import type { YearQuestion } from '../library.ts';
import type { Answer, Kind } from './kind.ts';

/** A year off by so many is worth nothing. */
const YEARS_OFF = 10;

/** A typed year. One that is near is partly right. */
export const year: Kind<YearQuestion> = {
  shown: () => [],
  judge: (question, _, answer) => (answer.kind === 'typed' ? answerGiven(question, answer.text) : undefined),
  partly(question, _, answer) {
    const off = Math.abs(yearIn(answer) - question.answer);
    return off > 0 && off < YEARS_OFF ? (YEARS_OFF - off) / YEARS_OFF : 0;
  },
  hint: ({ answer }) => ({ kind: 'decade', from: answer - (answer % 10) }),
  right: ({ answer }) => ({ kind: 'words', text: String(answer) }),
  said: (_, __, answer) => (answer.kind === 'typed' ? { kind: 'words', text: answer.text } : undefined),
};

/** Not a number when there is none. */
function yearIn(answer: Answer): number {
  return answer.kind === 'typed' ? Number(/\d{3,4}/.exec(answer.text.normalize('NFKC'))?.[0]) : Number.NaN;
}
