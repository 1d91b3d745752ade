/** An article from its three sides, summary, facts and timeline, with one row of buttons to go between them. */

import type { Article, Fact, Library, Sentence, Source, SummaryLength } from '../domain/library.ts';
import type { Words } from '../words/words.ts';
import { type Block, type Button, buttons, type Card, charactersIn, rule, text } from './card.ts';
import { bold, heading, link, plain, small } from './markdown.ts';
import { pageOf, pagesOf, turning } from './pages.ts';
import type { Press } from './press.ts';
import { termsMenu } from './termsMenu.ts';

/** What chance gives a “Quiz me” button, so that each message starts its own series. */
export type NewSeries = string;

const FACTS_PER_PAGE = 5;
const ENTRIES_PER_PAGE = 8;
/** Sentences and positions. */
const PIECES_PER_PAGE = 12;
/** So much of a page is left to sources when all of them, with their headlines, would leave no room for what they say. */
const SOURCE_CHARACTERS = 2000;

/** A sentence of the summary as it is said, or a party's position as it is held. */
type Piece = Sentence &
  ({ readonly said: string; readonly held?: never } | { readonly held: string; readonly said?: never });

/** A summary, with a menu of the glossary's terms that it uses. */
export function summaryCard(
  words: Words,
  library: Library,
  article: Article,
  { length, page, series }: { readonly length: SummaryLength; readonly page: number; readonly series: NewSeries },
): Card {
  const { summary, positions } = article;
  const sentences = length === 'line' ? [summary.line] : summary[length];
  const pieces = [
    ...sentences.map((sentence): Piece => ({ ...sentence, said: cited(article, sentence) })),
    ...(length === 'full' ? positions : []).map(
      (position): Piece => ({ ...position, held: `${bold(position.party)}: ${cited(article, position)}` }),
    ),
  ];
  const credits = creditsOf(words, article);
  const body = (some: readonly Piece[]) => [
    text(heading(article.headline)),
    ...saidIn(some),
    ...positionsIn(words, some),
    rule,
    sources(words, article, some, credits),
  ];
  const shown = pageOf(pieces, page, PIECES_PER_PAGE, (some) => charactersIn(body(some)));
  return {
    tone: 'plain',
    blocks: [
      ...body(shown.entries),
      ...turning(words, shown, (to) => ({ kind: 'summary', article: article.id, length, page: to })),
      tabs(words, article, 'summary', series, length),
      ...termsMenu(library.termsIn(shown.entries.map((piece) => piece.text).join(' ')), words.glossary.explain),
    ],
  };
}

export function factsCard(words: Words, article: Article, page: number, series: NewSeries): Card {
  const { lines, body, lengthOf } = keyFacts(words, article);
  const shown = pageOf(lines, page, FACTS_PER_PAGE, lengthOf);
  return {
    tone: 'plain',
    blocks: [
      ...body(shown.entries),
      ...turning(words, shown, (to) => ({ kind: 'facts', article: article.id, page: to })),
      tabs(words, article, 'facts', series),
    ],
  };
}

/** The page of the key facts on which a fact stands, counted from 0. */
export function pageOfFact(words: Words, article: Article, fact: Fact | undefined): number {
  const { lines, lengthOf } = keyFacts(words, article);
  const line = fact && lines[article.facts.indexOf(fact)];
  const pages = pagesOf(lines, FACTS_PER_PAGE, lengthOf);
  return Math.max(
    0,
    pages.findIndex((page) => line !== undefined && page.includes(line)),
  );
}

export function timelineCard(words: Words, article: Article, page: number, series: NewSeries): Card {
  const credits = creditsOf(words, article);
  const entries = article.timeline.map((entry) => ({
    ...entry,
    line: `${bold(words.date(entry.date))}\n${cited(article, entry)}`,
  }));
  const body = (some: readonly (typeof entries)[number][]) => [
    text(heading(article.headline), small(words.article.timeline)),
    text(...some.map(({ line }) => line)),
    rule,
    sources(words, article, some, credits),
  ];
  const shown = pageOf(entries, page, ENTRIES_PER_PAGE, (some) => charactersIn(body(some)));
  return {
    tone: 'plain',
    blocks: [
      ...body(shown.entries),
      ...turning(words, shown, (to) => ({ kind: 'timeline', article: article.id, page: to })),
      tabs(words, article, 'timeline', series),
    ],
  };
}

function keyFacts(words: Words, article: Article): KeyFacts {
  const known = composed.get(article);
  if (known?.words === words) return known;
  const facts = composeKeyFacts(words, article);
  composed.set(article, facts);
  return facts;
}

interface KeyFacts {
  readonly words: Words;
  readonly lines: readonly string[];
  readonly body: (some: readonly string[]) => readonly Block[];
  readonly lengthOf: (some: readonly string[]) => number;
}

/** An article never changes while it runs, and its facts are asked for more than anything else. */
const composed = new WeakMap<Article, KeyFacts>();

