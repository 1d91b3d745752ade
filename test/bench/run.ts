/**
 * `npm run bench`: every measurement in one run, or only those that are named.
 * With `--write`, the tables of docs/benchmarks.md are written anew.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { crowd } from './crowd.ts';
import { latency } from './latency.ts';
import { library } from './library.ts';
import { machine } from './machine.ts';
import { manyGames } from './manyGames.ts';
import { memory } from './memory.ts';
import { pictures } from './pictures.ts';
import { posts } from './posts.ts';
import { type Measured, markdown, plainText } from './row.ts';
import { search } from './search.ts';
import { standings } from './standings.ts';
import { startUp } from './startUp.ts';

const MEASUREMENTS: Readonly<Record<string, () => Promise<Measured>>> = {
  latency,
  'start-up': startUp,
  memory,
  search,
  posts,
  library,
  pictures,
  standings,
  crowd,
  games: manyGames,
};
const DOCUMENT = 'docs/benchmarks.md';
const BEGIN = '<!-- bench: begin -->';
const END = '<!-- bench: end -->';
/** It takes under five minutes on a machine that does nothing else. */
const WITHIN_MS = 600_000;

const names = process.argv.slice(2).filter((word) => word !== '--write');
const unknown = names.filter((name) => !MEASUREMENTS[name]);
if (unknown.length)
  fail(`There is no measurement ${unknown.join(', ')}; there are ${Object.keys(MEASUREMENTS).join(', ')}.`);
const writes = process.argv.includes('--write');
if (writes && names.length) fail('Only a run of everything is written down.');
setTimeout(() => fail(`The measurements took more than ${WITHIN_MS / 1000} s.`), WITHIN_MS).unref();

console.log(`${machine()}\n`);
const all: Measured[] = [];
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (names.length && !names.includes(name)) continue;
  const measured = await measure();
  all.push(measured);
  console.log(`${plainText(measured)}\n`);
}
const missed = all.flatMap(({ rows }) => rows).filter(({ goal }) => goal && !goal.met);
console.log(missed.length ? `Goals missed: ${missed.map(({ what }) => what).join('; ')}.` : 'Every goal is met.');
if (writes) await write([machine(), ...all.map(markdown)].join('\n\n'));

/** Between the markers; what stands around them stays. */
async function write(tables: string): Promise<void> {
  const text = await readFile(DOCUMENT, 'utf8');
  const [before, rest = ''] = text.split(BEGIN);
  const after = rest.split(END)[1];
  if (after === undefined) fail(`${DOCUMENT} lacks the markers ${BEGIN} and ${END}.`);
  await writeFile(DOCUMENT, `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`);
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
