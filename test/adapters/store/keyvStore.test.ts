import { join } from 'node:path';
import type { KeyvSqlite } from '@keyv/sqlite';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openEngine } from '../../../src/adapters/store/engines.ts';
import { keyvStore } from '../../../src/adapters/store/keyvStore.ts';
import { aFolder } from '../../support/aDataset.ts';
import { aLog } from '../../support/aLog.ts';
import { storeContract } from './store.contract.ts';

const shape = { name: 'numbers', version: 1, schema: z.number() };
const aFileUrl = () => `sqlite://${join(aFolder(), 'made/on/the/way/store.sqlite')}`;

storeContract('memory', () => 'memory:');
storeContract('an SQLite file', aFileUrl);

describe('an SQLite file', () => {
  test('gives everything back when it is opened again', async () => {
    const url = aFileUrl();
    const before = await openEngine(url);
    const store = keyvStore(await before.table('numbers'), shape, aLog());
    await store.update('a', () => [1, undefined]);
    await store.update('b', () => [2, undefined]);
    await before.close();

    const after = await openEngine(url);
    const again = keyvStore(await after.table('numbers'), shape, aLog());
    const entries = [];
    for await (const entry of again.entries()) entries.push(entry);
    expect([await again.get('a'), entries]).toEqual([
      1,
      [
        ['a', 1],
        ['b', 2],
      ],
    ]);
    await after.close();
  });

  test('once closed throws, and never says that nothing is there', async () => {
    const engine = await openEngine(aFileUrl());
    const store = keyvStore(await engine.table('numbers'), shape, aLog());
    await store.update('a', () => [1, undefined]);
    await engine.close();
    await expect(store.get('a')).rejects.toThrow('SQLITE_MISUSE');
    await expect(store.update('a', () => [2, undefined])).rejects.toThrow('SQLITE_MISUSE');
    await expect(store.entries()[Symbol.asyncIterator]().next()).rejects.toThrow('SQLITE_MISUSE');
  });

  test('that fails to write says so', async () => {
    const engine = await openEngine(aFileUrl());
    const table = (await engine.table('numbers')) as KeyvSqlite;
    const store = keyvStore(table, shape, aLog());
    await store.update('a', () => [1, undefined]);
    await table.query('PRAGMA query_only=ON');
    await expect(store.update('a', () => [2, undefined])).rejects.toThrow('SQLITE_READONLY');
    await expect(store.update('a', () => [undefined, undefined])).rejects.toThrow('SQLITE_READONLY');
    expect(await store.get('a')).toBe(1);
    await engine.close();
  });

  test('that fails to write what came together says so to each, keeps none of it, and goes on', async () => {
    const engine = await openEngine(aFileUrl());
    const table = (await engine.table('numbers')) as KeyvSqlite;
    const store = keyvStore(table, shape, aLog());
    await store.put('a', 1);
    await table.query('PRAGMA query_only=ON');
    const refused = await Promise.allSettled(['a', 'b', 'c'].map((key) => store.put(key, 2)));
    await table.query('PRAGMA query_only=OFF');
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await Promise.all(['a', 'b', 'c'].map(store.get))).toEqual([1, undefined, undefined]);
    await store.put('b', 3);
    expect(await store.get('b')).toBe(3);
    await engine.close();
  });

  test('holds the writes of one table up for no failure of another', async () => {
    const engine = await openEngine(aFileUrl());
    const broken = (await engine.table('numbers')) as KeyvSqlite;
    const other = keyvStore(await engine.table('others'), shape, aLog());
    await broken.query('PRAGMA query_only=ON');
    const [failed, written] = await Promise.allSettled([
      keyvStore(broken, shape, aLog()).put('a', 1),
      other.put('a', 1),
    ]);
    expect([failed.status, written.status, await other.get('a')]).toEqual(['rejected', 'fulfilled', 1]);
    await engine.close();
  });

  test('is written ahead, synced at checkpoints, and waited for when another holds it', async () => {
    const engine = await openEngine(aFileUrl());
    const table = (await engine.table('numbers')) as KeyvSqlite;
    const pragma = async (name: string) => Object.values((await table.query(`PRAGMA ${name}`))[0] ?? {})[0];
    const NORMAL = 1;
    expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('busy_timeout')]).toEqual([
      'wal',
      NORMAL,
      5000,
    ]);
    await engine.close();
  });

  test('finds the keys of a group by its index, however many others there are', async () => {
    const engine = await openEngine(aFileUrl());
    const table = (await engine.table('numbers')) as KeyvSqlite;
    const asked: unknown[] = [];
    const query = table.query.bind(table);
    table.query = (sql, ...parameters) => {
      asked.push([sql, ...parameters]);
      return query(sql, ...parameters);
    };
    for await (const _ of keyvStore(table, shape, aLog()).entriesUnder('12')) throw new Error('there is none');
    const [[sql, parameters]] = asked as [[string, unknown]];
    expect(await query(`EXPLAIN QUERY PLAN ${sql}`, parameters)).toMatchObject([
      { detail: expect.stringContaining('USING INDEX sqlite_autoindex_numbers_1 (key>? AND key<?)') },
    ]);
    await engine.close();
  });

  test.each([
    ['with slashes', (file: string) => `sqlite://${file}`],
    ['without', (file: string) => `sqlite:${file}`],
  ])('is named %s', async (_, url) => {
    const file = join(aFolder(), 'store.sqlite');
    const engine = await openEngine(url(file));
    const table = (await engine.table('numbers')) as KeyvSqlite;
    expect((await table.query('PRAGMA database_list'))[0]).toMatchObject({ file });
    await engine.close();
  });

  test.each(['sqlite:', 'sqlite://'])('must be named: %s keeps nothing', async (url) => {
    await expect(openEngine(url)).rejects.toThrow('STORE_URL names no file');
  });

  test('that is a folder is an error at the start', async () => {
    const engine = await openEngine(`sqlite://${aFolder()}`);
    await expect(engine.table('numbers')).rejects.toThrow('SQLITE_CANTOPEN');
  });
});

test('an engine that nobody knows is named by the ones there are, and its address, which may hold a password, is not', async () => {
  const error = await openEngine('oracle://scott:tiger@host').catch((thrown: unknown) => String(thrown));
  expect(error).toBe('Error: no such store engine; STORE_URL begins with one of sqlite, memory');
});
