/** When things in a game are due. */

import type { Instant } from '../time.ts';
import type { Game, PlayerId, Round } from './game.ts';
import { modeOf } from './modes/modes.ts';
import { currentRound, hasAnswered, unhurried } from './players.ts';

/** The lobby starts the game by itself after so long. */
export const LOBBY_MS = 60_000;
/** How long the answer is shown. */
export const REVEAL_MS = 9_000;
/** How long an answer may be on its way to us after the close; it counts by when Discord received it. */
export const IN_FLIGHT_MS = 1_000;
/** After a restart, an open question stays open at least so long. */
export const LEAST_REMAINING_MS = 5_000;
/**
 * What reading takes before the speed bonus begins to fall: a second, and one
 * more for every 15 characters, the pace at which subtitles are set for
 * everybody to follow (BBC Subtitle Guidelines: 160–180 words a minute).
 */
export function readingMs(characters: number): number {
  return 1_000 + Math.round((characters / 15) * 1_000);
}

/** Until when this player may answer; `undefined` while the question has no end. */
export function deadlineOf({ players, rules }: Game, { askedAt, closesAt }: Round, id: PlayerId): Instant | undefined {
  if (askedAt === undefined || closesAt === undefined) return undefined;
  const extra = players[id]?.extra ?? 1;
  return Math.max(closesAt, extra > 1 ? askedAt + rules.windowMs * extra : closesAt);
}

/** When the question closes for all: at its time, or when the last one who is allowed longer has had it. */
export function roundEndsAt(game: Game, round: Round): Instant | undefined {
  if (round.closesAt === undefined) return undefined;
  const mode = modeOf(game);
  if (mode.settled(round)) return round.closesAt;
  const waiting = unhurried(game).filter((id) => !hasAnswered(round, id) && !mode.bars(game, id));
  return Math.max(round.closesAt, ...waiting.map((id) => deadlineOf(game, round, id) ?? 0));
}

/** When `time` is next due; `undefined` when the game waits for somebody, or is over. */
export function wakeAt(game: Game): Instant | undefined {
  const { phase } = game;
  switch (phase.kind) {
    case 'lobby':
      return phase.startsAt;
    case 'question': {
      const round = currentRound(game);
      const ends = round && roundEndsAt(game, round);
      return ends === undefined ? undefined : ends + IN_FLIGHT_MS;
    }
    case 'reveal':
      return phase.until;
    case 'open':
      return phase.closesAt + IN_FLIGHT_MS;
    case 'paused':
    case 'over':
      return undefined;
  }
}
