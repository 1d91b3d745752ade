import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from './faults.ts';
import {
  articleSchema,
  countriesSchema,
  eventsSchema,
  glossarySchema,
  neutralNamesSchema,
  topicsSchema,
} from './schema.ts';

const SCHEMAS = {
  article: articleSchema,
  event: eventsSchema,
  topics: topicsSchema,
  glossary: glossarySchema,
  countries: countriesSchema,
  'neutral-names': neutralNamesSchema,
} as const;

/** Writes the JSON Schemas that editors read, and returns the names of the files. */
export async function writeJsonSchemas(dir: string): Promise<readonly string[]> {
  const files = jsonSchemas(dir);
  await mkdir(join(dir, 'schema'), { recursive: true });
  await Promise.all(files.map(({ file, text }) => writeFile(file, text)));
  return files.map(({ file }) => file);
}

/** Generated files that no longer say what the schemas say. */
export async function staleJsonSchemas(dir: string): Promise<readonly Fault[]> {
  const faults = jsonSchemas(dir).map(async ({ file, text }) => {
    const written = await readFile(file, 'utf8').catch(() => undefined);
    if (written?.replaceAll('\r\n', '\n') === text) return [];
    const wrong = written === undefined ? 'This generated file is missing.' : 'This generated file is out of date.';
    return [{ file, path: '$', line: 1, wrong, mend: 'Run npm run data:schema.' }];
  });
  return (await Promise.all(faults)).flat();
}

function jsonSchemas(dir: string): readonly { readonly file: string; readonly text: string }[] {
  return Object.entries(SCHEMAS).map(([name, schema]) => ({
    file: join(dir, 'schema', `${name}.schema.json`),
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`,
  }));
}
