/** How many of what was given are there, and how dense events are in time. */

export interface Kept {
  /** There exactly as often as given. */
  readonly once: number;
  readonly lost: number;
  /** There more often than given, or without being given. */
  readonly doubled: number;
}

export function keptOnce(given: readonly string[], stored: readonly string[]): Kept {
  const left = new Map<string, number>();
  for (const one of stored) left.set(one, (left.get(one) ?? 0) + 1);
  let once = 0;
  for (const one of given) {
    const there = left.get(one) ?? 0;
    if (!there) continue;
    once += 1;
    left.set(one, there - 1);
  }
  return { once, lost: given.length - once, doubled: [...left.values()].reduce((sum, more) => sum + more, 0) };
}

/** The most events in any stretch of that length that begins with one of them, its end excluded. */
export function mostWithin(times: readonly number[], length: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + length).length));
}
