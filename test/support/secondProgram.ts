import { KeyvSqlite } from '@keyv/sqlite';
import { onTestFinished } from 'vitest';

/** Another program that has a store's file open and does what it likes to it. */
export interface SecondProgram {
  run(sql: string): Promise<void>;
}

export function aSecondProgram(storeUrl: string): SecondProgram {
  const open = new KeyvSqlite({ uri: storeUrl, table: 'second_program', busyTimeout: 1000 });
  onTestFinished(() => open.disconnect());
  return { run: async (sql) => void (await open.query(sql)) };
}
