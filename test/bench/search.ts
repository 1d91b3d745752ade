/** Full-text search over far more articles than there are. */

import { QUERY_KINDS } from './articles.ts';
import { start } from './process.ts';
import { figure, type Measured } from './row.ts';
import type { SearchTasks } from './searchProcess.ts';
import { percentile } from './statistics.ts';

const ARTICLES = 10_000;
const QUERIES = 2000;
const GOAL_MS = 10;

export async function search(): Promise<Measured> {
  const searching = start<SearchTasks>('searchProcess.ts', { node: ['--expose-gc'] });
  const found = await searching.ask('measure', { articles: ARTICLES, queries: QUERIES }).finally(searching.end);
  const all = Object.values(found.times).flat();
  const p99 = percentile(all, 0.99);
  const against = `of ${all.length} queries`;
  return {
    title: `Search, ${ARTICLES.toLocaleString('en-GB')} articles`,
    rows: [
      { what: 'p50', figure: figure(percentile(all, 0.5), 'ms'), against },
      {
        what: 'p99',
        figure: figure(p99, 'ms'),
        against,
        ratio: p99 / GOAL_MS,
        goal: { says: `< ${GOAL_MS} ms`, met: p99 < GOAL_MS },
      },
      ...QUERY_KINDS.map((kind) => ({
        what: `p99 of ${kind}`,
        figure: figure(percentile(found.times[kind], 0.99), 'ms'),
        against: `p50 ${figure(percentile(found.times[kind], 0.5), 'ms')}`,
      })),
      { what: 'time to build', figure: figure(found.buildMs / 1000, 's'), against: '–' },
      { what: 'heap of the index', figure: figure(found.heapMiB, 'MiB'), against: '–' },
    ],
    notes: [
      `The facts hold ${found.words.toLocaleString('en-GB')} different words. Of ${found.found[1]} queries in whole words, ${found.found[0]} had the article they were taken from among the first 25.`,
    ],
  };
}
