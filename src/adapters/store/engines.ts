/**
 * The engines behind the store: which one `STORE_URL` means. Nothing outside
 * this folder knows. Another engine is another entry here.
 */

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KeyvSqlite } from '@keyv/sqlite';
import type { KeyvStoreAdapter } from 'keyv';

/** An open engine: a Keyv adapter for each table. */
export interface Engine {
  table(name: string): Promise<KeyvStoreAdapter | Map<unknown, unknown>>;
  close(): Promise<void>;
}

type Opener = (url: string) => Promise<Engine>;

const ENGINES: Readonly<Record<string, Opener>> = { sqlite: openSqlite, memory: openMemory };

/** What `STORE_URL` may begin with. */
export const STORE_SCHEMES: readonly string[] = Object.keys(ENGINES);

/** @throws when the scheme is unknown or the engine cannot be opened. */
export async function openEngine(url: string): Promise<Engine> {
  const open = ENGINES[url.split(':')[0] ?? ''];
  if (!open) throw new Error(`no such store engine; STORE_URL begins with one of ${STORE_SCHEMES.join(', ')}`);
  return open(url);
}

/** How long a writer waits for another process that holds the file, in milliseconds. */
const BUSY_MS = 5000;

/**
 * One file, a table each. Write-ahead logging with `synchronous=NORMAL` keeps
 * every commit through a kill of the process; only a power cut can take the
 * last ones (sqlite.org, "Pragma statements", synchronous).
 */
async function openSqlite(url: string): Promise<Engine> {
  const file = url.replace(/^sqlite:(\/\/)?/, '');
  if (!file) throw new Error('STORE_URL names no file, such as sqlite://var/attache.sqlite'); // SQLite would keep nothing.
  if (file !== ':memory:') await mkdir(dirname(file), { recursive: true });
  const tables: KeyvSqlite[] = [];
  let last: Promise<unknown> = Promise.resolve();
  // Each table has a connection of its own, and only one can write: the others would sleep, and wake too late.
  const inTurn: InTurn = (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    async table(name) {
      // Iteration pages by OFFSET, ten rows at a time unless told otherwise.
      const table = new KeyvSqlite({
        uri: `sqlite://${file}`,
        table: name,
        busyTimeout: BUSY_MS,
        iterationLimit: 10_000,
      });
      tables.push(table);
      writeTogether(table, inTurn);
      await table.query('PRAGMA journal_mode=WAL');
      await table.query('PRAGMA synchronous=NORMAL');
      // Keys by their beginning are found with LIKE, which uses the index only if case counts (sqlite.org, "The LIKE Optimization").
      await table.query('PRAGMA case_sensitive_like=ON');
      return table;
    },
    close: async () => void (await Promise.all(tables.map((table) => table.disconnect()))),
  };
}

/** So many rows are written by one statement at most. SQLite takes 32,766 parameters. */
const MOST_ROWS = 200;

/** Begins a piece of work when the one before has ended, well or badly. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

interface Row {
  readonly key: string;
  readonly value: unknown;
  readonly resolve: (done: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What comes while a write is under way goes out with the next, in one statement
 * and so in one commit: all of it is kept, or nothing, and everyone is told only
 * then. Left alone, each row would take a commit and a thread of its own, and
 * they would stand in each other's way, and in that of the event loop.
 */
function writeTogether(table: KeyvSqlite, inTurn: InTurn): void {
  const waiting: Row[] = [];
  let writing = false;

  async function writeSome(rows: readonly Row[]) {
    const places = rows.map(() => '(?, ?)').join(', ');
    try {
      await table.query(
        `INSERT INTO ${table.opts.table} (key, value) VALUES ${places}
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        ...rows.flatMap(({ key, value }) => [key, value]),
      );
      for (const { resolve } of rows) resolve(undefined);
    } catch (error) {
      for (const { reject } of rows) reject(error);
    }
  }

  async function write() {
    writing = true;
    while (waiting.length) await inTurn(() => writeSome(waiting.splice(0, MOST_ROWS)));
    writing = false;
  }

  table.set = (key, value) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, value, resolve, reject });
      if (!writing) void write();
    });
}

async function openMemory(): Promise<Engine> {
  return { table: async () => new Map(), close: async () => undefined };
}
