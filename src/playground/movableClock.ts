/** A clock that runs at the usual pace and can be set ahead. */
export interface MovableClock {
  now(): number;
  /** @throws when that would turn it back, as ids and tokens are made from it, or is too far ahead for them. */
  moveTo(instant: number): void;
}

/** Discord's ids hold 42 bits of milliseconds, which end in 2154. */
const LATEST = Date.UTC(2100, 0, 1);

export function movableClock(base: () => number = Date.now): MovableClock {
  let ahead = 0;
  return {
    now: () => base() + ahead,
    moveTo(instant) {
      const to = instant - base();
      if (!(to >= ahead)) throw new Error('Time only moves forward here.');
      if (instant >= LATEST) throw new Error('Time moves no further than the year 2099 here.');
      ahead = to;
    },
  };
}
