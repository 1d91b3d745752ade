import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, readDocument } from './document.ts';
import type { Fault } from './faults.ts';

/** The dataset's files as they lie in its folder. A month without a file has no events. */
export interface DatasetFiles {
  /** By the name of the file, such as "suga-putin-call-2020.json". */
  readonly articles: ReadonlyMap<string, Document>;
  /** By month, "01" to "12". */
  readonly months: ReadonlyMap<string, Document>;
  readonly topics: Document;
  readonly glossary: Document;
  readonly countries: Document;
  readonly neutralNames: Document;
  /** Files that have no place in the dataset, and those that it lacks. */
  readonly faults: readonly Fault[];
}

const MONTH_FILE = /^(0[1-9]|1[0-2])\.json$/;

/** Reads all of a dataset's folder. @throws when a file that is there cannot be read. */
export async function readDataset(dir: string): Promise<DatasetFiles> {
  const [articles, months, topics, glossary, countries, neutralNames] = await Promise.all([
    readFolder(dir, 'articles'),
    readFolder(dir, 'events'),
    read(join(dir, 'topics.json')),
    read(join(dir, 'glossary.json')),
    read(join(dir, 'countries.json')),
    read(join(dir, 'neutral-names.json')),
  ]);
  const strays = [...months].filter(([name]) => !MONTH_FILE.test(name));
  return {
    articles,
    months: new Map(
      [...months].filter(([name]) => MONTH_FILE.test(name)).map(([name, file]) => [name.slice(0, 2), file]),
    ),
    topics,
    glossary,
    countries,
    neutralNames,
    faults: strays.map(([, { file }]) => ({
      file,
      path: '$',
      line: 1,
      wrong: 'This file is not named for a month.',
      mend: 'Move its events into 01.json to 12.json.',
    })),
  };
}

async function readFolder(dir: string, folder: string): Promise<ReadonlyMap<string, Document>> {
  const names = (await readdir(join(dir, folder)).catch(absent([])))
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  const files = await Promise.all(names.map(async (name) => [name, await read(join(dir, folder, name))] as const));
  return new Map(files);
}

async function read(file: string): Promise<Document> {
  const text = await readFile(file, 'utf8').catch(absent(undefined));
  if (text !== undefined) return readDocument(file, text);
  const fault = {
    file,
    path: '$',
    line: 1,
    wrong: 'This file is missing.',
    mend: 'Restore it; the library cannot do without.',
  };
  return { ...readDocument(file, 'null'), value: undefined, faults: [fault] };
}

/** Only what is not there is absent; anything else went wrong. */
function absent<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
}
