import Keyv, { type KeyvStoreAdapter } from 'keyv';
import { z } from 'zod';
import { type Log, type Store, UnreadableRecord } from '../../ports.ts';

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

/**
 * A `Store` over Keyv. Every record carries its version and is parsed on reading.
 *
 * Keyv has no transactions: updates to one key queue behind each other here.
 * That holds within one process, and one process owns the key.
 */
export function keyvStore<T>(adapter: KeyvStoreAdapter | Map<unknown, unknown>, shape: Shape<T>, log: Log): Store<T> {
  const keyv = new Keyv({ store: adapter, useKeyPrefix: false });
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

  return {
    get: async (key) => read(key, await keyv.get<unknown>(key)),
    update(key, change) {
      const turn = (tails.get(key) ?? Promise.resolve()).then(() => swap(key, change));
      const tail = turn
        .catch(() => undefined)
        .finally(() => {
          if (tails.get(key) === tail) tails.delete(key);
        });
      tails.set(key, tail);
      return turn;
    },
    async *entries() {
      for await (const [key, stored] of keyv.iterator?.(undefined) ?? []) {
        let value: T | undefined;
        try {
          value = read(key, stored);
        } catch (error) {
          if (error instanceof UnreadableRecord) continue;
          throw error;
        }
        if (value !== undefined) yield [key, value] as const;
      }
    },
  };
}
