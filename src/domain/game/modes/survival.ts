import { livesLeft, present } from '../players.ts';
import { classic } from './classic.ts';
import type { Mode } from './mode.ts';

/** Who misses loses a life; the last one standing wins. Nobody comes in later. */
export const survival: Mode = {
  ...classic,
  open: false,
  bars: (game, by) => (livesLeft(game, by) > 0 ? undefined : 'out-of-lives'),
  closesAfter(game, round, last) {
    const alive = present(game).filter((id) => livesLeft(game, id) > 0);
    return classic.closesAfter({ ...game, players: only(game.players, alive) }, round, last);
  },
  decided(game) {
    const alive = present(game).filter((id) => livesLeft(game, id) > 0);
    return alive.length === 0 || (alive.length === 1 && Object.keys(game.players).length > 1);
  },
};

function only<T>(all: Readonly<Record<string, T>>, ids: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)));
}
