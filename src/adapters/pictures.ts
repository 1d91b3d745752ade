/** Pictures, drawn in threads of their own so that no answer waits for one. */

import type { Log, Pictures } from '../ports.ts';
import type { StandingsPicture } from '../views/standingsPicture.ts';
import { type Drawer, drawingThread } from './pictures/thread.ts';

/** So many are drawn at once; the others wait. */
const AT_ONCE = 2;
/** From asking to having. */
const LIMIT_MS = 3000;
/** A thread silent for so long will stay so, and is ended. On a busy machine its start alone can take seconds. */
const HUNG_MS = 15_000;
/** A thread without work is kept so long for the next picture. */
const IDLE_MS = 60_000;

/** Calls `ring` once after a time, unless what it returns is called before. */
export type After = (ms: number, ring: () => void) => () => void;

interface Job {
  readonly picture: StandingsPicture;
  /** The first call counts. */
  settle(png: Uint8Array | undefined): void;
}

/** Room for one thread, which is there while there is work, and for a while after. */
interface Seat {
  drawer?: Drawer | undefined;
  job?: Job | undefined;
  /** Stops the bell that would end the thread. */
  forgetBell?: (() => void) | undefined;
}

/** A picture that is late or fails leaves a line in the log. `close` ends the threads; what is under way comes to nothing. */
export function openPictures({
  log,
  startDrawer = drawingThread,
  after = afterTime,
}: {
  readonly log: Log;
  readonly startDrawer?: () => Drawer;
  readonly after?: After;
}): Pictures & { close(): void } {
  const seats: readonly Seat[] = Array.from({ length: AT_ONCE }, () => ({}));
  const waiting: Job[] = [];
  let closed = false;

  function standings(picture: StandingsPicture): Promise<Uint8Array | undefined> {
    if (closed) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const forgetLimit = after(LIMIT_MS, () => giveUp(job));
      const job: Job = {
        picture,
        settle(png) {
          forgetLimit();
          resolve(png);
        },
      };
      waiting.push(job);
      fillSeats();
    });
  }

  function fillSeats() {
    // Threads that are running come first.
    for (const seat of seats.toSorted((a, b) => Number(!a.drawer) - Number(!b.drawer))) {
      if (seat.job) continue;
      const job = waiting.shift();
      if (!job) return;
      void work(seat, job);
    }
  }

  /** Never throws. */
  async function work(seat: Seat, job: Job) {
    seat.forgetBell?.();
    seat.job = job;
    seat.forgetBell = after(HUNG_MS, () => {
      log.warn('picture-thread-hung', { limitMs: HUNG_MS });
      empty(seat);
      fillSeats();
    });
    try {
      seat.drawer ??= startDrawer();
      job.settle(await seat.drawer.draw(job.picture));
      if (seat.job !== job) return;
      // Even if it came late: the thread is warm for the next.
      seat.forgetBell?.();
      seat.job = undefined;
      seat.forgetBell = after(IDLE_MS, () => empty(seat));
    } catch (error) {
      if (seat.job !== job) return;
      log.error('picture-failed', error);
      empty(seat);
      job.settle(undefined);
    }
    fillSeats();
  }

  function giveUp(job: Job) {
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
    log.warn('picture-late', { limitMs: LIMIT_MS, begun: place < 0, waiting: waiting.length });
    job.settle(undefined);
  }

  function empty(seat: Seat) {
    seat.forgetBell?.();
    seat.drawer?.end();
    seat.drawer = seat.job = seat.forgetBell = undefined;
  }

  return {
    standings,
    close() {
      closed = true;
      for (const job of [...waiting.splice(0), ...seats.flatMap((seat) => seat.job ?? [])]) job.settle(undefined);
      seats.forEach(empty);
    },
  };
}

function afterTime(ms: number, ring: () => void) {
  const timer = setTimeout(ring, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
