/** Opening a game: its questions chosen, its channel or thread found, and what was asked remembered. */

import type { Game, GameQuestion, Rules } from '../domain/game/game.ts';
import { choose, remember } from '../domain/game/selection.ts';
import { open } from '../domain/game/step.ts';
import type { Library } from '../domain/library.ts';
import { questionsIn, type Scope } from '../domain/quiz.ts';
import { newSeed, type Random, type Seed } from '../domain/random.ts';
import type { PostRefusal } from '../domain/schedules.ts';
import type { CalendarDay, Instant } from '../domain/time.ts';
import type { Stage, Store } from '../ports.ts';
import type { Games } from './games.ts';

/** What somebody wants to play. */
export interface Wish {
  readonly guildId: string;
  readonly channelId: string;
  readonly hostId: string;
  readonly rules: Rules;
  readonly scope: Scope;
  readonly questions: number;
  /** Given by the players: whoever gives it gets the same questions in the same order. */
  readonly seed?: Seed | undefined;
  /** The name of a thread to open for it. */
  readonly thread?: string | undefined;
  readonly today: CalendarDay;
  readonly at: Instant;
}

export type Started =
  | { readonly kind: 'opened'; readonly game: Game }
  | { readonly kind: 'one-already' }
  | { readonly kind: 'no-questions' }
  | { readonly kind: 'no-thread'; readonly reason: PostRefusal };

export type StartGame = (wish: Wish) => Promise<Started>;

export interface Starting {
  readonly library: Library;
  readonly games: Games;
  readonly stage: Pick<Stage, 'openThread'>;
  /** By server: the short names of the questions asked there, the latest last. */
  readonly seen: Store<readonly string[]>;
  readonly random: Random;
}

export function gameStarter({ library, games, stage, seen, random }: Starting): StartGame {
  return async (wish) => {
    const { guildId, hostId, rules, scope, today, at } = wish;
    if (!wish.thread && games.in(wish.channelId)) return { kind: 'one-already' };

    const seed = wish.seed ?? newSeed(random);
    const known = wish.seed ? [] : ((await seen.get(guildId)) ?? []);
    const questions = choose(library, { scope, count: wish.questions, seed, seen: known }, today);
    if (!questions.length) return { kind: 'no-questions' };

    const thread = wish.thread ? await stage.openThread(wish.channelId, wish.thread) : undefined;
    if (thread?.kind === 'refused') return { kind: 'no-thread', reason: thread.reason };

    const channelId = thread?.channelId ?? wish.channelId;
    const game = open({ id: newSeed(random), guildId, channelId, hostId, rules, scope, seed, questions, at });
    if ((await games.open(game)) === 'one-already') return { kind: 'one-already' };
    // What is remembered is of all scopes, so a quiz on one article must not make it forget the rest.
    await note(guildId, questions, questionsIn(library, {}, today).length + library.termQuestions.length);
    return { kind: 'opened', game };
  };

  async function note(guildId: string, questions: readonly GameQuestion[], poolSize: number) {
    const asked = questions.map(({ ref }) => ref);
    await seen.update(guildId, (current) => [remember(current ?? [], asked, poolSize), undefined]);
  }
}
