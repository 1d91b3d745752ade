import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Fault } from './faults.ts';

/** A file that follows from others, and is kept beside them all the same. */
export interface Generated {
  readonly file: string;
  readonly text: string;
}

/** Writes the files, and returns their names. */
export async function writeGenerated(files: readonly Generated[]): Promise<readonly string[]> {
  await Promise.all([...new Set(files.map(({ file }) => dirname(file)))].map((dir) => mkdir(dir, { recursive: true })));
  await Promise.all(files.map(({ file, text }) => writeFile(file, text)));
  return files.map(({ file }) => file);
}

/** Those of the files that say something else by now; `mend` is what writes them. */
export async function staleGenerated(files: readonly Generated[], mend: string): Promise<readonly Fault[]> {
  const faults = files.map(async ({ file, text }) => {
    const written = await readFile(file, 'utf8').catch(() => undefined);
    if (written?.replaceAll('\r\n', '\n') === text) return [];
    const wrong = written === undefined ? 'This generated file is missing.' : 'This generated file is out of date.';
    return [{ file, path: '$', line: 1, wrong, mend }];
  });
  return (await Promise.all(faults)).flat();
}
