/** Loading, checking and indexing today's library, as every start does. */

import type { LibraryTasks } from './libraryProcess.ts';
import { start } from './process.ts';
import { compared, figure, type Measured } from './row.ts';
import { median } from './statistics.ts';

const RUNS = 5;
const GOAL_MS = 300;

export async function library(): Promise<Measured> {
  const loads: { readonly loadMs: number; readonly indexMs: number }[] = [];
  const parses: { readonly parseMs: number; readonly files: number; readonly characters: number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    loads.push(await fresh((reading) => reading.ask('load')));
    parses.push(await fresh((reading) => reading.ask('parse')));
  }
  const totalMs = median(loads.map(({ loadMs, indexMs }) => loadMs + indexMs));
  const { files = 0, characters = 0 } = parses[0] ?? {};
  return {
    title: 'Library',
    rows: [
      {
        ...compared('reading, checking and indexing', [totalMs, median(parses.map(({ parseMs }) => parseMs))], {
          unit: 'ms',
          against: 'reading and parsing alone',
        }),
        goal: { says: `< ${GOAL_MS} ms`, met: totalMs < GOAL_MS },
      },
    ],
    notes: [
      `${files} files of ${figure(characters / 1024, 'KiB')}; of the time, the search indexes take ${figure(median(loads.map(({ indexMs }) => indexMs)), 'ms')}. Medians of ${RUNS} new processes each.`,
    ],
  };
}

async function fresh<T>(read: (reading: ReturnType<typeof start<LibraryTasks>>) => Promise<T>): Promise<T> {
  const reading = start<LibraryTasks>('libraryProcess.ts');
  return read(reading).finally(reading.end);
}
