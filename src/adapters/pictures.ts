/** Pictures, drawn in threads of their own so that no answer waits for one. */

import type { Log, Pictures } from '../ports.ts';
import type { StandingsPicture } from '../views/standingsPicture.ts';
import { type Drawer, drawingThread } from './pictures/thread.ts';

/** So many are drawn at once; the others wait. */
const AT_ONCE = 2;
/** From asking to having. */
const LIMIT_MS = 3000;
/** A thread without work is kept so long for the next picture. */
const IDLE_MS = 60_000;

/** Calls `ring` once after a time, unless what it returns is called before. */
export type After = (ms: number, ring: () => void) => () => void;

interface Job {
  readonly picture: StandingsPicture;
  settle(png: Uint8Array | undefined): void;
  settled: boolean;
}

/** Room for one thread, which is there while there is work, and for a while after. */
interface Seat {
  drawer?: Drawer | undefined;
  job?: Job | undefined;
  forgetIdle?: (() => void) | undefined;
}

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
      const job: Job = {
        picture,
        settled: false,
        settle(png) {
          forgetLimit();
          job.settled = true;
          resolve(png);
        },
      };
      const forgetLimit = after(LIMIT_MS, () => giveUp(job));
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

  async function work(seat: Seat, job: Job) {
    seat.forgetIdle?.();
    seat.job = job;
    try {
      seat.drawer ??= startDrawer();
      const png = await seat.drawer.draw(job.picture);
      if (!job.settled) job.settle(png);
    } catch (error) {
      // One that was given up has been logged, and its seat cleared.
      if (job.settled) return;
      log.error('picture-failed', error);
      clear(seat);
      job.settle(undefined);
    }
    if (seat.job !== job) return;
    seat.job = undefined;
    if (seat.drawer) seat.forgetIdle = after(IDLE_MS, () => clear(seat));
    fillSeats();
  }

  function giveUp(job: Job) {
    const seat = seats.find((one) => one.job === job);
    log.warn('picture-late', { limitMs: LIMIT_MS, drawing: seat !== undefined, waiting: waiting.length });
    if (seat) clear(seat);
    else waiting.splice(waiting.indexOf(job), 1);
    job.settle(undefined);
    fillSeats();
  }

  function clear(seat: Seat) {
    seat.drawer?.end();
    seat.forgetIdle?.();
    seat.drawer = seat.job = seat.forgetIdle = undefined;
  }

  return {
    standings,
    /** What is under way comes to nothing. */
    close() {
      closed = true;
      for (const job of [...waiting.splice(0), ...seats.flatMap(({ job }) => job ?? [])]) job.settle(undefined);
      seats.forEach(clear);
    },
  };
}

function afterTime(ms: number, ring: () => void) {
  const timer = setTimeout(ring, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
