import type { Instant } from '../../time.ts';
import type { Game, GameRefusal, Given, PlayerId, Round } from '../game.ts';

/** How one way of playing differs from the others. A new one is a file beside this and a line in `modes.ts`. */
export interface Mode {
  /** Who moves the game on: the clock, the host, or each player alone. */
  readonly pace: 'clock' | 'host' | 'self';
  /** Whether the first answer stands, or may be changed until the question closes. */
  readonly final: boolean;
  /** Whether people who have not joined may come in while it runs, by answering. */
  readonly open: boolean;
  /** Whether the answer is judged for the player at once, and not only at the reveal. */
  readonly tellsAtOnce: boolean;
  /** Why this player may not answer, beyond what holds in every mode. */
  bars(game: Game, by: PlayerId): GameRefusal | undefined;
  /** When the question closes after this answer, or after somebody left; `undefined` leaves it as it is. */
  closesAfter(game: Game, round: Round, last: Pick<Given, 'at' | 'share'>): Instant | undefined;
  /** Whether nothing that may still be said changes the points; then those who may take longer are not waited for. */
  settled(round: Round): boolean;
  /** Whose answers in a closed round count. */
  counts(round: Round, by: PlayerId): boolean;
  /** Whether the game is over although questions are left. */
  decided(game: Game): boolean;
}
