/** Full-text search by MiniSearch: typos, accents and case are forgiven, the last word may be half typed. */

import MiniSearch from 'minisearch';
import { fold } from '../domain/folding.ts';
import type { Library } from '../domain/library.ts';
import type { Search, Searches } from '../ports.ts';
import { namedZones } from './zones.ts';

/** What is searched, by field. */
interface Searched {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface Weights {
  /** How much more a hit in a field counts than one elsewhere. */
  readonly boosts: Readonly<Record<string, number>>;
  /** The field of running text, if there is one. The others are headings: short, and what people know a thing by. */
  readonly body?: string;
}

/** Nobody types more to find something; a longer query would only hold up everybody else's. */
const QUERY_CHARACTERS = 120;
/** At most one slip in five letters. */
const FUZZY = 0.2;
/** Of so many things on that have a body, words that many of them share are not indexed: they tell little apart and cost the most. */
const MANY = 200;
/** In running text, and in headings: the share of things from which on a word is such a word. */
const COMMON = { body: 0.02, heading: 0.05 };
/** Half a word of so few letters begins too many words to weigh them all: what has it in a heading is found in its order. */
const FEW_LETTERS = { amongFew: 2, amongMany: 3 };
/** As many things are remembered for such a beginning: more than anyone asks for. */
const REMEMBERED = 100;

/**
 * A search over things whose fields are texts. Every word of the query must
 * occur; if nothing has them all, then with a slip in them; then every word that
 * tells things apart; and if nothing has those either, any may.
 */
export function searchOver(things: readonly Searched[], { boosts, body }: Weights): Search {
  const folded = things.map(({ id, fields }) => ({ id, fields: foldedFields(fields, body) }));
  const names = Object.keys(boosts);
  const common = new Map(
    names.map((field) => [
      field,
      body ? commonWords(folded, field, field === body ? COMMON.body : COMMON.heading) : NONE,
    ]),
  );
  /** Those that no field tells apart. */
  const unindexed = new Set([...common.values()].flatMap((words) => [...words]));
  const index = new MiniSearch<{ id: string }>({
    fields: names,
    tokenize: (text) => text.split(' '),
    processTerm(term, field) {
      if (!term || (field && common.get(field)?.has(term))) return null;
      if (field) unindexed.delete(term);
      return term;
    },
    searchOptions: {
      boost: boosts,
      prefix: (_, at, terms) => at === terms.length - 1,
    },
  });
  index.addAll(folded.map(({ id, fields }) => ({ id, ...fields })));
  const fewLetters = things.length < MANY ? FEW_LETTERS.amongFew : FEW_LETTERS.amongMany;
  const headings = new Map(
    folded.map(({ id, fields }) => [id, ` ${names.map((one) => (one === body ? '' : fields[one])).join(' ')} `]),
  );

  /** The first things with a word that begins so; after a whole word stands a space. */
  const first = new Map<string, string[]>();
  for (const [id, heading] of headings) {
    const words = new Set(heading.split(' '));
    const starts = [...words].flatMap((word) => [
      ...Array.from({ length: Math.min(fewLetters, word.length) }, (_, at) => word.slice(0, at + 1)),
      ...(word.length <= fewLetters || unindexed.has(word) ? [`${word} `] : []),
    ]);
    for (const start of new Set(starts)) {
      const known = first.get(start) ?? [];
      if (known.length === 0) first.set(start, known);
      if (known.length < REMEMBERED) known.push(id);
    }
  }

  /** All that fits, best first. */
  function find(words: readonly string[]): readonly string[] {
    const all = words.filter((word) => !unindexed.has(word));
    const telling = all.filter((word) => !common.get(body ?? '')?.has(word));
    const slips = { fuzzy: (term: string) => (term.length > 3 ? FUZZY : false) };
    for (const [some, how] of [
      [all, { combineWith: 'AND' }],
      [all, { combineWith: 'AND', ...slips }],
      [telling, { combineWith: 'AND', ...slips }],
      [all, { combineWith: 'OR', ...slips }],
    ] as const) {
      const found = some.length ? index.search(some.join(' '), how) : [];
      if (found.length) return found.map(({ id }) => String(id));
    }
    return [];
  }

  /** In their order, things in whose headings a word is `start`, then those where one begins with it; of these, or of all. */
  function beginning(start: string, some: readonly string[] | undefined): readonly string[] {
    const having = (key: string) =>
      some ? some.filter((id) => headings.get(id)?.includes(` ${key}`)) : (first.get(key) ?? []);
    return [...new Set([...having(`${start} `), ...having(start)])];
  }

  return (query, limit) => {
    const words = fold(query.slice(0, QUERY_CHARACTERS)).split(' ');
    const before = words.slice(0, -1).filter((word) => !unindexed.has(word));
    const last = words.at(-1) ?? '';
    if (!last) return [];
    const scans = last.length <= fewLetters || unindexed.has(last);
    const scanned = scans ? beginning(last, before.length ? find(before) : undefined) : [];
    return (scanned.length ? scanned : find(words)).slice(0, limit);
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Running text has each of its words once: how often it says a word tells little, and takes long to count. */
function foldedFields(fields: Searched['fields'], body: string | undefined): Searched['fields'] {
  const once = (text: string) => [...new Set(text.split(' '))].join(' ');
  return Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [field, field === body ? once(fold(text)) : fold(text)]),
  );
}

/** The words that this field of more than a share of the things has; none where there are few things. */
function commonWords(things: readonly Searched[], field: string, share: number): ReadonlySet<string> {
  if (things.length < MANY) return new Set();
  const counts = new Map<string, number>();
  for (const { fields } of things) {
    for (const word of new Set(fields[field]?.split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([word, count]) => (count > share * things.length ? [word] : [])));
}

/** The searches of a library, and over the time zones that this machine knows. */
export function searchesOf(library: Library): Searches {
  // Built when they are first asked, so that a start need not wait for them.
  let zones: Search | undefined;
  let terms: Search | undefined;
  return {
    articles: searchOver(
      library.articles.map(({ id, headline, summary, topics, places, people, organisations, facts, source }) => ({
        id,
        fields: {
          headline,
          names: [...people.map(({ name }) => name), ...places, ...organisations].join(' '),
          topics: topics.map((topic) => library.topic(topic)?.name ?? '').join(' '),
          line: summary.line.text,
          facts: facts.map(({ text }) => text).join(' '),
          source: `${source.publisher} ${source.headline} ${id}`,
        },
      })),
      { boosts: { headline: 5, names: 3, topics: 2, line: 2, facts: 1, source: 1 }, body: 'facts' },
    ),
    topics: searchOver(
      library.topics.map(({ id, name, description }) => ({ id, fields: { name, description } })),
      { boosts: { name: 3, description: 1 } },
    ),
    terms: (query, limit) => {
      terms ??= searchOverTerms(library);
      return terms(query, limit);
    },
    zones: (query, limit) => {
      zones ??= searchOverZones();
      return zones(query, limit);
    },
  };
}

function searchOverTerms({ terms }: Library): Search {
  return searchOver(
    terms.map(({ id, name, forms, definition }) => ({ id, fields: { name, forms: forms.join(' '), definition } })),
    { boosts: { name: 5, forms: 3, definition: 1 } },
  );
}

function searchOverZones(): Search {
  return searchOver(
    namedZones().map(({ zone, city, also }) => ({ id: zone, fields: { zone: zone.replaceAll('_', ' '), city, also } })),
    { boosts: { zone: 1, city: 3, also: 2 } },
  );
}
