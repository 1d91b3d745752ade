/** Pictures drawn one after the other, then many at once, while a timer asks every millisecond how long it had to wait. */

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openPictures } from '../../src/adapters/pictures.ts';
import { standingsPicture } from '../../src/views/standingsPicture.ts';
import { en } from '../../src/words/en.ts';
import { serve } from './process.ts';

export interface PictureFigures {
  readonly firstMs: number;
  readonly firstPauseMs: number;
  /** The longest stretch of work of the event loop's own thread, without waiting for a processor. Only Linux tells. */
  readonly workMs: number | undefined;
  readonly eachMs: readonly number[];
  readonly burstMs: number;
  readonly pauseMs: number;
  readonly idlePauseMs: number;
  readonly memoryMiB: number;
  /** How many were not there in time. */
  readonly missing: number;
  readonly kib: number;
}

export type PicturesTasks = typeof tasks;
const tasks = { measure };
serve(tasks);

const MIB = 1024 * 1024;
const IDLE_MS = 1000;
const NAMES = [
  'Ana',
  'Benedikt',
  '李小龙',
  'Đặng Thị Ánh',
  'Елена',
  'Φωτεινή',
  '🎉 Max',
  'مريم',
  'Zoë',
  'W'.repeat(100),
];
const PICTURE = standingsPicture(en, {
  title: 'Result',
  subtitle: 'Classic · 10 questions on arms control',
  rows: NAMES.map((name, index) => ({ place: index + 1, name, points: 100 - 9 * index, right: 10 - index, of: 10 })),
  footer: 'Attaché · 29 September 2026',
});

async function measure({
  pictures: count,
  burst,
}: {
  readonly pictures: number;
  readonly burst: number;
}): Promise<PictureFigures> {
  const told: string[] = [];
  const tell = (event: string) => void told.push(event);
  const pictures = openPictures({ log: { debug: tell, info: tell, warn: tell, error: tell } });
  const draw = async () => {
    const began = performance.now();
    const png = await pictures.standings(PICTURE);
    return { tookMs: performance.now() - began, bytes: png?.length ?? 0 };
  };
  const watch = pauses();
  await wait(IDLE_MS);
  const idlePauseMs = watch.longest();
  const before = process.memoryUsage().rss;
  const first = await draw();
  const firstPauseMs = watch.longest();
  const eachMs: number[] = [];
  for (let turn = 0; turn < count; turn++) eachMs.push((await draw()).tookMs);
  const memoryMiB = (process.memoryUsage().rss - before) / MIB;
  const began = performance.now();
  await Promise.all(Array.from({ length: burst }, draw));
  const burstMs = performance.now() - began;
  const pauseMs = watch.longest();
  const missing = told.length;
  pictures.close();
  return {
    firstMs: first.tookMs,
    firstPauseMs,
    workMs: watch.work(),
    eachMs,
    burstMs,
    pauseMs,
    idlePauseMs,
    memoryMiB,
    missing,
    kib: first.bytes / 1024,
  };
}

/** Watches from now on; `longest` gives the longest time between two turns since it was last asked, `work` the most that was worked in one. */
function pauses() {
  let [last, longest] = [performance.now(), 0];
  let [worked, work] = [workedMs(), 0];
  setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    const workedNow = workedMs();
    if (workedNow !== undefined && worked !== undefined) work = Math.max(work, workedNow - worked);
    worked = workedNow;
  }, 1);
  return {
    longest() {
      const found = Math.max(longest, performance.now() - last);
      longest = 0;
      return found;
    },
    work: () => (worked === undefined ? undefined : work),
  };
}

/** How long this thread has run on a processor. Source: Linux, Documentation/scheduler/sched-stats, "/proc/<pid>/schedstat". */
function workedMs(): number | undefined {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
}
