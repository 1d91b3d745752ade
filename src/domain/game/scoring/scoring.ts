import type { Game, Given, PlayerId, Round } from '../game.ts';

/** What is looked at to give points for one answer that counts. */
export interface Scored {
  readonly game: Game;
  readonly round: Round;
  readonly by: PlayerId;
  readonly given: Given;
}

/** One reason for points. A new one is a file beside this and a line in `points.ts`. */
export type Scoring = (scored: Scored) => number;
