import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { writeGenerated } from '../../src/adapters/dataset/generated.ts';
import { jsonSchemas } from '../../src/adapters/dataset/jsonSchemas.ts';
import { aLoadedWord, aNeutralName, anArticle, anEvent, aTerm, aTopic } from './anArticle.ts';

/** Inside the checkout and ignored by git, as all that the tests write. */
const SCRATCH = join(import.meta.dirname, '../../var/test');

/** An empty folder, gone when the test is over. */
export function aFolder(): string {
  mkdirSync(SCRATCH, { recursive: true });
  const dir = mkdtempSync(join(SCRATCH, 'folder-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The files of a small sound dataset. */
const SOUND: Readonly<Record<string, unknown>> = {
  'articles/leaders-call-2020.json': anArticle(),
  'events/10.json': { events: [anEvent()] },
  'topics.json': { topics: [aTopic()] },
  'glossary.json': { terms: [aTerm()] },
  'countries.json': { countries: [{ name: 'Soviet Union', region: 'Europe' }] },
  'neutral-names.json': { places: [aNeutralName()], words: [aLoadedWord()] },
};

/**
 * A folder with a small sound dataset, some of its files changed: a text is
 * written as it is, anything else as JSON, and undefined leaves the file out.
 */
export async function aDataset(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const dir = aFolder();
  for (const [name, content] of Object.entries({ ...SOUND, ...changes })) {
    if (content === undefined) continue;
    const file = join(dir, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  }
  await writeGenerated(jsonSchemas(dir));
  return dir;
}
