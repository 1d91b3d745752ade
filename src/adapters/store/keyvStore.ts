import { setImmediate } from 'node:timers/promises';
import Keyv, { type KeyvStoreAdapter } from 'keyv';
import { z } from 'zod';
import { type GroupedStore, type Log, type OwnedStore, UnreadableRecord } from '../../ports.ts';

/** So many records are read before others have their turn: some milliseconds. */
const TURN = 500;

/** What is stored: the value, and which version of its shape it has. */
const envelope = z.strictObject({ version: z.int(), value: z.unknown() });

export interface Shape<T> {
  /** Names the table in the log. */
  readonly name: string;
  /** Raised with every change of `schema`; then `earlier` says how to read what older versions wrote. */
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** By version: the value as the current version has it. */
  readonly earlier?: Readonly<Record<number, (value: unknown) => unknown>>;
}

type Adapter = KeyvStoreAdapter | Map<unknown, unknown>;

/**
 * A `Store` over Keyv. Every record carries its version and is parsed on reading.
 *
 * Keyv has no transactions: updates to one key queue behind each other here.
 * That holds within one process, and one process owns the key.
 */
export function keyvStore<T>(adapter: Adapter, shape: Shape<T>, log: Log): OwnedStore<T> & GroupedStore<T> {
  const keyv = new Keyv({ store: adapter, useKeyPrefix: false, serialize: JSON.stringify, deserialize });
  keyv.namespace = undefined; // Otherwise a scan looks for keys that begin with “keyv:”, and finds none.
  keyv.throwOnErrors = true; // Otherwise a failed read looks like a missing key, and a failed write like a done one.
  const tails = new Map<string, Promise<unknown>>();

  function read(key: string, stored: unknown): T | undefined {
    if (stored === undefined) return undefined;
    try {
      const { version, value } = envelope.parse(stored);
      const migrate = shape.earlier?.[version];
      if (version !== shape.version && !migrate) throw new Error(`version ${version} is not known`);
      return shape.schema.parse(migrate ? migrate(value) : value);
    } catch (cause) {
      const error = new UnreadableRecord(`${shape.name}/${key}`, { cause });
      log.error('record-unreadable', error, { table: shape.name, key });
      throw error;
    }
  }

  async function swap<R>(key: string, change: (current: T | undefined) => readonly [T | undefined, R]): Promise<R> {
    const current = read(key, await keyv.get<unknown>(key));
    const [keep, result] = change(current);
    if (keep === current) return result;
    if (keep === undefined) await keyv.delete(key);
    else await keyv.set(key, { version: shape.version, value: keep });
    return result;
  }

  /** After everything that was asked of the key before. */
  function inTurn<R>(key: string, work: () => Promise<R>): Promise<R> {
    const turn = (tails.get(key) ?? Promise.resolve()).then(work);
    const tail = turn.then(ignore, ignore).finally(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    tails.set(key, tail);
    return turn;
  }

  async function* readable(rows: Rows) {
    let count = 0;
    for await (const [key, stored] of rows) {
      count += 1;
      if (count % TURN === 0) await setImmediate(); // Many rows come at once; what else is under way must not wait for all.
      let value: T | undefined;
      try {
        value = read(key, stored);
      } catch (error) {
        if (error instanceof UnreadableRecord) continue;
        throw error;
      }
      if (value !== undefined) yield [key, value] as const;
    }
  }

  return {
    get: async (key) => read(key, await keyv.get<unknown>(key)),
    update: (key, change) => inTurn(key, () => swap(key, change)),
    put: (key, value) => inTurn(key, async () => void (await keyv.set(key, { version: shape.version, value }))),
    entries: () => readable(keyv.iterator?.(undefined) ?? []),
    entriesUnder: (group) => readable(rowsUnder(adapter, group)),
  };
}

type Rows = AsyncIterable<readonly [key: string, stored: unknown]> | Iterable<never>;

/** Keyv itself lists only a whole table; its adapters can begin at a prefix, which they call a namespace. */
async function* rowsUnder(adapter: Adapter, group: string) {
  const rows = adapter instanceof Map ? adapter : adapter.iterator?.(group);
  if (!rows) throw new Error('this store engine cannot list its keys');
  for await (const [key, row] of rows) {
    if (String(key).startsWith(`${group}:`)) yield [String(key), deserialize(String(row)).value] as const;
  }
}

/** A row of Keyv's. One that is none, or not even JSON, holds `null`: a record that cannot be read, not a missing one. */
function deserialize(row: string): { value: never } {
  const parsed = parse(row);
  const value: unknown = typeof parsed === 'object' && parsed !== null && 'value' in parsed ? parsed.value : null;
  return { value: value as never };
}

function parse(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

function ignore() {}