function composeKeyFacts(words: Words, article: Article): KeyFacts {
  const lines = article.facts.map((fact, index) => factLines(words, article, fact, index + 1));
  const title = text(heading(article.headline), small(words.article.factsOf(article.facts.length)));
  const body = (some: readonly string[]) => [title, text(...some)];
  return { words, lines, body, lengthOf: (some) => charactersIn(body(some)) };
}

/** A fact with its date and, in small, who says so: the end of every chain. `number` as in the list of key facts. */
export function factLines(words: Words, article: Article, fact: Fact, number?: number): string {
  const label = [number && `${number}`, words.date(fact.date)].filter(Boolean).join(' · ');
  return [`${bold(label)} — ${plain(fact.text)}`, small(credit(words, article, fact))].join('\n');
}

/** Publisher and headline as a link, authors and publication date. */
export function sourceLine(words: Words, source: Omit<Source, 'id'>): string {
  const { publisher, headline, url, authors, published, checked } = source;
  return [
    link(`${publisher}: ${headline}`, url),
    authors && plain(words.article.by(authors)),
    published ? words.article.published(words.date(published)) : words.article.read(words.date(checked)),
  ]
    .filter(Boolean)
    .join(', ');
}

function credit(words: Words, article: Article, fact: Fact): string {
  const source = sourcesOf(article).find(({ id }) => id === fact.source) ?? article.source;
  return [
    link(source.publisher, source.url),
    fact.paragraph && words.article.paragraph(fact.paragraph),
    source.published && words.article.published(words.date(source.published)),
    fact.validUntil && words.article.asOf(words.date(fact.asOf)),
  ]
    .filter(Boolean)
    .join(', ');
}

function sourcesOf({ source, furtherSources }: Article): readonly Source[] {
  return [source, ...furtherSources];
}

/** The sentence with the numbers of its facts: “… on Tuesday. [1][4]” */
function cited(article: Article, { text: sentence, facts }: Sentence): string {
  return `${plain(sentence)} ${numbersOf(article, facts)
    .map((number) => `\\[${number}\\]`)
    .join('')}`;
}

function numbersOf({ facts }: Article, ids: readonly string[]): readonly number[] {
  return ids.map((id) => facts.findIndex((fact) => fact.id === id) + 1).toSorted((a, b) => a - b);
}

/** For each source of an article: how it is credited in full, and without its headline. */
type Credits = ReadonlyMap<string, { readonly full: string; readonly brief: string }>;

function creditsOf(words: Words, article: Article): Credits {
  return new Map(
    sourcesOf(article).map((source) => [
      source.id,
      { full: sourceLine(words, source), brief: link(source.publisher, source.url) },
    ]),
  );
}

/** The sources of what is shown. Where those of one sentence fill a page they come without headlines, or stand under the key facts. */
function sources(words: Words, article: Article, shown: readonly Sentence[], credits: Credits): Block {
  const lines = (kind: 'full' | 'brief') =>
    sourcesCited(article, shown).map(({ id, numbers }) =>
      small(`${words.article.citing(numbers)}: ${credits.get(id)?.[kind]}`),
    );
  const fit = (some: readonly string[]) => shown.length > 1 || some.join('\n').length <= SOURCE_CHARACTERS;
  const fitting = [lines('full'), lines('brief')].find(fit) ?? [small(words.article.sourcesUnderFacts)];
  return text(...fitting, small(words.article.citationNote));
}

/** The sources that the sentences rest on, each with the numbers of the facts that it says. */
function sourcesCited(article: Article, sentences: readonly Sentence[]) {
  const ids = new Set(sentences.flatMap(({ facts }) => facts));
  return sourcesOf(article).flatMap(({ id }) => {
    const said = article.facts.filter((fact) => fact.source === id && ids.has(fact.id)).map((fact) => fact.id);
    return said.length ? { id, numbers: ranges(numbersOf(article, said)) } : [];
  });
}

/** [1, 2, 3, 7] is “1–3, 7”. */
export function ranges(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

function saidIn(pieces: readonly Piece[]): readonly Block[] {
  const said = pieces.flatMap((piece) => piece.said ?? []);
  return said.length ? [text(said.join(' '))] : [];
}

function positionsIn(words: Words, pieces: readonly Piece[]): readonly Block[] {
  const held = pieces.flatMap((piece) => piece.held ?? []);
  return held.length ? [rule, text(bold(words.article.positions), ...held)] : [];
}

type Tab = 'summary' | 'facts' | 'timeline';

function tabs(words: Words, article: Article, open: Tab, series: NewSeries, length: SummaryLength = 'standard'): Block {
  const tab = (kind: Tab, press: Press): Button => ({ label: words.article[kind], press, off: kind === open });
  return buttons(
    tab('summary', { kind: 'summary', article: article.id, length, page: 0 }),
    tab('facts', { kind: 'facts', article: article.id, page: 0 }),
    tab('timeline', { kind: 'timeline', article: article.id, page: 0 }),
    {
      label: words.article.quizMe,
      press: { kind: 'ask', place: { scope: { article: article.id }, seed: series, number: 0 } },
      main: true,
    },
    { label: words.article.source, url: article.source.url },
  );
}
