/** A thousand games at once in one process, played to the end. */

import type { ManyGamesFigures, ManyGamesTasks } from './manyGamesProcess.ts';
import { start } from './process.ts';
import { figure, type Measured } from './row.ts';
import { percentile } from './statistics.ts';

const GAMES = 1000;
const PLAYERS = 5;
const QUESTIONS = 10;
/** Questions of 20 seconds take 4, and so on. */
const SPEED = 5;
/** Discord's global limit: discord-api-docs `topics/rate-limits`, "Global Rate Limit". */
const PER_SECOND = 50;

export async function manyGames(): Promise<Measured> {
  const playing = start<ManyGamesTasks>('manyGamesProcess.ts', { node: ['--expose-gc'] });
  const found = await playing
    .ask('measure', { games: GAMES, players: PLAYERS, questions: QUESTIONS, speed: SPEED })
    .finally(playing.end);
  return tell(found);
}

function tell(found: ManyGamesFigures): Measured {
  const answers = GAMES * PLAYERS * QUESTIONS;
  const { answeredMs, delayMs, heap, rss, requests } = found;
  const of = `of ${count(answeredMs.length)} answers`;
  const perGame = (when: Readonly<Record<'before' | 'running', number>>) =>
    figure(((when.running - when.before) * 1024) / GAMES, 'KiB');
  const all = found.once === answers && found.lost === 0 && found.doubled === 0 && found.counted === answers;
  // The clock ran faster: in so many seconds of the players' own time.
  const perGamePerSecond = (requests.sent + requests.edited) / GAMES / found.gameSeconds;
  return {
    title: `${count(GAMES)} games at once, ${PLAYERS} players and ${QUESTIONS} questions each`,
    rows: [
      { what: 'answer due to stored, p50', figure: figure(percentile(answeredMs, 0.5), 'ms'), against: of },
      { what: 'p99', figure: figure(percentile(answeredMs, 0.99), 'ms'), against: of },
      { what: 'max', figure: figure(percentile(answeredMs, 1), 'ms'), against: of },
      {
        what: 'answers stored, and counted in the standings',
        figure: count(found.once),
        against: `given ${count(answers)}`,
        goal: { says: 'none lost, none doubled', met: all },
      },
      {
        what: 'games that came to their end',
        figure: count(found.finished),
        against: `begun ${count(GAMES)}`,
        goal: { says: 'all', met: found.finished === GAMES },
      },
      { what: 'delay of the event loop, p50', figure: figure(delayMs.p50, 'ms'), against: 'sampled every ms' },
      { what: 'the same, p99', figure: figure(delayMs.p99, 'ms'), against: '–' },
      { what: 'the same, max', figure: figure(delayMs.max, 'ms'), against: '–' },
      { what: 'heap of a running game', figure: perGame(heap), against: 'after a collection' },
      { what: 'resident memory of a running game', figure: perGame(rss), against: 'after a collection' },
    ],
    notes: [
      `${count(found.runningAtOnce)} games were under way halfway. Their clock ran ${SPEED} times as fast as the one on the wall: ${figure(answers / found.seconds, 'answers a second')} for ${figure(found.seconds, 's')}, with ${figure(found.processorSeconds, 's')} of processor time. Refused: ${found.refused}; lost: ${found.lost}, doubled: ${found.doubled}; troubles in the log: ${found.troubles}. Joining and starting took ${figure(percentile(found.startedMs, 0.99), 'ms')} at p99.`,
      `${count(found.writes)} writes of ${figure(found.kibPerWrite, 'KiB')} on average. Heap ${figure(heap.before, 'MiB')} before, ${figure(heap.running, 'MiB')} halfway, ${figure(heap.after, 'MiB')} after; resident ${figure(rss.before, 'MiB')}, ${figure(rss.running, 'MiB')}, ${figure(rss.after, 'MiB')}.`,
      `Discord stood aside: a game here made ${figure(perGamePerSecond, 'requests')} for each second of its own, so that ${PER_SECOND} requests a second, Discord's limit for one bot, carry about ${count(Math.floor(PER_SECOND / perGamePerSecond))} such games at once.`,
    ],
  };
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
