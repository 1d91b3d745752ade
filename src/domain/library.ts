/**
 * The library: what Attaché teaches, and the chain of ids that carries it,
 * article → summary → facts → question. Every sentence names the facts it
 * rests on, every fact its source, every question the facts it tests.
 */

import { byText } from './byText.ts';
import { fold } from './folding.ts';
import { questionsOn, type Term, type TermQuestion, termFinder } from './glossary.ts';
import { startOf } from './partialDate.ts';
import type { PartialDate } from './time.ts';

/** Where something was read. */
export interface Source {
  /** Unique in its article, such as "nikkei". */
  readonly id: string;
  readonly publisher: string;
  /** The headline or title as the publisher wrote it. */
  readonly headline: string;
  readonly url: string;
  /** As printed there. Absent when the page names nobody. */
  readonly authors?: readonly string[] | undefined;
  /** The publication date stated there. Only a further source may lack one. */
  readonly published?: PartialDate | undefined;
  /** The day on which the page was read for this library. */
  readonly checked: PartialDate;
}

/** One sentence and the ids of the facts that carry it, all of the same article. */
export interface Sentence {
  readonly text: string;
  readonly facts: readonly string[];
}

export interface Summary {
  /** At most 140 characters. */
  readonly line: Sentence;
  /** 3 to 5 sentences. */
  readonly standard: readonly Sentence[];
  /** 6 to 12 sentences. */
  readonly full: readonly Sentence[];
}

export const SUMMARY_LENGTHS = ['line', 'standard', 'full'] as const;
export type SummaryLength = (typeof SUMMARY_LENGTHS)[number];

export interface Fact {
  /** Unique in its article. */
  readonly id: string;
  /** One sentence, in our own words, that can stand alone. */
  readonly text: string;
  /** The id of the article's source that says it. */
  readonly source: string;
  /** The paragraph of that source, counted from 1, where its text shows paragraphs. */
  readonly paragraph?: number | undefined;
  /** The date it is about. */
  readonly date: PartialDate;
  /** The day as of which it is known to hold. */
  readonly asOf: PartialDate;
  /** The last day on which it may be taught, for what can go stale. */
  readonly validUntil?: PartialDate | undefined;
}

export interface TimelineEntry extends Sentence {
  readonly date: PartialDate;
}

/** What one party holds, attributed to it. */
export interface Position extends Sentence {
  readonly party: string;
}

export interface Person {
  readonly name: string;
  /** Office at the time, such as "Prime Minister of Japan (2020)". */
  readonly role: string;
}

interface QuestionBase {
  /** Unique in its article. */
  readonly id: string;
  /** What is asked; for `true-false` the statement to judge. */
  readonly prompt: string;
  /** The ids of the facts it tests. */
  readonly facts: readonly string[];
  readonly difficulty: Difficulty;
  /** Why the answer is right, shown after answering. */
  readonly explanation: string;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly answer: string;
  /** Wrong options, 2 to 4. */
  readonly distractors: readonly string[];
}

export interface TrueFalseQuestion extends QuestionBase {
  readonly kind: 'true-false';
  readonly answer: boolean;
}

export interface YearQuestion extends QuestionBase {
  readonly kind: 'year';
  /** A year of the Gregorian calendar. */
  readonly answer: number;
}

/** A typed answer, judged by an answer line as quiz bowl knows it: accept, prompt, reject. */
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
  readonly answers: AnswerLine;
}

export interface AnswerLine {
  /** What is right; the first is the one shown. */
  readonly accept: readonly string[];
  /** What is right but too vague, and what to ask the player then. */
  readonly prompt: readonly { readonly text: string; readonly ask: string }[];
  /** What is near but wrong, and why. */
  readonly reject: readonly { readonly text: string; readonly reason: string }[];
}

/** Put things in order, earliest first. The right order follows from the dates alone. */
export interface OrderQuestion extends QuestionBase {
  readonly kind: 'order';
  /** 3 to 5 things, no two on the same date. */
  readonly items: readonly { readonly text: string; readonly date: PartialDate }[];
}

export type Question = ChoiceQuestion | TrueFalseQuestion | YearQuestion | TextQuestion | OrderQuestion;
export const QUESTION_KINDS = ['choice', 'true-false', 'year', 'text', 'order'] as const;
export const DIFFICULTIES = [1, 2, 3] as const;
/** 1 is what everybody should know, 3 what only a close reader will. */
export type Difficulty = (typeof DIFFICULTIES)[number];

export interface Article {
  /** A slug of at most 40 characters, which is also the name of its file. */
  readonly id: string;
  /** In our own words. */
  readonly headline: string;
  /** When what it tells of happened; of a longer story, when its main event did. */
  readonly date: PartialDate;
  /** What the article mainly rests on. */
  readonly source: Source;
  readonly furtherSources: readonly Source[];
  /** The day on which somebody who did not write it compared every fact with its source. */
  readonly verifiedOn?: PartialDate | undefined;
  /** Ids of topics, the main one first. */
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly people: readonly Person[];
  readonly organisations: readonly string[];
  readonly summary: Summary;
  readonly facts: readonly Fact[];
  readonly timeline: readonly TimelineEntry[];
  /** Where the parties differ; empty where they do not. */
  readonly positions: readonly Position[];
  readonly questions: readonly Question[];
}

