import { allAnswered } from '../players.ts';
import type { Mode } from './mode.ts';

/**
 * How long a race waits after a right answer for one that Discord received
 * earlier but that reached us later, so that a slow line does not lose.
 */
export const RACE_GRACE_MS = 1_500;

/** The first right answer takes the question; one try each. */
export const race: Mode = {
  pace: 'clock',
  final: true,
  open: true,
  tellsAtOnce: true,
  bars: () => undefined,
  closesAfter(game, round, { at, share }) {
    if (round.closesAt === undefined) return undefined;
    if (share === 1) return Math.min(round.closesAt, at + RACE_GRACE_MS);
    return allAnswered(game, round) ? Math.min(round.closesAt, at + RACE_GRACE_MS) : undefined;
  },
  settled: ({ answers }) => Object.values(answers).some(({ share }) => share === 1),
  /** The earliest by Discord's clock; all of them when it cannot tell. */
  counts({ answers }, by) {
    const right = Object.values(answers).filter(({ share }) => share === 1);
    const first = Math.min(...right.map(({ at }) => at));
    const own = answers[by];
    return own !== undefined && own.share === 1 && own.at === first;
  },
  decided: () => false,
};
