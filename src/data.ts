/** The dataset's tools: `npm run data:check`, `data:schema`, `data:verify` and `data:report`. */

import { answer } from './adapters/dataset/desk.ts';

const PLACES = { data: 'data', docs: 'docs' };
/** The day that has begun somewhere on Earth, UTC+14, so that nobody's today lies in the future. */
const AHEAD_MS = 14 * 3_600_000;

const today = new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 10);
const { lines, exitCode } = await answer(process.argv.slice(2), PLACES, today);
const print = exitCode === 0 ? console.log : console.error;
for (const line of lines) print(line);
process.exitCode = exitCode;
