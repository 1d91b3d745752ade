/** One question asked of one person: choosing it, showing it, judging the answer. */

import { answerGiven, type Verdict } from './judging.ts';
import type { Article, Difficulty, Fact, Library, OrderQuestion, Question } from './library.ts';
import { endOf, startOf } from './partialDate.ts';
import { type Seed, seeded, shuffle } from './random.ts';
import { shortRef } from './shortRef.ts';
import type { CalendarDay } from './time.ts';

/** Which questions may be asked. */
export interface Scope {
  readonly article?: string | undefined;
  readonly topic?: string | undefined;
  readonly difficulty?: Difficulty | undefined;
}

/** A question together with the article that it belongs to. */
export interface Asked {
  readonly article: Article;
  readonly question: Question;
}

/** The place of a question in a series that one seed has put in order. */
export interface Place {
  readonly scope: Scope;
  readonly seed: Seed;
  /** Counted from 0. */
  readonly number: number;
}

/** What is answered: a shown option's place (0 for true, 1 for false), typed words, or the shown places in their order. */
export type Answer =
  | { readonly kind: 'option'; readonly shown: number }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'order'; readonly shown: readonly number[] };

/** The name by which buttons refer to a question. */
export function questionRef({ article, question }: Asked): string {
  return shortRef(`${article.id}/${question.id}`);
}

/** The question of that name, if the library still has it. */
export function questionNamed(library: Library, ref: string): Asked | undefined {
  return library.questions.find((asked) => questionRef(asked) === ref);
}

/** The questions of a scope that can be asked today, in the library's order. */
export function questionsIn(library: Library, scope: Scope, today: CalendarDay): readonly Asked[] {
  return library.questions.filter(
    ({ article, question }) =>
      (!scope.article || article.id === scope.article) &&
      (!scope.topic || article.topics.includes(scope.topic)) &&
      (!scope.difficulty || question.difficulty === scope.difficulty) &&
      factsOf(article, question).every((fact) => isCurrent(fact, today)),
  );
}

/** Whether a fact may still be taught. */
export function isCurrent({ validUntil }: Fact, today: CalendarDay): boolean {
  return validUntil === undefined || today <= endOf(validUntil);
}

/** The question at a place: none comes back before all of the scope have been asked. */
export function questionAt(library: Library, { scope, seed, number }: Place, today: CalendarDay): Asked | undefined {
  const pool = questionsIn(library, scope, today);
  if (!pool.length) return undefined;
  const lap = Math.floor(number / pool.length);
  return shuffle(pool, seeded(`${seed}/${lap}`))[number % pool.length];
}

/** The facts that a question tests, in its order. */
export function factsOf(article: Article, question: Question): readonly Fact[] {
  return question.facts.flatMap((id) => article.facts.find((fact) => fact.id === id) ?? []);
}

/** The options of a question as one seed shows them. Empty for typed kinds and for true or false. */
export function shownOptions(question: Question, seed: Seed): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return shuffle([question.answer, ...question.distractors].toSorted(), seeded(`${seed}/${question.id}`));
    case 'order':
      return shuffle(question.items.map(({ text }) => text).toSorted(), seeded(`${seed}/${question.id}`));
    case 'true-false':
    case 'year':
    case 'text':
      return [];
  }
}

/** An order question's things, earliest first. */
export function inOrder({ items }: OrderQuestion): OrderQuestion['items'] {
  return items.toSorted((a, b) => (startOf(a.date) < startOf(b.date) ? -1 : 1));
}

/** Whether the answer is right. `undefined` when it is not of the question's kind. */
export function judge(question: Question, seed: Seed, answer: Answer): Verdict | undefined {
  const shown = shownOptions(question, seed);
  switch (question.kind) {
    case 'choice':
      if (answer.kind !== 'option' || shown[answer.shown] === undefined) return undefined;
      return shown[answer.shown] === question.answer ? { kind: 'right' } : { kind: 'wrong' };
    case 'true-false':
      if (answer.kind !== 'option' || (answer.shown !== 0 && answer.shown !== 1)) return undefined;
      return (answer.shown === 0) === question.answer ? { kind: 'right' } : { kind: 'wrong' };
    case 'order': {
      if (answer.kind !== 'order' || !isEveryPlace(answer.shown, shown.length)) return undefined;
      const right = inOrder(question).map(({ text }) => text);
      return answer.shown.every((place, index) => shown[place] === right[index])
        ? { kind: 'right' }
        : { kind: 'wrong' };
    }
    case 'year':
    case 'text':
      return answer.kind === 'typed' ? answerGiven(question, answer.text) : undefined;
  }
}

/** Whether all of the places from 0 up are there, each once, in whatever order. */
function isEveryPlace(places: readonly number[], count: number): boolean {
  return (
    places.length === count && Array.from({ length: count }, (_, place) => place).every((one) => places.includes(one))
  );
}
