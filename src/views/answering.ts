/** How a question is answered, and how answers are written out, alone and in games alike. */

import type { Question } from '../domain/library.ts';
import { type Answer, inOrder, shownOptions } from '../domain/quiz.ts';
import type { Seed } from '../domain/random.ts';
import type { Words } from '../words/words.ts';
import { type Block, type Button, buttons, type Dialog, MENU_TEXT, text } from './card.ts';
import { short } from './libraryCard.ts';
import { bold, plain } from './markdown.ts';
import type { Press } from './press.ts';

const LETTERS = 'ABCDE';

/** The presses by which a question can be answered. None of them depends on the right answer. */
export interface Ways {
  readonly pick: (shown: number) => Press;
  readonly type: Press;
  /** With these shown places put in order so far, one more is to be chosen. */
  readonly arrange: (sofar: readonly number[]) => Press;
}

/** The options as shown, and what to press or choose. */
export function waysToAnswer(
  words: Words,
  question: Question,
  { seed, sofar = [], ways }: { readonly seed: Seed; readonly sofar?: readonly number[]; readonly ways: Ways },
): readonly Block[] {
  const shown = shownOptions(question, seed);
  const pick = (label: string, index: number): Button => ({ label, press: ways.pick(index), main: true });
  switch (question.kind) {
    case 'choice':
      return [text(...lettered(shown)), buttons(...shown.map((_, index) => pick(letter(index), index)))];
    case 'true-false':
      return [buttons(pick(words.quiz.true, 0), pick(words.quiz.false, 1))];
    case 'year':
    case 'text':
      return [buttons({ label: words.quiz.answer, press: ways.type, main: true })];
    case 'order': {
      const open = shown.flatMap((option, index) => (sofar.includes(index) ? [] : [{ option, index }]));
      return [
        text(
          ...(sofar.length
            ? [bold(words.quiz.soFar), ...sofar.map((index, at) => `${at + 1}. ${plain(shown[index] ?? '')}`)]
            : shown.map((option) => `• ${plain(option)}`)),
        ),
        {
          kind: 'menu',
          press: ways.arrange(sofar),
          placeholder: sofar.length ? words.quiz.pickNext : words.quiz.pickFirst,
          options: open.map(({ option, index }) => ({ label: short(option, MENU_TEXT), value: String(index) })),
        },
        ...(sofar.length ? [buttons({ label: words.quiz.startOver, press: ways.arrange([]) })] : []),
      ];
    }
  }
}

/** The form for a typed answer. */
export function answerForm(words: Words, question: Question, press: Press): Dialog {
  const year = question.kind === 'year';
  return {
    press,
    title: words.quiz.dialogTitle,
    intro: plain(question.prompt),
    field: {
      label: year ? words.quiz.yearLabel : words.quiz.textLabel,
      hint: year ? words.quiz.yearHint : words.quiz.textHint,
      maxLength: year ? 20 : 100,
    },
  };
}

/** An answer as its player gave it, as Markdown unless `write` makes something else of each text in it. */
export function answerText(
  words: Words,
  question: Question,
  seed: Seed,
  answer: Answer,
  write: (text: string) => string = plain,
): string {
  const shown = shownOptions(question, seed);
  switch (answer.kind) {
    case 'option': {
      const named = question.kind === 'true-false' ? [words.quiz.true, words.quiz.false] : shown;
      return write(named[answer.shown] ?? '');
    }
    case 'typed':
      return write(answer.text);
    case 'order':
      return answer.shown.map((index) => write(shown[index] ?? '')).join(' → ');
  }
}

/** The right answer, in lines. */
export function rightAnswer(words: Words, question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return [words.quiz.theAnswer(bold(question.answer))];
    case 'true-false':
      return [words.quiz.theAnswer(bold(question.answer ? words.quiz.true : words.quiz.false))];
    case 'year':
      return [words.quiz.theAnswer(bold(String(question.answer)))];
    case 'text':
      return [words.quiz.theAnswer(bold(question.answers.accept[0] ?? ''))];
    case 'order':
      return [
        bold(words.quiz.theOrder),
        ...inOrder(question).map(({ text: what, date }, at) => `${at + 1}. ${plain(what)} (${words.date(date)})`),
      ];
  }
}

export function letter(index: number): string {
  return LETTERS[index] ?? '?';
}

function lettered(options: readonly string[]): readonly string[] {
  return options.map((option, index) => `**${letter(index)}** ${plain(option)}`);
}
