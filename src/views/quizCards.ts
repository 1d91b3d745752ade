/** A question to answer alone, and what follows. Before the answer, nothing here depends on which one is right. */

import type { Verdict } from '../domain/judging.ts';
import type { Question } from '../domain/library.ts';
import { type Answer, type Asked, factsOf, inOrder, type Place, questionRef, shownOptions } from '../domain/quiz.ts';
import type { Words } from '../words/words.ts';
import { factLines, pageOfFact } from './articleCards.ts';
import { type Block, type Button, buttons, type Card, type Dialog, rule, text } from './card.ts';
import { short } from './libraryCard.ts';
import { bold, heading, plain, small } from './markdown.ts';

const LETTERS = 'ABCDE';

/** Asks. Its article is not named: a headline can hold the answer. `sofar` are the shown places already put in order; `note` says what was wrong with an answer that did not count. */
export function questionCard(
  words: Words,
  asked: Asked,
  place: Place,
  { sofar = [], note }: { readonly sofar?: readonly number[]; readonly note?: string } = {},
): Card {
  const { question } = asked;
  return {
    tone: note ? 'notice' : 'plain',
    blocks: [
      text(
        small(`${words.quiz.kind(question.kind)} · ${words.quiz.difficulty(question.difficulty)}`),
        heading(question.prompt),
      ),
      ...(note ? [text(note)] : []),
      ...toAnswer(words, asked, place, sofar),
    ],
  };
}

function toAnswer(words: Words, asked: Asked, place: Place, sofar: readonly number[]): readonly Block[] {
  const { question } = asked;
  const ref = questionRef(asked);
  const shown = shownOptions(question, place.seed);
  const pick = (label: string, index: number): Button => ({
    label,
    press: { kind: 'pick', question: ref, place, shown: index },
    main: true,
  });
  switch (question.kind) {
    case 'choice':
      return [text(...lettered(shown)), buttons(...shown.map((_, index) => pick(letter(index), index)))];
    case 'true-false':
      return [buttons(pick(words.quiz.true, 0), pick(words.quiz.false, 1))];
    case 'year':
    case 'text':
      return [
        buttons({ label: words.quiz.answer, press: { kind: 'type', question: ref, place, again: false }, main: true }),
      ];
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
          press: { kind: 'arrange', question: ref, place, sofar },
          placeholder: sofar.length ? words.quiz.pickNext : words.quiz.pickFirst,
          options: open.map(({ option, index }) => ({ label: short(option, 100), value: String(index) })),
        },
        ...(sofar.length
          ? [buttons({ label: words.quiz.startOver, press: { kind: 'arrange', question: ref, place, sofar: [] } })]
          : []),
      ];
    }
  }
}

/** The form for a typed answer. */
export function answerDialog(words: Words, asked: Asked, place: Place, again: boolean): Dialog {
  const year = asked.question.kind === 'year';
  return {
    press: { kind: 'typed', question: questionRef(asked), place, again },
    title: words.quiz.dialogTitle,
    intro: plain(asked.question.prompt),
    field: {
      label: year ? words.quiz.yearLabel : words.quiz.textLabel,
      hint: year ? words.quiz.yearHint : words.quiz.textHint,
      maxLength: year ? 20 : 100,
    },
  };
}

/** Right but too vague: one more try. */
export function promptCard(words: Words, asked: Asked, place: Place, ask: string, given: string): Card {
  return {
    tone: 'notice',
    blocks: [
      text(heading(asked.question.prompt)),
      text(bold(words.quiz.more), plain(ask), small(words.quiz.youSaid(plain(given)))),
      buttons({
        label: words.quiz.tryAgain,
        press: { kind: 'type', question: questionRef(asked), place, again: true },
        main: true,
      }),
    ],
  };
}

/** Right or wrong, why, and the facts with their sources. */
export function verdictCard(
  words: Words,
  asked: Asked,
  place: Place,
  { verdict, answer }: { readonly verdict: Extract<Verdict, { kind: 'right' | 'wrong' }>; readonly answer: Answer },
): Card {
  const { article, question } = asked;
  const right = verdict.kind === 'right';
  const facts = factsOf(article, question);
  return {
    tone: right ? 'right' : 'wrong',
    blocks: [
      text(heading(question.prompt)),
      text(
        right ? `✅ ${bold(words.quiz.right)}` : `❌ ${bold(words.quiz.wrong)}`,
        ...(right && question.kind !== 'order' ? [] : given(words, question, place, answer)),
        verdict.kind === 'wrong' && verdict.reason !== undefined && plain(verdict.reason),
        ...(right && question.kind !== 'text' ? [] : theAnswer(words, question)),
        plain(question.explanation),
      ),
      rule,
      text(
        bold(words.quiz.fact),
        ...facts.map((fact) => factLines(words, article, fact, article.facts.indexOf(fact) + 1)),
      ),
      buttons(
        { label: words.quiz.another, press: { kind: 'ask', place: { ...place, number: place.number + 1 } }, main: true },
        { label: words.article.facts, press: { kind: 'facts', article: article.id, page: pageOfFact(words, article, facts[0]) } },
        {
          label: words.quiz.readArticle,
          press: { kind: 'summary', article: article.id, length: 'standard', page: 0 },
        },
      ),
    ],
  };
}

function given(words: Words, question: Question, { seed }: Place, answer: Answer): readonly string[] {
  const shown = shownOptions(question, seed);
  switch (answer.kind) {
    case 'option': {
      const named = question.kind === 'true-false' ? [words.quiz.true, words.quiz.false] : shown;
      return [words.quiz.youSaid(plain(named[answer.shown] ?? ''))];
    }
    case 'typed':
      return [words.quiz.youSaid(plain(answer.text))];
    case 'order':
      return [words.quiz.youSaid(answer.shown.map((index) => plain(shown[index] ?? '')).join(' → '))];
  }
}

function theAnswer(words: Words, question: Question): readonly string[] {
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

function lettered(options: readonly string[]): readonly string[] {
  return options.map((option, index) => `**${letter(index)}** ${plain(option)}`);
}

function letter(index: number): string {
  return LETTERS[index] ?? '?';
}
