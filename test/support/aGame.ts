/**
 * Games as positions. A game opens at 0, starts at once, and is posted the moment
 * it is due: the first question runs from second 0. All times here are seconds.
 */

import type { Game, GameQuestion, GameRefusal, Move, PlayerId, Rules } from '../../src/domain/game/game.ts';
import { scores } from '../../src/domain/game/points.ts';
import { open, step } from '../../src/domain/game/step.ts';
import type { Answer } from '../../src/domain/kinds/kind.ts';
import type { Question } from '../../src/domain/library.ts';
import { shownOptions } from '../../src/domain/quiz.ts';
import { aChoice } from './anArticle.ts';

export const HOST = 'host';
export const RULES: Rules = {
  mode: 'classic',
  windowMs: 20_000,
  speedBonus: false,
  streaks: false,
  lives: 3,
  teams: 2,
  teamsChosen: false,
};

/** What is played next: a move, or one that follows from where the game stands. */
export type Ply = Move | ((game: Game) => Move);

export interface GameChanges extends Partial<Rules> {
  readonly questions?: readonly Question[];
}

/** A game in its lobby, of six questions whose answer is Vienna. */
export function aGame({ questions = sixChoices(), ...rules }: GameChanges = {}): Game {
  return open({
    id: 'game123',
    guildId: 'guild',
    channelId: 'channel',
    hostId: HOST,
    rules: { ...RULES, ...rules },
    scope: {},
    seed: 'seed',
    questions: questions.map(asGameQuestion),
    at: 0,
  });
}

/** The same with players in it, and its first question to be seen since second 0. */
export function aRunning(changes: GameChanges, ...players: readonly PlayerId[]): Game {
  return play(aGame(changes), ...players.map((by) => join(by)), start());
}

function sixChoices(): readonly Question[] {
  return [1, 2, 3, 4, 5, 6].map((n) =>
    aChoice({ id: `q${n}`, prompt: 'Where?', answer: 'Vienna', distractors: ['Geneva', 'Oslo', 'Rome'] }),
  );
}

function asGameQuestion(question: Question): GameQuestion {
  return { ref: question.id, question, article: 'article', topics: ['europe'] };
}

/** Applies the moves, each of which must be accepted, and performs what is due after each. */
export function play(game: Game, ...plies: readonly Ply[]): Game {
  return plies.reduce((now, ply) => {
    const move = typeof ply === 'function' ? ply(now) : ply;
    const next = step(now, move);
    if (next.refused) throw new Error(`${move.kind} was refused: ${next.refused}`);
    return posted(next.game);
  }, game);
}

/** Why a move is refused, if it is. @throws when a refusal changed something. */
export function refusalOf(game: Game, ply: Ply): GameRefusal | undefined {
  const { game: after, refused } = step(game, typeof ply === 'function' ? ply(game) : ply);
  if (refused && after !== game) throw new Error(`${refused}, and still something changed`);
  return refused;
}

/** With everything posted, each at the moment it became due. */
export function posted(game: Game): Game {
  const [sending] = game.outbox;
  if (!sending) return game;
  const { number, at, effect } = sending;
  const messageId = `message${number}`;
  const shown = effect.kind === 'ask' ? step(game, { kind: 'asked', round: effect.round, messageId, at }).game : game;
  return posted(step(shown, { kind: 'done', effect: number, messageId }).game);
}

export const ms = (seconds: number) => Math.round(seconds * 1000);

export function join(
  by: PlayerId,
  { team, extra = 1, at = 0 }: { team?: number; extra?: number; at?: number } = {},
): Move {
  return { kind: 'join', by, team, extra, at: ms(at) };
}

export const leave = (by: PlayerId, at = 0): Move => ({ kind: 'leave', by, at: ms(at) });
export const start = (at = 0): Move => ({ kind: 'start', by: HOST, at: ms(at) });
export const time = (at: number): Move => ({ kind: 'time', at: ms(at) });
export const skip = (at: number): Move => ({ kind: 'skip', by: HOST, at: ms(at) });
export const stop = (at: number, by = HOST): Move => ({ kind: 'stop', by, at: ms(at) });
export const hint = (by: PlayerId, at = 1): Move => ({ kind: 'hint', by, at: ms(at) });
export const pause = (at: number): Move => ({ kind: 'pause', reason: 'trouble', at: ms(at) });
export const resume = (at: number): Move => ({ kind: 'resume', by: HOST, channelId: 'channel', at: ms(at) });
export const back = (at: number): Move => ({ kind: 'back', at: ms(at) });
export const protest = (by: PlayerId, round = 0, at = 40): Move => ({ kind: 'protest', by, round, at: ms(at) });
export const accept = (number = 0, at = 41): Move => ({
  kind: 'rule',
  by: HOST,
  protest: number,
  accept: true,
  at: ms(at),
});
export const decline = (number = 0, at = 41): Move => ({
  kind: 'rule',
  by: HOST,
  protest: number,
  accept: false,
  at: ms(at),
});

export function goOn(at: number): (game: Game) => Move {
  return ({ rounds }) => ({ kind: 'go-on', by: HOST, round: rounds.length - 1, at: ms(at) });
}

/** An option by its text, typed words, or any answer; to the current question if no other is named. */
export function says(
  by: PlayerId,
  said: string | Answer,
  at: number,
  { round, extra = 1 }: { round?: number; extra?: number } = {},
): (game: Game) => Move {
  return (game) => {
    const number = round ?? game.rounds.length - 1;
    return { kind: 'answer', by, round: number, answer: answerIn(game, number, said), extra, at: ms(at) };
  };
}

function answerIn({ questions, seed }: Game, number: number, said: string | Answer): Answer {
  if (typeof said !== 'string') return said;
  const question = questions[number]?.question;
  const shown = question ? shownOptions(question, seed).indexOf(said) : -1;
  return shown < 0 ? { kind: 'typed', text: said } : { kind: 'option', shown };
}

/** Everybody's points, by name. */
export function points(game: Game): Readonly<Record<PlayerId, number>> {
  return Object.fromEntries(scores(game).map((score) => [score.player, score.points]));
}

/** Where the game stands, in words: "question 1", "reveal 1", "paused", "finished". */
export function standing({ phase, rounds }: Game): string {
  switch (phase.kind) {
    case 'question':
    case 'reveal':
      return `${phase.kind} ${rounds.length}`;
    case 'over':
      return phase.how;
    case 'lobby':
    case 'open':
    case 'paused':
      return phase.kind;
  }
}
