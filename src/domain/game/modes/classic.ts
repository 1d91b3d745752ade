import { present } from '../players.ts';
import { CHANGE_OF_MIND_MS } from '../time.ts';
import type { Mode } from './mode.ts';

/** Everyone answers every question; what they said is hidden until the reveal. */
export const classic: Mode = {
  pace: 'clock',
  final: false,
  open: true,
  tellsAtOnce: false,
  bars: () => undefined,
  closesAfter(game, round, { at }) {
    const all = present(game).every((id) => round.answers[id] && !round.answers[id].more);
    return all && round.closesAt !== undefined ? Math.min(round.closesAt, at + CHANGE_OF_MIND_MS) : undefined;
  },
  counts: () => true,
  decided: () => false,
};
