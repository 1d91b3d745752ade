import type { z } from 'zod';
import { auditorIn } from '../../domain/audit/audit.ts';
import type { Finding } from '../../domain/audit/finding.ts';
import { repeatedIds } from '../../domain/audit/ids.ts';
import { clashingRefs } from '../../domain/audit/shortRefs.ts';
import type { Article, Country, LibraryParts } from '../../domain/library.ts';
import type { Document } from './document.ts';
import { type Fault, inReadingOrder } from './faults.ts';
import { type DatasetFiles, readDataset } from './files.ts';
import {
  articleSchema,
  countriesSchema,
  eventsSchema,
  glossarySchema,
  neutralNamesSchema,
  topicsSchema,
} from './schema.ts';
import { isWellShaped, shapeFindings } from './shape.ts';

/** What a dataset holds and what is wrong with it. Without faults the parts are whole and sound. */
export interface Checked {
  /** All faults of all files, by file and line. */
  readonly faults: readonly Fault[];
  /** What could be read. */
  readonly parts: LibraryParts;
  /** The countries that parties and places name. */
  readonly countries: readonly Country[];
  /** The file of each article, by the article's id. */
  readonly documents: ReadonlyMap<string, Document>;
}

/** Reads a dataset and tries every rule on it. `today` is YYYY-MM-DD. */
export async function checkDataset(dir: string, today: string): Promise<Checked> {
  return check(await readDataset(dir), today);
}

function check(files: DatasetFiles, today: string): Checked {
  const faults: Fault[] = [...files.faults];
  const documents = new Map<string, Document>();

  /** The file's value where the rules can be tried on it; its faults are noted. */
  function shaped<T>(document: Document, schema: z.ZodType<T>): T | undefined {
    faults.push(...document.faults);
    if (document.value === undefined) return undefined;
    const result = schema.safeParse(document.value);
    if (result.success) return result.data;
    const { issues } = result.error;
    note(document, shapeFindings(issues, document.value));
    // The rules read only what the schema found to be of the right type.
    return isWellShaped(issues, document.value) ? (document.value as T) : undefined;
  }

  function note(document: Document, findings: readonly Finding[]) {
    faults.push(...findings.map(document.locate));
  }

  const topics = shaped(files.topics, topicsSchema)?.topics;
  const { places = [], words = [] } = shaped(files.neutralNames, neutralNamesSchema) ?? {};
  note(files.topics, repeatedIds(topics ?? [], ['topics'], 'topic'));
  note(files.neutralNames, repeatedIds(places, ['places'], 'place'));
  note(files.neutralNames, repeatedIds(words, ['words'], 'word'));
  const countries = shaped(files.countries, countriesSchema)?.countries ?? [];
  const audit = auditorIn({
    today,
    topics: topics?.map(({ id }) => id),
    articles: [...files.articles.keys()].map((name) => name.replace(/\.json$/, '')),
    places,
    words,
    countries,
  });

  const articles = [...files.articles].flatMap(([name, document]): Article[] => {
    const value = shaped(document, articleSchema);
    if (!value) return [];
    note(document, audit.article(value, name));
    documents.set(value.id, document);
    const { $schema: _, ...article } = value;
    return [article];
  });
  for (const [article, findings] of clashingRefs(articles)) {
    const document = documents.get(article.id);
    if (document) note(document, findings);
  }
  const events = [...files.months].flatMap(([month, document]) => {
    const value = shaped(document, eventsSchema);
    if (value) note(document, audit.events(value.events, month));
    return value?.events ?? [];
  });
  const terms = shaped(files.glossary, glossarySchema)?.terms ?? [];
  note(files.glossary, audit.glossary(terms, { articles, events }));

  return {
    faults: inReadingOrder(faults),
    parts: { articles, events, topics: topics ?? [], neutralNames: places, loadedWords: words, terms },
    countries,
    documents,
  };
}
