import type { Instant } from '../../src/domain/time.ts';
import type { Clock } from '../../src/ports.ts';

export interface HandClock {
  /** The port. */
  readonly clock: Clock;
  set(at: Instant): void;
  pass(ms: number): void;
}

/** A clock that is moved by hand. */
export function aClock(at: string): HandClock {
  let now = Date.parse(at);
  return {
    clock: () => now,
    set(to) {
      now = to;
    },
    pass(ms) {
      now += ms;
    },
  };
}
