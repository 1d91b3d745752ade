/** Choosing a game's questions. */

import type { Library } from '../library.ts';
import { questionRef, questionsIn, type Scope } from '../quiz.ts';
import { type Seed, seeded, shuffle } from '../random.ts';
import type { CalendarDay } from '../time.ts';
import type { GameQuestion } from './game.ts';

export interface Choosing {
  readonly scope: Scope;
  readonly count: number;
  readonly seed: Seed;
  readonly seen: readonly string[];
}

export function choose(library: Library, { scope, count, seed, seen }: Choosing, today: CalendarDay): readonly GameQuestion[] {
  const pool = shuffle(questionsIn(library, scope, today), seeded(`${seed}/choice`)).map((asked) => ({
    ref: questionRef(asked),
    question: asked.question,
    article: asked.article.id,
    topics: asked.article.topics,
  }));
  return pool.toSorted((a, b) => seen.indexOf(a.ref) - seen.indexOf(b.ref)).slice(0, count);
}

export function remember(seen: readonly string[], asked: readonly string[], _poolSize: number): readonly string[] {
  return [...seen.filter((ref) => !asked.includes(ref)), ...asked];
}
