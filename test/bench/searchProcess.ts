/** Search at size, in a process of its own for the sake of its memory. */

import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { searchesOf } from '../../src/adapters/search.ts';
import { buildLibrary } from '../../src/domain/library.ts';
import { seeded } from '../../src/domain/random.ts';
import { aQuery, manyArticles, QUERY_KINDS, type QueryKind } from './articles.ts';
import { serve } from './process.ts';

export interface SearchFigures {
  readonly buildMs: number;
  readonly heapMiB: number;
  readonly words: number;
  readonly times: Readonly<Record<QueryKind, readonly number[]>>;
  /** How many queries by whole words found the article from which they were taken, and of how many. */
  readonly found: readonly [found: number, of: number];
}

export type SearchTasks = typeof tasks;
const tasks = { measure };
serve(tasks);

const MIB = 1024 * 1024;
/** As many as the command shows. */
const LIMIT = 25;

async function measure({
  articles,
  queries,
}: {
  readonly articles: number;
  readonly queries: number;
}): Promise<SearchFigures> {
  const real = await loadLibrary('data', new Date().toISOString().slice(0, 10));
  const library = buildLibrary(manyArticles(real, articles, 'search'));
  const before = heap();
  const startedAt = performance.now();
  const search = searchesOf(library);
  const buildMs = performance.now() - startedAt;
  const heapMiB = (heap() - before) / MIB;

  const random = seeded('queries');
  const times: Record<QueryKind, number[]> = { words: [], typo: [], 'half a word': [], 'first letters': [] };
  let found = 0;
  // The first pass warms up; only the second counts.
  for (const counts of [false, true]) {
    for (let turn = 0; turn < (counts ? queries : queries / 4); turn++) {
      const kind = QUERY_KINDS[turn % QUERY_KINDS.length] ?? 'words';
      const article = library.articles[random(library.articles.length)];
      if (!article) continue;
      const query = aQuery(kind, article, random);
      const began = performance.now();
      const ids = search.articles(query, LIMIT);
      const took = performance.now() - began;
      if (!counts) continue;
      times[kind].push(took);
      if (kind === 'words' && ids.includes(article.id)) found += 1;
    }
  }
  const words = new Set(library.articles.flatMap(({ facts }) => facts.flatMap(({ text }) => text.split(' ')))).size;
  return { buildMs, heapMiB, words, times, found: [found, times.words.length] };
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