export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** What a date of an event means. A treaty signed is not yet a treaty in force. */
export const EVENT_KINDS = [
  'signed',
  'adopted',
  'ratified',
  'in-force',
  'held',
  'opened',
  'concluded',
  'founded',
  'joined',
  'left',
  'recognised',
  'relations-established',
  'relations-broken',
  'independence',
  'announced',
  'decided',
  'began',
  'ended',
  'visited',
  'died',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something that happened on a day worth remembering. */
export interface DiplomaticEvent {
  /** Date and slug, such as "1956-10-19-joint-declaration". */
  readonly id: string;
  /** Gregorian, YYYY-MM-DD. */
  readonly date: string;
  /** The date in the Julian calendar, YYYY-MM-DD, where the source uses it. */
  readonly julianDate?: string | undefined;
  readonly kind: EventKind;
  readonly title: string;
  /** One or two sentences: what happened. */
  readonly text: string;
  /** One sentence: why it mattered. */
  readonly significance: string;
  readonly parties: readonly string[];
  readonly topics: readonly string[];
  readonly sources: readonly Omit<Source, 'id'>[];
  /** Ids of the articles it belongs to. */
  readonly articles: readonly string[];
}

/** The names that the parties to a dispute give one place. A text uses all sides' or none, or a name that is nobody's. */
export interface NeutralName {
  readonly id: string;
  /** How to write it, such as "Northern Territories / Southern Kurils". */
  readonly write: string;
  /** Names that take no side, beside which a side's own may stand. */
  readonly neutral?: readonly string[] | undefined;
  /** For each side: who says so, and the forms of the name. */
  readonly sides: readonly { readonly party: string; readonly names: readonly string[] }[];
}

/** A word by which a text judges a party or what it did. */
export interface LoadedWord {
  readonly id: string;
  readonly forms: readonly string[];
  /** What to write. */
  readonly instead: string;
  /** Phrases in which it judges nobody, such as "sanctions regime". */
  readonly fine?: readonly string[] | undefined;
}

/**
 * A country, territory or union, today's or a former one, by the name that the
 * library uses for it. To be listed says nothing of its status.
 */
export interface Country {
  readonly name: string;
  /** Names for the same that the library does not use. */
  readonly also?: readonly string[] | undefined;
  /** Of the United Nations' geoscheme (M49). */
  readonly region: Region;
}

export const REGIONS = [
  'Africa',
  'Asia',
  'Europe',
  'Latin America and the Caribbean',
  'Northern America',
  'Oceania',
] as const;
export type Region = (typeof REGIONS)[number];

/** What a library is made of, in any order. */
export interface LibraryParts {
  readonly articles: readonly Article[];
  readonly events: readonly DiplomaticEvent[];
  readonly topics: readonly Topic[];
  readonly neutralNames: readonly NeutralName[];
  readonly loadedWords: readonly LoadedWord[];
  readonly terms: readonly Term[];
}

/** Everything there is to teach, ordered, with the ways to find it. Lookups give undefined for what is not there. */
export interface Library extends LibraryParts {
  /** Newest first, by what they tell of. */
  readonly articles: readonly Article[];
  /** By the day of the year, those of one day oldest first. */
  readonly events: readonly DiplomaticEvent[];
  /** All, in the order of the articles. */
  readonly questions: readonly { readonly article: Article; readonly question: Question }[];
  /** By name. */
  readonly terms: readonly Term[];
  /** All, in the order of the terms. */
  readonly termQuestions: readonly TermQuestion[];
  article(id: string): Article | undefined;
  topic(id: string): Topic | undefined;
  event(id: string): DiplomaticEvent | undefined;
  term(id: string): Term | undefined;
  fact(articleId: string, factId: string): Fact | undefined;
  question(articleId: string, questionId: string): Question | undefined;
  /** Those of a day of the year ("09-29"), oldest first. */
  eventsOn(monthDay: string): readonly DiplomaticEvent[];
  /** Newest first. */
  articlesOn(topicId: string): readonly Article[];
  /** The terms of the glossary that a text has, in its order. */
  termsIn(text: string): readonly Term[];
}

/** Orders the parts and builds the indexes, once. */
export function buildLibrary(parts: LibraryParts): Library {
  const articles = parts.articles.toSorted((a, b) => byText(startOf(b.date), startOf(a.date)) || byText(a.id, b.id));
  const events = parts.events.toSorted(
    (a, b) => byText(a.date.slice(5), b.date.slice(5)) || byText(a.date, b.date) || byText(a.id, b.id),
  );
  const terms = parts.terms.toSorted((a, b) => byText(fold(a.name), fold(b.name)));
  const articlesById = byId(articles);
  const topicsById = byId(parts.topics);
  const eventsById = byId(events);
  const termsById = byId(terms);
  const factsById = new Map(articles.map(({ id, facts }) => [id, byId(facts)]));
  const questionsById = new Map(articles.map(({ id, questions }) => [id, byId(questions)]));
  const eventsByDay = new Map<string, DiplomaticEvent[]>();
  for (const event of events) {
    const day = event.date.slice(5);
    eventsByDay.set(day, [...(eventsByDay.get(day) ?? []), event]);
  }
  let termQuestions: readonly TermQuestion[] | undefined; // Made when they are first asked for, so that a start need not wait.
  return {
    ...parts,
    articles,
    events,
    questions: articles.flatMap((article) => article.questions.map((question) => ({ article, question }))),
    terms,
    get termQuestions() {
      termQuestions ??= questionsOn(terms);
      return termQuestions;
    },
    article: (id) => articlesById.get(id),
    topic: (id) => topicsById.get(id),
    event: (id) => eventsById.get(id),
    term: (id) => termsById.get(id),
    fact: (articleId, factId) => factsById.get(articleId)?.get(factId),
    question: (articleId, questionId) => questionsById.get(articleId)?.get(questionId),
    eventsOn: (monthDay) => eventsByDay.get(monthDay) ?? [],
    articlesOn: (topicId) => articles.filter(({ topics }) => topics.includes(topicId)),
    termsIn: termFinder(terms),
  };
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}
