/** What the library holds, counted: by topic, country, decade and kind, source by source and day by day. */

import { byText } from './byText.ts';
import { fold } from './folding.ts';
import { choose } from './game/selection.ts';
import {
  type Article,
  type Country,
  DIFFICULTIES,
  type Difficulty,
  EVENT_KINDS,
  type EventKind,
  type Fact,
  type Library,
  QUESTION_KINDS,
  type Question,
  type Topic,
} from './library.ts';
import { questionsIn, shownOptions } from './quiz.ts';
import { addDays } from './time.ts';

/** A long quiz, as a seminar plays it. */
export const LONG_QUIZ = 20;

export interface Holdings {
  readonly articles: number;
  readonly facts: number;
  readonly questions: number;
  readonly events: number;
  readonly terms: number;
  readonly topics: readonly TopicHoldings[];
  /** Those that anything is about, most first. */
  readonly countries: readonly { readonly country: Country; readonly articles: number; readonly events: number }[];
  readonly eventsByRegion: readonly { readonly region: string; readonly events: number }[];
  /** Events with a party outside Europe and Northern America. */
  readonly eventsBeyondEurope: number;
  /** Such as 1950, earliest first. */
  readonly decades: readonly {
    readonly decade: number;
    readonly articles: number;
    readonly facts: number;
    readonly events: number;
  }[];
  readonly questionKinds: Counts<Question['kind']>;
  readonly eventKinds: Counts<EventKind>;
  /** By article, in the library's order. */
  readonly byArticle: readonly ArticleHoldings[];
  /** Hosts of the pages that were read, most first. */
  readonly domains: readonly { readonly domain: string; readonly articles: number; readonly events: number }[];
  /** Facts that lapse, first the first to go. */
  readonly lapsing: readonly { readonly article: Article; readonly fact: Fact; readonly on: string }[];
  /** Events of each day of the year, from "01-01" to "12-31", 29 February among them. */
  readonly days: readonly { readonly day: string; readonly events: number }[];
  readonly fairness: Fairness;
}

export interface TopicHoldings {
  readonly topic: Topic;
  readonly articles: number;
  readonly facts: number;
  readonly questions: number;
  readonly events: number;
  /** How many different questions a quiz of `LONG_QUIZ` gets. */
  readonly quiz: number;
}

export interface ArticleHoldings {
  readonly article: Article;
  readonly questions: number;
  readonly publishers: number;
}

/** Whether questions can be answered by anything but knowledge. */
export interface Fairness {
  /** How often the right option stands first, second, … as one seed shuffles them. */
  readonly positions: readonly number[];
  /** Among choice questions: the right option is the longest of all, the shortest, or neither. */
  readonly lengths: { readonly longest: number; readonly shortest: number; readonly between: number };
  readonly truths: { readonly true: number; readonly false: number };
  readonly difficulties: Counts<`${Difficulty}`>;
}

type Counts<K extends string> = Readonly<Record<K, number>>;

const HOME = ['Europe', 'Northern America'];

/** Counts a library. `countries` are the names that it uses for them, `today` (YYYY-MM-DD) what may still be asked. */
export function holdingsOf(library: Library, countries: readonly Country[], today: string): Holdings {
  const { articles, events, topics, terms, questions } = library;
  const factsIn = (some: readonly Article[]) => some.reduce((sum, { facts }) => sum + facts.length, 0);
  const folded = (names: readonly string[]) => new Set(names.map(fold));
  const places = articles.map((article) => folded(article.places));
  const parties = events.map((event) => folded(event.parties));
  const regionOf = new Map(countries.map(({ name, region }) => [fold(name), region]));
  const regions = parties.map((names) => new Set([...names].flatMap((name) => regionOf.get(name) ?? [])));
  const all = articles.flatMap((article) => article.facts.map((fact) => ({ article, fact })));

  return {
    articles: articles.length,
    facts: all.length,
    questions: questions.length,
    events: events.length,
    terms: terms.length,
    topics: topics.map((topic) => ({
      topic,
      articles: library.articlesOn(topic.id).length,
      facts: factsIn(library.articlesOn(topic.id)),
      questions: questionsIn(library, { topic: topic.id }, today).length,
      events: events.filter((event) => event.topics.includes(topic.id)).length,
      quiz: quizOn(library, topic, today),
    })),
    countries: countries
      .map((country) => {
        const name = fold(country.name);
        const among = (all: readonly ReadonlySet<string>[]) => all.filter((names) => names.has(name)).length;
        return { country, articles: among(places), events: among(parties) };
      })
      .filter((one) => one.articles + one.events > 0)
      .toSorted((a, b) => b.articles + b.events - a.articles - a.events || byText(a.country.name, b.country.name)),
    eventsByRegion: [...new Set(countries.map(({ region }) => region))]
      .toSorted(byText)
      .map((region) => ({ region, events: regions.filter((some) => some.has(region)).length })),
    eventsBeyondEurope: regions.filter((some) => [...some].some((region) => !HOME.includes(region))).length,
    decades: decadesOf({
      articles: articles.map(({ date }) => date),
      facts: all.map(({ fact }) => fact.date),
      events: events.map(({ date }) => date),
    }),
    questionKinds: counted(
      QUESTION_KINDS,
      questions.map(({ question }) => question.kind),
    ),
    eventKinds: counted(
      EVENT_KINDS,
      events.map(({ kind }) => kind),
    ),
    byArticle: articles.map((article) => ({
      article,
      questions: article.questions.length,
      publishers: new Set([article.source, ...article.furtherSources].map(({ publisher }) => publisher)).size,
    })),
    domains: domainsOf(library),
    lapsing: all
      .flatMap(({ article, fact }) => (fact.validUntil ? [{ article, fact, on: fact.validUntil }] : []))
      .toSorted((a, b) => byText(a.on, b.on) || byText(a.article.id, b.article.id)),
    days: daysOfTheYear().map((day) => ({ day, events: library.eventsOn(day).length })),
    fairness: fairnessOf(questions.map(({ question }) => question)),
  };
}

