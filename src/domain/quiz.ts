/** One question asked of one person: choosing it, showing it, judging the answer. */

import { GLOSSARY_TOPIC, type Term } from './glossary.ts';
import type { Verdict } from './judging.ts';
import type { Answer } from './kinds/kind.ts';
import { kindOf } from './kinds/kinds.ts';
import type { Article, Difficulty, Fact, Library, Question } from './library.ts';
import { endOf } from './partialDate.ts';
import { type Seed, seeded, shuffle } from './random.ts';
import { shortRef } from './shortRef.ts';
import type { CalendarDay } from './time.ts';

export type { Answer } from './kinds/kind.ts';
export { inOrder } from './kinds/order.ts';

/** Which questions may be asked. */
export interface Scope {
  readonly article?: string | undefined;
  readonly topic?: string | undefined;
  readonly difficulty?: Difficulty | undefined;
}

/** A question together with what it is about: an article, or a term of the glossary. */
export type Asked = { readonly question: Question } & (
  | { readonly article: Article; readonly term?: undefined }
  | { readonly term: Term; readonly article?: undefined }
);

/** The place of a question in a series that one seed has put in order. */
export interface Place {
  readonly scope: Scope;
  readonly seed: Seed;
  /** Counted from 0. */
  readonly number: number;
}

/** The name by which buttons refer to a question. */
export function questionRef({ article, question }: Asked): string {
  return shortRef(article ? `${article.id}/${question.id}` : `term/${question.id}`);
}

/** The question of that name, if the library still has it. */
export function questionNamed(library: Library, ref: string): Asked | undefined {
  let names = named.get(library);
  if (!names) {
    names = new Map([...library.questions, ...library.termQuestions].map((asked) => [questionRef(asked), asked]));
    named.set(library, names);
  }
  return names.get(ref);
}

/** A library never changes; its questions' names are worked out once. */
const named = new WeakMap<Library, ReadonlyMap<string, Asked>>();

/** The questions of a scope that can be asked today, in the library's order. Those on terms come when their topic is named. */
export function questionsIn(library: Library, scope: Scope, today: CalendarDay): readonly Asked[] {
  if (scope.topic === GLOSSARY_TOPIC && !scope.article) {
    return library.termQuestions.filter(({ question }) => isOfLevel(question, scope));
  }
  return library.questions.filter(
    ({ article, question }) =>
      (!scope.article || article.id === scope.article) &&
      (!scope.topic || article.topics.includes(scope.topic)) &&
      isOfLevel(question, scope) &&
      factsOf(article, question).every((fact) => isCurrent(fact, today)),
  );
}

function isOfLevel({ difficulty }: Question, scope: Scope): boolean {
  return !scope.difficulty || difficulty === scope.difficulty;
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
  return kindOf(question).shown(question, seed);
}

/** Whether the answer is right. `undefined` when it cannot have been given to this question. */
export function judge(question: Question, seed: Seed, answer: Answer): Verdict | undefined {
  return kindOf(question).judge(question, seed, answer);
}
