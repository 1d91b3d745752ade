/** Drawing the standings: how long it takes, and how long nothing else can happen meanwhile. */

import type { PicturesTasks } from './picturesProcess.ts';
import { start } from './process.ts';
import { figure, type Measured } from './row.ts';
import { median, percentile } from './statistics.ts';

const PROCESSES = 5;
const PICTURES = 20;
const BURST = 10;
const GOAL_MS = 20;

export async function pictures(): Promise<Measured> {
  const runs = [];
  for (let run = 0; run < PROCESSES; run++) {
    const drawing = start<PicturesTasks>('picturesProcess.ts');
    runs.push(await drawing.ask('measure', { pictures: PICTURES, burst: BURST }).finally(drawing.end));
  }
  const times = runs.flatMap(({ eachMs }) => eachMs);
  const pauseMs = Math.max(...runs.flatMap(({ firstPauseMs, pauseMs }) => [firstPauseMs, pauseMs]));
  const idleMs = Math.max(...runs.map(({ idlePauseMs }) => idlePauseMs));
  const works = runs.flatMap(({ workMs }) => workMs ?? []);
  const against = `of ${times.length} pictures`;
  return {
    title: 'Pictures, standings of 10 players',
    rows: [
      { what: 'time to draw, p50', figure: figure(percentile(times, 0.5), 'ms'), against },
      { what: 'time to draw, p99', figure: figure(percentile(times, 0.99), 'ms'), against },
      {
        what: 'the first, with the start of its thread',
        figure: figure(median(runs.map(({ firstMs }) => firstMs)), 'ms'),
        against: `median of ${PROCESSES}`,
      },
      {
        what: 'longest pause of the event loop while drawing',
        figure: figure(pauseMs, 'ms'),
        against: `doing nothing ${figure(idleMs, 'ms')}`,
        goal: { says: `< ${GOAL_MS} ms`, met: pauseMs < GOAL_MS },
      },
      ...(works.length
        ? [
            {
              what: 'most that its own thread worked in one turn',
              figure: figure(Math.max(...works), 'ms'),
              against: 'without waiting for a processor',
            },
          ]
        : []),
      {
        what: 'resident memory of drawing',
        figure: figure(median(runs.map(({ memoryMiB }) => memoryMiB)), 'MiB'),
        against: 'two threads, until a minute without pictures',
      },
    ],
    notes: [
      `Of ${BURST} asked for at once, two are drawn at a time and the last is there after ${figure(median(runs.map(({ burstMs }) => burstMs)), 'ms')}. A picture has ${figure(runs[0]?.kib ?? 0, 'KiB')}. The longest pause at the start of a thread was ${figure(Math.max(...runs.map(({ firstPauseMs }) => firstPauseMs)), 'ms')}. Not there within their three seconds: ${runs.reduce((sum, { missing }) => sum + missing, 0)} of ${PROCESSES * (1 + PICTURES + BURST)}.`,
    ],
  };
}