/** Any seed serves; the same each time, so that the figures stay. */
const SEED = 'holdings';

function quizOn(library: Library, topic: Topic, today: string): number {
  const asked = choose(library, { scope: { topic: topic.id }, count: LONG_QUIZ, seed: SEED }, today);
  return new Set(asked.map(({ ref }) => ref)).size;
}

function fairnessOf(questions: readonly Question[]): Fairness {
  const choices = questions.filter((question) => question.kind === 'choice');
  const positions = choices.map((question) => shownOptions(question, SEED).indexOf(question.answer));
  const lengthOf = ({ answer, distractors }: (typeof choices)[number]) => {
    const others = distractors.map(({ length }) => length);
    return answer.length > Math.max(...others)
      ? 'longest'
      : answer.length < Math.min(...others)
        ? 'shortest'
        : 'between';
  };
  const truths = questions.flatMap((question) =>
    question.kind === 'true-false' ? [`${question.answer}` as const] : [],
  );
  return {
    positions: Array.from(
      { length: Math.max(0, ...positions) + 1 },
      (_, at) => positions.filter((one) => one === at).length,
    ),
    lengths: counted(['longest', 'shortest', 'between'], choices.map(lengthOf)),
    truths: counted(['true', 'false'], truths),
    difficulties: counted(
      DIFFICULTIES.map((level) => `${level}` as const),
      questions.map(({ difficulty }) => `${difficulty}` as const),
    ),
  };
}

function domainsOf({ articles, events }: Library): Holdings['domains'] {
  const domainOf = (url: string) => new URL(url).hostname.replace(/^www\./, '');
  const ofArticles = articles.map(({ source, furtherSources }) => domainsIn([source, ...furtherSources]));
  const ofEvents = events.map(({ sources }) => domainsIn(sources));
  const among = (all: readonly ReadonlySet<string>[], domain: string) => all.filter((some) => some.has(domain)).length;
  return [...new Set([...ofArticles, ...ofEvents].flatMap((some) => [...some]))]
    .map((domain) => ({ domain, articles: among(ofArticles, domain), events: among(ofEvents, domain) }))
    .toSorted((a, b) => b.articles + b.events - a.articles - a.events || byText(a.domain, b.domain));

  function domainsIn(sources: readonly { readonly url: string }[]): ReadonlySet<string> {
    return new Set(sources.map(({ url }) => domainOf(url)));
  }
}

function decadesOf(dates: Readonly<Record<'articles' | 'facts' | 'events', readonly string[]>>): Holdings['decades'] {
  const decadeOf = (date: string) => Math.floor(Number(date.slice(0, 4)) / 10) * 10;
  const [articles, facts, events] = [dates.articles, dates.facts, dates.events].map((some) => some.map(decadeOf));
  const all = [...new Set([articles, facts, events].flatMap((some) => some ?? []))].toSorted((a, b) => a - b);
  const among = (some: readonly number[] = [], decade: number) => some.filter((one) => one === decade).length;
  return all.map((decade) => ({
    decade,
    articles: among(articles, decade),
    facts: among(facts, decade),
    events: among(events, decade),
  }));
}

function counted<K extends string>(keys: readonly K[], found: readonly K[]): Counts<K> {
  return Object.fromEntries(keys.map((key) => [key, found.filter((one) => one === key).length])) as Counts<K>;
}

/** Of a leap year. */
function daysOfTheYear(): readonly string[] {
  return Array.from({ length: 366 }, (_, at) => addDays('2000-01-01', at).slice(5));
}
