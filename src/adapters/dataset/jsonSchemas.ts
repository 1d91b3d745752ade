import { join } from 'node:path';
import { z } from 'zod';
import type { Generated } from './generated.ts';
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

/** The JSON Schemas that editors read. */
export function jsonSchemas(dir: string): readonly Generated[] {
  return Object.entries(SCHEMAS).map(([name, schema]) => ({
    file: join(dir, 'schema', `${name}.schema.json`),
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`,
  }));
}
