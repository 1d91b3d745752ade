/**
 * Lets Node run the TypeScript of this checkout: `node --import ./src/loader.mjs FILE`.
 *
 * It is tsx, for ES modules only, which start faster that way. tsx keeps what it
 * has compiled in the system's temporary folder; here that is `var/`, since
 * nothing is written outside the checkout.
 */

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where each system's temporary folder is named: nodejs.org/api/os, `os.tmpdir()`. */
const NAMES = ['TMPDIR', 'TMP', 'TEMP'];

const folder = fileURLToPath(new URL('../var/cache', import.meta.url));
mkdirSync(folder, { recursive: true });

const before = NAMES.map((name) => [name, process.env[name]]);
for (const name of NAMES) process.env[name] = folder;
await import('tsx/esm');
for (const [name, value] of before) {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
