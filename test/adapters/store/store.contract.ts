import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Engine, openEngine } from '../../../src/adapters/store/engines.ts';
import { keyvStore, type Shape } from '../../../src/adapters/store/keyvStore.ts';
import { UnreadableRecord } from '../../../src/ports.ts';
import { aLog } from '../../support/aLog.ts';

const shape: Shape<{ readonly count: number; readonly note?: string | undefined }> = {
  name: 'counts',
  version: 2,
  schema: z.strictObject({ count: z.int(), note: z.string().optional() }),
  earlier: { 1: (value) => ({ count: value }) },
};

/** A table as it is kept: text by key, as an older or newer version, or an accident, may have left it. */
interface RawTable {
  get(key: string): unknown;
  set(key: string, value: string): unknown;
}

/** What every engine must do. `aUrl` gives the address of a place where nothing is stored yet. */
export function storeContract(name: string, aUrl: () => string): void {
  describe(`a store in ${name}`, () => {
    let engine: Engine;
    let table: Awaited<ReturnType<Engine['table']>>;
    let log: ReturnType<typeof aLog>;

    beforeEach(async () => {
      engine = await openEngine(aUrl());
      table = await engine.table('counts');
      log = aLog();
      return async () => void (await engine.close().catch(() => undefined)); // One test closes it itself.
    });

    const open = () => keyvStore(table, shape, log);
    const raw = () => table as RawTable;
    async function all(store = open()) {
      const entries: (readonly [string, unknown])[] = [];
      for await (const entry of store.entries()) entries.push(entry);
      return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
    }

    test('lists what belongs to one group, and nothing of another whose name begins alike', async () => {
      const store = open();
      for (const key of ['12:b', '12:a', '1:2', '123:a', '112:a', '12', '12x:a']) {
        await store.update(key, () => [{ count: key.length }, undefined]);
      }
      await raw().set('12:broken', '{}');
      const entries: (readonly [string, unknown])[] = [];
      for await (const entry of store.entriesUnder('12')) entries.push(entry);
      expect(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
        ['12:a', { count: 4 }],
        ['12:b', { count: 4 }],
      ]);
    });

    test('gives undefined for what is not there', async () => {
      expect([await open().get('a'), await all()]).toEqual([undefined, []]);
    });

    test('keeps what an update says to keep, and hands its result back', async () => {
      const store = open();
      expect(await store.update('a', (current) => [{ count: 1 }, current])).toBeUndefined();
      expect(await store.update('a', (current) => [{ count: 2, note: 'x' }, current])).toEqual({ count: 1 });
      expect(await store.get('a')).toEqual({ count: 2, note: 'x' });
    });

    test('removes what an update says to remove', async () => {
      const store = open();
      await store.update('a', () => [{ count: 1 }, undefined]);
      expect(await store.update('a', (current) => [undefined, current])).toEqual({ count: 1 });
      expect([await store.get('a'), await all()]).toEqual([undefined, []]);
    });

    test('removes what is not there without complaint', async () => {
      expect(await open().update('a', (current) => [undefined, current])).toBeUndefined();
    });

    test('loses none of many updates to one key at once', async () => {
      const store = open();
      const add = () => store.update('a', (now) => [{ count: (now?.count ?? 0) + 1 }, now?.count ?? 0]);
      const before = await Promise.all(Array.from({ length: 20 }, add));
      expect([before, await store.get('a')]).toEqual([Array.from({ length: 20 }, (_, n) => n), { count: 20 }]);
    });

    test('keeps what was there when a change throws, and goes on', async () => {
      const store = open();
      await store.update('a', () => [{ count: 1 }, undefined]);
      const broken = store.update('a', () => {
        throw new Error('no such move');
      });
      const next = store.update('a', (now) => [{ count: (now?.count ?? 0) + 1 }, undefined]);
      await expect(broken).rejects.toThrow('no such move');
      await next;
      expect(await store.get('a')).toEqual({ count: 2 });
    });

    test('writes nothing when the same is kept', async () => {
      await raw().set('a', stored({ version: 1, value: 7 }));
      await open().update('a', (current) => [current, undefined]);
      expect(await raw().get('a')).toBe(stored({ version: 1, value: 7 }));
    });

    test('tells keys apart by every character', async () => {
      const keys = ['%', '_', 'a%', 'a:b', 'a_b', 'axb', 'A%', ':', "it's", 'counts:a', 'ключ', '100/abc1234'];
      const store = open();
      for (const [count, key] of keys.entries()) await store.update(key, () => [{ count }, undefined]);
      await store.update('a_b', () => [undefined, undefined]);
      const left = keys.map((key, count) => [key, { count }] as const).filter(([key]) => key !== 'a_b');
      expect(await all(store)).toEqual(left.toSorted(([a], [b]) => (a < b ? -1 : 1)));
      expect(await store.get('axb')).toEqual({ count: 5 });
    });

    test('passes on more entries than an engine reads at a time', async () => {
      const store = open();
      await Promise.all(
        Array.from({ length: 25 }, (_, count) => store.update(`k${count}`, () => [{ count }, undefined])),
      );
      expect((await all(store)).length).toBe(25);
    });

    test('keeps what hundreds write at once, and each that is told so finds it there', async () => {
      const store = open();
      const keys = Array.from({ length: 450 }, (_, count) => `k${count}`);
      const found = await Promise.all(
        keys.map(async (key, count) => {
          await store.put(key, { count });
          return store.get(key);
        }),
      );
      expect(found).toEqual(keys.map((_, count) => ({ count })));
      expect((await all(store)).length).toBe(keys.length);
    });

    test('reads what an older version wrote, and writes it anew at the next change', async () => {
      await raw().set('a', stored({ version: 1, value: 7 }));
      const store = open();
      expect([await store.get('a'), await all(store)]).toEqual([{ count: 7 }, [['a', { count: 7 }]]]);
      await store.update('a', (now) => [{ count: (now?.count ?? 0) + 1 }, undefined]);
      expect(await raw().get('a')).toBe(stored({ version: 2, value: { count: 8 } }));
    });

    describe.each([
      ['of a version yet to come', stored({ version: 3, value: { count: 7 } })],
      ['of a version long forgotten', stored({ version: 0, value: { count: 7 } })],
      ['of another shape', stored({ version: 2, value: { count: 'seven' } })],
      ['with something added', stored({ version: 2, value: { count: 7, secret: true } })],
      ['that an older version wrote wrong', stored({ version: 1, value: 'seven' })],
      ['without a version', stored({ count: 7 })],
      ['that is none of ours', '{"answer":42}'],
      ['that holds nothing', '{"value":null}'],
      ['that is null', 'null'],
      ['that was cut short', '{"value":{"version":2,"va'],
      ['that is empty', ''],
      ['with a time at which it is over', '{"value":{"version":3,"value":{"count":7}},"expires":1}'],
    ])('a record %s', (_, text) => {
      test('is an error to read and to change, and stays as it is', async () => {
        await raw().set('a', text);
        const store = open();
        await expect(store.get('a')).rejects.toThrow(UnreadableRecord);
        await expect(store.update('a', () => [{ count: 1 }, undefined])).rejects.toThrow(UnreadableRecord);
        await expect(store.update('a', () => [undefined, undefined])).rejects.toThrow(UnreadableRecord);
        expect(await raw().get('a')).toBe(text);
      });

      test('is logged, and does not keep the others from being read', async () => {
        const store = open();
        await store.update('a', () => [{ count: 1 }, undefined]);
        await raw().set('b', text);
        await store.update('c', () => [{ count: 3 }, undefined]);
        expect(await all(store)).toEqual([
          ['a', { count: 1 }],
          ['c', { count: 3 }],
        ]);
        expect(log.lines).toEqual([
          {
            level: 'error',
            event: 'record-unreadable',
            error: expect.any(UnreadableRecord),
            fields: { table: 'counts', key: 'b' },
          },
        ]);
        expect(await raw().get('b')).toBe(text);
      });
    });

    test('keeps tables apart', async () => {
      const other = keyvStore(await engine.table('others'), shape, log);
      await other.update('a', () => [{ count: 1 }, undefined]);
      expect([await open().get('a'), await all(), await all(other)]).toEqual([undefined, [], [['a', { count: 1 }]]]);
    });
  });
}

/** A row as Keyv keeps it. */
function stored(record: unknown): string {
  return JSON.stringify({ value: record });
}
