/** Standings at size over SQLite, in a process of its own for the sake of its memory and its event loop. */

import { rm } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { KeyvSqlite } from '@keyv/sqlite';
import { openEngine } from '../../src/adapters/store/engines.ts';
import { standings as shape } from '../../src/adapters/store/groupShapes.ts';
import { keyvStore } from '../../src/adapters/store/keyvStore.ts';
import { openStandings, type Standings } from '../../src/app/standings.ts';
import type { ScoreEntry } from '../../src/domain/game/game.ts';
import { seeded } from '../../src/domain/random.ts';
import { addEntry, type Standing, windowAt } from '../../src/domain/standings.ts';
import { serve } from './process.ts';

export interface StandingsFigures {
  /** Milliseconds of each recording of one member's points, by the size of the server. */
  readonly recordings: Readonly<Record<number, readonly number[]>>;
  /** Milliseconds to open the largest leaderboard for the first time, and again and again. */
  readonly coldMs: number;
  readonly warmMs: readonly number[];
  /** The longest that the event loop stood still while it was first opened. */
  readonly coldPauseMs: number;
  /** What the largest leaderboard holds in memory. */
  readonly heapMiB: number;
  readonly bytesOfRecord: number;
}

export type StandingsTasks = typeof tasks;
const tasks = { measure };
serve(tasks);

const MIB = 1024 * 1024;
const NOW = Date.UTC(2026, 10, 25, 12);
const ZONE = 'Europe/Berlin';
const TOPICS = ['europe', 'japan-russia', 'peace-treaties', 'arms-control', 'united-nations', 'climate'];
const GAMES = 8;

interface Server {
  readonly players: number;
  readonly guildId: string;
  readonly standings: Standings;
}

async function measure({
  sizes,
  recordings,
  openings,
}: {
  readonly sizes: readonly number[];
  readonly recordings: number;
  readonly openings: number;
}): Promise<StandingsFigures> {
  const engines = [];
  const servers: Server[] = [];
  for (const players of sizes) {
    await clear(players);
    const engine = await openEngine(`sqlite://${fileOf(players)}`);
    const table = (await engine.table(shape.name)) as KeyvSqlite;
    const store = keyvStore(table, shape, SILENT);
    await table.query('BEGIN');
    for (let player = 0; player < players; player++) {
      await store.update(`${guildOf(players)}:${idOf(player)}`, () => [standingOf(player), undefined]);
    }
    await table.query('COMMIT');
    engines.push(engine);
    servers.push({ players, guildId: guildOf(players), standings: openStandings({ store }) });
  }
  const times = await record(servers, recordings);
  const largest = servers.at(-1);
  if (!largest) throw new Error('no sizes');
  const opened = await open(largest, openings);
  for (const engine of engines) await engine.close();
  await Promise.all(sizes.map(clear));
  return { recordings: times, ...opened, bytesOfRecord: JSON.stringify(standingOf(1)).length };
}

/** One member at a time, in turn in each server, so that whatever else the machine does meets them alike. */
async function record(servers: readonly Server[], recordings: number): Promise<Record<number, number[]>> {
  const random = seeded('recordings');
  const times: Record<number, number[]> = Object.fromEntries(servers.map(({ players }) => [players, []]));
  const warmUp = recordings / 10;
  for (let turn = -warmUp; turn < recordings; turn++) {
    for (const { players, guildId, standings } of servers) {
      const entries = [anEntry(idOf(random(players)), turn)];
      const began = performance.now();
      await standings.record(guildId, { game: `turn${turn}`, effect: 1, entries, at: NOW, zone: ZONE });
      if (turn >= 0) times[players]?.push(performance.now() - began);
    }
  }
  return times;
}

async function open({ guildId, players, standings }: Server, openings: number) {
  const asked = {
    window: windowAt('week', NOW, ZONE),
    viewer: idOf(players - 1),
    most: 10,
    hidden: new Set([idOf(3)]),
  };
  const before = heap();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  await standings.leaderboard(guildId, asked);
  const coldMs = performance.now() - began;
  delay.disable();
  const heapMiB = (heap() - before) / MIB;

  const warmMs: number[] = [];
  for (let turn = 0; turn < openings; turn++) {
    const again = performance.now();
    const board = await standings.leaderboard(guildId, asked);
    warmMs.push(performance.now() - again);
    if (board.rows.length !== 10 || !board.own) throw new Error('the leaderboard is not whole');
  }
  return { coldMs, coldPauseMs: delay.max / 1e6, warmMs, heapMiB };
}

function fileOf(players: number): string {
  return `var/bench-standings-${players}.sqlite`;
}

async function clear(players: number): Promise<void> {
  await Promise.all(['', '-wal', '-shm'].map((ending) => rm(`${fileOf(players)}${ending}`, { force: true })));
}

/** As after some games, played this week. */
function standingOf(player: number): Standing {
  const random = seeded(`player${player}`);
  let standing: Standing | undefined;
  for (let game = 0; game < GAMES; game++) {
    const when = game < GAMES / 2 ? { week: '2026-11-16', month: '2026-10' } : { week: '2026-11-23', month: '2026-11' };
    standing = addEntry(standing, anEntry(idOf(player), random(1000)), { game: `game${game}`, effect: 40, ...when });
  }
  if (!standing) throw new Error('no games');
  return standing;
}

function anEntry(player: string, chance: number): ScoreEntry {
  const points = 100 * (1 + (Math.abs(chance) % 10));
  const topics = [0, 1, 2].map((after) => TOPICS[(Math.abs(chance) + after) % TOPICS.length] ?? '');
  return { player, points, right: 3, answered: 5, topics: Object.fromEntries(topics.map((topic) => [topic, points])) };
}

/** Ids as Discord gives them. */
function idOf(player: number): string {
  return `2${String(player).padStart(17, '0')}`;
}

function guildOf(players: number): string {
  return `1${String(players).padStart(17, '0')}`;
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
