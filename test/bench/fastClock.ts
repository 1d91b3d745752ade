/** A clock that runs faster than the one on the wall, and can be stopped. */

import type { Instant } from '../../src/domain/time.ts';

export interface FastClock {
  /** Whole milliseconds. */
  readonly clock: () => Instant;
  /** What it shows before it first runs. */
  readonly origin: Instant;
  start(): void;
  stop(): void;
}

/** Stands until it is started. */
export function fastClock(
  speed: number,
  origin: Instant = Date.now(),
  stopwatch: () => number = () => performance.now(),
): FastClock {
  let shown = origin;
  /** When it was started last; `undefined` while it stands. */
  let since: number | undefined;
  const clock = () => (since === undefined ? shown : shown + Math.floor((stopwatch() - since) * speed));
  return {
    clock,
    origin,
    start() {
      since ??= stopwatch();
    },
    stop() {
      shown = clock();
      since = undefined;
    },
  };
}
