/** Reads the library once, in a process that has done nothing before, as at a start. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { searchesOf } from '../../src/adapters/search.ts';
import { serve } from './process.ts';

export type LibraryTasks = typeof tasks;

const DATA = 'data';

const tasks = {
  /** Milliseconds to read, check and index everything. */
  async load() {
    const startedAt = performance.now();
    const library = await loadLibrary(DATA, new Date().toISOString().slice(0, 10));
    const loadedAt = performance.now();
    searchesOf(library);
    return { loadMs: loadedAt - startedAt, indexMs: performance.now() - loadedAt };
  },

  /** Milliseconds only to read the same files and to parse them as JSON. */
  async parse() {
    const startedAt = performance.now();
    const folders = await Promise.all(
      ['articles', 'events', ''].map(async (folder) => {
        const names = await readdir(join(DATA, folder));
        return names.filter((name) => name.endsWith('.json')).map((name) => join(DATA, folder, name));
      }),
    );
    const texts = await Promise.all(folders.flat().map((file) => readFile(file, 'utf8')));
    for (const text of texts) JSON.parse(text);
    return { parseMs: performance.now() - startedAt, files: texts.length, characters: texts.join('').length };
  },
};
serve(tasks);
