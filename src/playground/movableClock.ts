/** A clock that runs at the usual pace and can be set ahead. */
export interface MovableClock {
  now(): number;
  /** @throws when that would turn it back: ids and tokens are made from it. */
  moveTo(instant: number): void;
}

export function movableClock(base: () => number = Date.now): MovableClock {
  let ahead = 0;
  return {
    now: () => base() + ahead,
    moveTo(instant) {
      const to = instant - base();
      if (!(to >= ahead)) throw new Error('Time only moves forward here.');
      ahead = to;
    },
  };
}
