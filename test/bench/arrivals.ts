/** When interactions arrive and what they are, fixed before the first is sent: an answer that is late delays none of them. */

import { seeded, shuffle } from '../../src/domain/random.ts';

export interface Arrival<T> {
  /** Milliseconds after the start. */
  readonly at: number;
  readonly what: T;
}

/** How finely chance is drawn. */
const GRAIN = 1_000_000;

/**
 * As many as `perSecond` gives, at random moments as independent people would
 * choose them, so some come in bursts. Each thing is as frequent as the others.
 */
export function arrivals<T>(
  things: readonly T[],
  { perSecond, seconds, seed }: { readonly perSecond: number; readonly seconds: number; readonly seed: string },
): readonly Arrival<T>[] {
  const random = seeded(seed);
  const count = Math.round(perSecond * seconds);
  // So many independent moments are a Poisson process of which the number of arrivals is known.
  const moments = Array.from({ length: count }, () => (random(GRAIN) / GRAIN) * seconds * 1000);
  const order = shuffle(
    moments.map((_, index) => index % things.length),
    random,
  );
  return moments.toSorted((a, b) => a - b).map((at, index) => ({ at, what: things[order[index] ?? 0] as T }));
}
