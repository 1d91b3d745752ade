/** Alarms over setTimeout, by a clock that may be moved. */

import type { Instant } from '../domain/time.ts';
import type { Alarm, Clock } from '../ports.ts';

/** setTimeout takes no more: about 24 days (HTML Standard, "Timers": a signed 32-bit number of milliseconds). */
const LONGEST_MS = 2 ** 31 - 1;

export interface Alarms {
  readonly alarm: Alarm;
  /** Rings at once what the clock has passed; for a clock that was moved. */
  check(): void;
  /** Nothing rings any more. */
  close(): void;
}

/** Alarms by a clock. There is one timer, for the one that rings next. */
export function alarms(clock: Clock): Alarms {
  const waiting = new Set<{ readonly at: Instant; readonly ring: () => void }>();
  let timer: NodeJS.Timeout | undefined;
  /** When the timer rings. */
  let next = Number.POSITIVE_INFINITY;

  function check() {
    const now = clock();
    const due = [...waiting].filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
    for (const one of due) if (waiting.delete(one)) one.ring();
    wind(Math.min(...[...waiting].map(({ at }) => at)));
  }

  function wind(at: Instant) {
    clearTimeout(timer);
    next = at;
    if (next !== Number.POSITIVE_INFINITY) timer = setTimeout(check, Math.min(Math.max(0, at - clock()), LONGEST_MS));
  }

  return {
    alarm(at, ring) {
      const one = { at, ring };
      waiting.add(one);
      if (at < next) wind(at);
      return () => void waiting.delete(one);
    },
    check,
    close() {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
