/** Articles by the thousand, of the size and in the words of the real ones. */

import type { Article, Library, LibraryParts } from '../../src/domain/library.ts';
import { type Random, seeded } from '../../src/domain/random.ts';

/**
 * The library with so many made-up articles instead of its own. Words are drawn
 * as often as the real texts use them; each article also has names of its own,
 * put together from halves of real ones, as each new article brings names that
 * no other has.
 */
export function manyArticles(library: Library, count: number, seed: string): LibraryParts {
  const random = seeded(seed);
  const words = wordsOf(library);
  const names = library.articles.flatMap(({ people }) => people.flatMap(({ name }) => name.split(' ')));
  const make = (model: Article, index: number): Article => {
    const own = Array.from({ length: OWN_NAMES }, () => newName(names, random));
    const like = (text: string) => inOtherWords(text, words, own, random);
    return {
      ...model,
      id: `article-${index}`,
      headline: like(model.headline),
      source: { ...model.source, headline: like(model.source.headline) },
      places: model.places.map((place) => draw([...library.articles.flatMap(({ places }) => places), place], random)),
      people: model.people.map((person) => ({ ...person, name: `${draw(own, random)} ${newName(names, random)}` })),
      topics: [draw(library.topics, random).id, ...model.topics.slice(1)],
      summary: { ...model.summary, line: { ...model.summary.line, text: like(model.summary.line.text) } },
      facts: model.facts.map((fact) => ({ ...fact, text: like(fact.text) })),
      questions: [],
    };
  };
  return {
    ...library,
    articles: Array.from({ length: count }, (_, index) => make(draw(library.articles, random), index)),
  };
}

/** How many names an article has that others are unlikely to have. */
const OWN_NAMES = 6;
/** One word in so many is one of them. */
const OWN_NAME_EVERY = 15;

/** Every word of the real texts, as often as it stands there. */
export function wordsOf({ articles, events }: Library): readonly string[] {
  const texts = [
    ...articles.flatMap(({ headline, summary, facts }) => [
      headline,
      summary.line.text,
      ...facts.map(({ text }) => text),
    ]),
    ...events.flatMap(({ title, text, significance }) => [title, text, significance]),
  ];
  return texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** As many words as the text has. */
function inOtherWords(text: string, words: readonly string[], names: readonly string[], random: Random): string {
  const length = text.split(/\s+/).length;
  return Array.from({ length }, () => draw(random(OWN_NAME_EVERY) ? words : names, random)).join(' ');
}

function newName(names: readonly string[], random: Random): string {
  const half = (name: string, from: number, to: number) => name.slice(from * name.length, to * name.length);
  return half(draw(names, random), 0, 0.5) + half(draw(names, random), 0.5, 1);
}

function draw<T>(things: readonly T[], random: Random): T {
  const thing = things[random(things.length)];
  if (thing === undefined) throw new RangeError('nothing to draw from');
  return thing;
}

/** What people type on the way to an article, by kind. */
export const QUERY_KINDS = ['words', 'typo', 'half a word', 'first letters'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

export function aQuery(kind: QueryKind, { headline, people, facts }: Article, random: Random): string {
  const said = draw([headline, headline, people[0]?.name ?? headline, draw(facts, random).text], random);
  const words = (said.match(/[\p{L}\p{N}]{3,}/gu) ?? ['treaty']).slice(0, 1 + random(3));
  const last = words.at(-1) ?? '';
  switch (kind) {
    case 'words':
      return words.join(' ');
    case 'typo':
      return words.map((word) => mistyped(word, random)).join(' ');
    case 'half a word':
      return [...words.slice(0, -1), last.slice(0, Math.ceil(last.length / 2))].join(' ');
    case 'first letters':
      return last.slice(0, 1 + random(3));
  }
}

/** Two neighbouring letters change places, or one is left out. */
function mistyped(word: string, random: Random): string {
  if (word.length < 5) return word;
  const at = 1 + random(word.length - 2);
  const rest = word.slice(at + 2);
  return word.slice(0, at) + (random(2) ? word.charAt(at + 1) + word.charAt(at) : word.charAt(at)) + rest;
}
