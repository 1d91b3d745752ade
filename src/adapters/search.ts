/** Full-text search by MiniSearch: typos, accents and case are forgiven, the last word may be half typed. */

import MiniSearch from 'minisearch';
import { fold } from '../domain/folding.ts';
import type { Library } from '../domain/library.ts';
import type { Search, Searches } from '../ports.ts';

/** What is searched, by field; `boosts` says how much more a hit in a field counts than one elsewhere. */
interface Searched {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** At most one slip in five letters. */
const FUZZY = 0.2;

/** A search over things whose fields are texts. Every word of the query must occur; if none has them all, any may. */
export function searchOver(things: readonly Searched[], boosts: Readonly<Record<string, number>>): Search {
  const index = new MiniSearch<{ id: string }>({
    fields: Object.keys(boosts),
    tokenize: (text) => fold(text).split(' '),
    processTerm: (term) => term || null,
    searchOptions: {
      boost: boosts,
      prefix: (_, at, terms) => at === terms.length - 1,
      fuzzy: (term) => (term.length > 3 ? FUZZY : false),
      combineWith: 'AND',
    },
  });
  index.addAll(things.map(({ id, fields }) => ({ id, ...fields })));

  return (query, limit) => {
    const strict = index.search(query);
    const found = strict.length ? strict : index.search(query, { combineWith: 'OR' });
    return found.slice(0, limit).map(({ id }) => String(id));
  };
}

/** The searches of a library, and over the time zones that this machine knows. */
export function searchesOf(library: Library): Searches {
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
      { headline: 5, names: 3, topics: 2, line: 2, facts: 1, source: 1 },
    ),
    topics: searchOver(
      library.topics.map(({ id, name, description }) => ({ id, fields: { name, description } })),
      { name: 3, description: 1 },
    ),
    zones: searchOver(
      ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({
        id: zone,
        fields: { zone: zone.replaceAll('_', ' '), city: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '' },
      })),
      { zone: 1, city: 3 },
    ),
  };
}
