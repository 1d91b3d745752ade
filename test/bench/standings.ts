/** What it costs to add to a standing, and to open a leaderboard, in servers small and very large. */

import { start } from './process.ts';
import { compared, figure, type Measured } from './row.ts';
import type { StandingsTasks } from './standingsProcess.ts';
import { median, percentile } from './statistics.ts';

const SIZES = [10, 1000, 100_000];
const RECORDINGS = 4000;
const OPENINGS = 100;
const GOAL_RATIO = 1.5;
const GOAL_MS = 200;

export async function standings(): Promise<Measured> {
  const keeping = start<StandingsTasks>('standingsProcess.ts', { node: ['--expose-gc'] });
  const found = await keeping
    .ask('measure', { sizes: SIZES, recordings: RECORDINGS, openings: OPENINGS })
    .finally(keeping.end);
  const [smallest = 0, ...larger] = SIZES;
  const times = (players: number) => found.recordings[players] ?? [];
  const ofAll = `of ${OPENINGS}`;
  return {
    title: 'Standings',
    rows: [
      ...larger.flatMap((players) => [
        compared(
          `recording among ${count(players)} players, median`,
          [median(times(players)), median(times(smallest))],
          {
            unit: 'ms',
            against: `${count(smallest)} players`,
            atMost: GOAL_RATIO,
          },
        ),
        compared(`the same, mean`, [mean(times(players)), mean(times(smallest))], {
          unit: 'ms',
          against: `${count(smallest)} players`,
        }),
      ]),
      {
        what: `leaderboard of ${count(SIZES.at(-1) ?? 0)} players, p99`,
        figure: figure(percentile(found.warmMs, 0.99), 'ms'),
        against: ofAll,
        goal: { says: `< ${GOAL_MS} ms`, met: percentile(found.warmMs, 0.99) < GOAL_MS },
      },
      { what: 'the same, first opening since the start', figure: figure(found.coldMs, 'ms'), against: '–' },
      { what: 'longest pause of the event loop in it', figure: figure(found.coldPauseMs, 'ms'), against: '–' },
      { what: 'heap that it holds', figure: figure(found.heapMiB, 'MiB'), against: '–' },
    ],
    notes: [
      `${RECORDINGS} recordings each, in turn over SQLite; a record has ${count(found.bytesOfRecord)} characters, whatever the size of the server.`,
    ],
  };
}

function mean(samples: readonly number[]): number {
  return samples.reduce((sum, one) => sum + one, 0) / samples.length;
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
