import { fold } from '../folding.ts';
import type { Article, ChoiceQuestion } from '../library.ts';
import type { Finding, JsonPath } from './finding.ts';

/** Options that repeat after folding, or speak of the others. */
export function poorOptions(article: Article): Finding[] {
  return choices(article).flatMap(({ question, path }) => {
    const options = optionsOf(question, path);
    return [
      ...options.flatMap((option, index) => repeats(option, options.slice(0, index))),
      ...options.flatMap(ofTheAbove),
    ];
  });
}

/** Right options that can be told by their length alone. */
export function tellingLengths(article: Article): Finding[] {
  const all = choices(article);
  const longest = all.filter(({ question }) => question.answer.length > longestWrong(question));
  const single = longest
    .filter(({ question }) => isMuchLonger(question))
    .map(
      ({ question, path }): Finding => ({
        path: [...path, 'answer'],
        wrong: `The right option has ${question.answer.length} characters, the next longest ${longestWrong(question)}: its length gives it away.`,
        mend: 'Shorten it, or give the wrong options as much detail.',
      }),
    );
  if (longest.length < MANY || longest.length * 2 <= all.length) return single;
  const ids = longest.map(({ question }) => question.id).join(', ');
  return [
    {
      path: ['questions'],
      wrong: `In ${longest.length} of ${all.length} choice questions the right option is the longest (${ids}), so that a guess by length wins.`,
      mend: 'Make a wrong option as long or longer, until it is so in half of them or fewer.',
    },
    ...single,
  ];
}

/** From how many questions on the longest option being right is a habit. */
const MANY = 3;
/** How much longer than the next an option may be: both as a ratio and, since short names differ by chance, in characters. */
const MUCH = { ratio: 1.5, characters: 8 } as const;

/** Whether the right option can be told by its length from all others. */
export function isMuchLonger(question: ChoiceQuestion): boolean {
  const next = longestWrong(question);
  const own = question.answer.length;
  return own > next * MUCH.ratio && own - next >= MUCH.characters;
}

function longestWrong({ distractors }: ChoiceQuestion): number {
  return Math.max(0, ...distractors.map((option) => option.length));
}

interface Option {
  readonly text: string;
  readonly path: JsonPath;
}

function choices(article: Article): { question: ChoiceQuestion; path: JsonPath }[] {
  return article.questions.flatMap((question, index) =>
    question.kind === 'choice' ? [{ question, path: ['questions', index] }] : [],
  );
}

function optionsOf({ answer, distractors }: ChoiceQuestion, path: JsonPath): Option[] {
  return [
    { text: answer, path: [...path, 'answer'] },
    ...distractors.map((text, index) => ({ text, path: [...path, 'distractors', index] })),
  ];
}

function repeats({ text, path }: Option, earlier: readonly Option[]): Finding[] {
  const twin = earlier.find((other) => fold(other.text) === fold(text));
  if (!twin) return [];
  return [{ path, wrong: `The option “${text}” says the same as “${twin.text}”.`, mend: 'Write a different one.' }];
}

const ABOVE = /^(all|none|both|neither|any|some|each)( of)?( the)? (above|these|those|them|others|options)\b/;

function ofTheAbove({ text, path }: Option): Finding[] {
  if (!ABOVE.test(fold(text))) return [];
  return [
    {
      path,
      wrong: `The option “${text}” speaks of the other options, which are shuffled.`,
      mend: 'Write an option that stands by itself.',
    },
  ];
}
