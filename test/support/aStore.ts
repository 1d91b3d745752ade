import type { Store } from '../../src/ports.ts';

/** A store that outlives the process: values go in and come out as JSON, and what is written stays written. */
export function aStore<T>(): Store<T> & { broken: boolean } {
  const rows = new Map<string, string>();
  const read = (key: string) => {
    const row = rows.get(key);
    return row === undefined ? undefined : (JSON.parse(row) as T);
  };
  const store = {
    /** Whether the disk fails. */
    broken: false,
    get: async (key: string) => read(key),
    async update<R>(key: string, change: (current: T | undefined) => readonly [T | undefined, R]): Promise<R> {
      await undefined;
      if (store.broken) throw new Error('the disk is full');
      const current = read(key);
      const [keep, result] = change(current);
      if (keep === undefined) rows.delete(key);
      else rows.set(key, JSON.stringify(keep));
      return result;
    },
    async *entries() {
      for (const key of rows.keys()) yield [key, read(key) as T] as const;
    },
  };
  return store;
}
