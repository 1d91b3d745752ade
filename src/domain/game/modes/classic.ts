import { allAnswered } from '../players.ts';
import type { Mode } from './mode.ts';

/** How long everybody can still change their mind once all have answered. */
export const CHANGE_OF_MIND_MS = 4_000;

/** Everyone answers every question; what they said is hidden until the reveal. */
export const classic: Mode = {
  pace: 'clock',
  final: false,
  open: true,
  tellsAtOnce: false,
  bars: () => undefined,
  closesAfter(game, round, { at }) {
    return allAnswered(game, round) && round.closesAt !== undefined
      ? Math.min(round.closesAt, at + CHANGE_OF_MIND_MS)
      : undefined;
  },
  settled: () => false,
  counts: () => true,
  decided: () => false,
};
