import type { Game, PlayerId, Round } from '../game.ts';
import type { Scoring } from './scoring.ts';

const EACH = 10;
const MOST = 50;

/** For each right answer in an unbroken row before this one, up to a limit. */
export const streak: Scoring = ({ game, round, by, given }) => {
  if (!game.rules.streaks || given.share < 1) return 0;
  return Math.min(MOST, EACH * rowBefore(game, round, by));
};

function rowBefore({ rounds }: Game, { number }: Round, by: PlayerId): number {
  const before = rounds.filter((round) => round.number < number && !round.skipped);
  return before.length - 1 - before.findLastIndex(({ answers }) => answers[by]?.share !== 1);
}
