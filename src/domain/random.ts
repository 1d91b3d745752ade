/** Chance as a value: whoever needs it is given it, and the same seed always gives the same. */

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { hash32 } from './shortRef.ts';

/** A whole number from 0 up to but not including `below`. */
export type Random = (below: number) => number;

/** Letters and digits that give a game or question its order. */
export type Seed = string;

export function seeded(seed: Seed): Random {
  const generator = xoroshiro128plus(hash32(seed));
  return (below) => uniformInt(generator, 0, below - 1);
}

/** Seven letters and digits. */
export function newSeed(random: Random): Seed {
  return Array.from({ length: 7 }, () => random(36).toString(36)).join('');
}

/** The same things in an order left to chance (Fisher and Yates, as by Durstenfeld 1964). */
export function shuffle<T>(things: readonly T[], random: Random): readonly T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
