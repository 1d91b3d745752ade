import { setTimeout as wait } from 'node:timers/promises';
import { median } from './statistics.ts';

/** In MiB. */
export interface MemoryUse {
  /** Resident, before anything was forced. */
  readonly settled: number;
  /** Resident after a forced collection: the median of the samples. */
  readonly collected: number;
  /** JavaScript's heap after it. */
  readonly heap: number;
}

const MIB = 1024 * 1024;
const SAMPLES = 5;
const BETWEEN_MS = 100;

/** What this process takes up. Needs `--expose-gc`. */
export async function memoryUse(): Promise<MemoryUse> {
  const settled = process.memoryUsage.rss() / MIB;
  const samples: NodeJS.MemoryUsage[] = [];
  for (let taken = 0; taken < SAMPLES; taken++) {
    globalThis.gc?.();
    await wait(BETWEEN_MS);
    samples.push(process.memoryUsage());
  }
  return {
    settled,
    collected: median(samples.map(({ rss }) => rss / MIB)),
    heap: median(samples.map(({ heapUsed }) => heapUsed / MIB)),
  };
}
