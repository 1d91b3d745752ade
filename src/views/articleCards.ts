/** An article from its three sides, summary, facts and timeline, with one row of buttons to go between them. */

import type { Article, Fact, Sentence, Source, SummaryLength } from '../domain/library.ts';
import type { Words } from '../words/words.ts';
import { type Block, type Button, buttons, type Card, rule, text } from './card.ts';
import { bold, heading, link, plain, small } from './markdown.ts';
import { pageOf, pagesOf, turning } from './pages.ts';
import type { Press } from './press.ts';

/** What chance gives a “Quiz me” button, so that each message starts its own series. */
export type NewSeries = string;

const FACTS_PER_PAGE = 5;
const ENTRIES_PER_PAGE = 8;
const SENTENCES_PER_PAGE = 6;

export function summaryCard(
  words: Words,
  article: Article,
  { length, page, series }: { readonly length: SummaryLength; readonly page: number; readonly series: NewSeries },
): Card {
  const { summary } = article;
  const sentences = length === 'line' ? [summary.line] : summary[length];
  const lines = sentences.map((sentence) => cited(article, sentence));
  const shown = pageOf(lines, page, SENTENCES_PER_PAGE, (line) => line.length + 1);
  const last = shown.number === shown.of - 1;
  return {
    tone: 'plain',
    blocks: [
      text(heading(article.headline)),
      text(shown.entries.join(' ')),
      ...(last && length === 'full' ? positions(words, article) : []),
      rule,
      text(...sourceLines(words, article, sentences), small(words.article.citationNote)),
      ...turning(words, shown, (to) => ({ kind: 'summary', article: article.id, length, page: to })),
      tabs(words, article, 'summary', series, length),
    ],
  };
}

export function factsCard(words: Words, article: Article, page: number, series: NewSeries): Card {
  const shown = pageOf(allFacts(words, article), page, FACTS_PER_PAGE, (line) => line.length + 1);
  return {
    tone: 'plain',
    blocks: [
      text(heading(article.headline), small(words.article.factsOf(article.facts.length))),
      text(...shown.entries),
      ...turning(words, shown, (to) => ({ kind: 'facts', article: article.id, page: to })),
      tabs(words, article, 'facts', series),
    ],
  };
}

/** The page of the key facts on which a fact stands, counted from 0. */
export function pageOfFact(words: Words, article: Article, fact: Fact | undefined): number {
  const lines = allFacts(words, article);
  const line = fact && lines[article.facts.indexOf(fact)];
  const pages = pagesOf(lines, FACTS_PER_PAGE, ({ length }) => length + 1);
  return Math.max(0, pages.findIndex((page) => line !== undefined && page.includes(line)));
}

export function timelineCard(words: Words, article: Article, page: number, series: NewSeries): Card {
  const lines = article.timeline.map((entry) => `${bold(words.date(entry.date))}\n${cited(article, entry)}`);
  const shown = pageOf(lines, page, ENTRIES_PER_PAGE, (line) => line.length + 1);
  return {
    tone: 'plain',
    blocks: [
      text(heading(article.headline), small(words.article.timeline)),
      text(...shown.entries),
      rule,
      text(...sourceLines(words, article, article.timeline), small(words.article.citationNote)),
      ...turning(words, shown, (to) => ({ kind: 'timeline', article: article.id, page: to })),
      tabs(words, article, 'timeline', series),
    ],
  };
}

function allFacts(words: Words, article: Article): readonly string[] {
  return article.facts.map((fact, index) => factLines(words, article, fact, index + 1));
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

/** For each source that the sentences rest on: which of their facts it says, and the way to it. */
function sourceLines(words: Words, article: Article, sentences: readonly Sentence[]): readonly string[] {
  const ids = new Set(sentences.flatMap(({ facts }) => facts));
  return sourcesOf(article).flatMap((source) => {
    const said = article.facts.filter((fact) => fact.source === source.id && ids.has(fact.id)).map(({ id }) => id);
    if (!said.length) return [];
    return small(`${words.article.citing(ranges(numbersOf(article, said)))}: ${sourceLine(words, source)}`);
  });
}

/** [1, 2, 3, 7] is “1–3, 7”. */
function ranges(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

function positions(words: Words, article: Article): readonly Block[] {
  if (!article.positions.length) return [];
  return [
    rule,
    text(
      bold(words.article.positions),
      ...article.positions.map((position) => `${bold(position.party)}: ${cited(article, position)}`),
    ),
  ];
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
