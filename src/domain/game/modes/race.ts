import { present } from '../players.ts';
import { RACE_GRACE_MS } from '../time.ts';
import type { Mode } from './mode.ts';

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
    const all = present(game).every((id) => round.answers[id] && !round.answers[id].more);
    return all ? Math.min(round.closesAt, at + RACE_GRACE_MS) : undefined;
  },
  /** The earliest by Discord's clock; all of them when it cannot tell. */
  counts({ answers }, by) {
    const right = Object.values(answers).filter(({ share }) => share === 1);
    const first = Math.min(...right.map(({ at }) => at));
    const own = answers[by];
    return own !== undefined && own.share === 1 && own.at === first;
  },
  decided: () => false,
};
