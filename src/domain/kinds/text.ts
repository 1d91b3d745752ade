import { answerGiven } from '../judging.ts';
import type { TextQuestion } from '../library.ts';
import type { Kind } from './kind.ts';

/** Typed words, judged by an answer line. */
export const text: Kind<TextQuestion> = {
  shown: () => [],
  judge: (question, _, answer) => (answer.kind === 'typed' ? answerGiven(question, answer.text) : undefined),
  partly: () => 0,
  hint({ answers }) {
    const words = withoutArticle(answers.accept[0] ?? '')
      .split(/[\s–—-]+/u)
      .map((word) => word.match(/[\p{L}\p{M}\p{N}]/gu) ?? [])
      .filter(({ length }) => length);
    const first = words[0]?.[0];
    return first === undefined ? undefined : { kind: 'letters', first, words: words.map(({ length }) => length) };
  },
  right: ({ answers }) => ({ kind: 'words', text: answers.accept[0] ?? '' }),
  said: (_, __, answer) => (answer.kind === 'typed' ? { kind: 'words', text: answer.text } : undefined),
};

/** As the judging does not mind a leading article, a hint at one would be wasted. */
function withoutArticle(answer: string): string {
  return answer.replace(/^(the|an|a)\s+(?=\S)/i, '');
}
