/**
 * Questions made by a seeded generator from what has a date: the library's
 * events, and the timelines of its articles.
 */

import { isMuchLonger } from './audit/options.ts';
import type { GameQuestion } from './game/game.ts';
import { headline, isDated, yearPrompt } from './headlines.ts';
import { inOrder } from './kinds/order.ts';
import type { Article, ChoiceQuestion, Difficulty, DiplomaticEvent, Library, OrderQuestion } from './library.ts';
import { overlaps, spellDate } from './partialDate.ts';
import { isCurrent, type Scope } from './quiz.ts';
import { type Seed, seeded, shuffle } from './random.ts';
import { shortRef } from './shortRef.ts';
import type { CalendarDay } from './time.ts';

/** In which year? Which came first? What is their order? What happened on that day? */
export const EVENT_SORTS = ['year', 'first', 'order', 'day'] as const;

/** What one question can be made of. Its `ref` is the same whatever company the seed then gives it. */
export type Subject = { readonly ref: string; readonly articles: readonly string[] } & (
  | { readonly sort: (typeof EVENT_SORTS)[number]; readonly event: DiplomaticEvent }
  /** The steps of an article's timeline. */
  | { readonly sort: 'steps'; readonly article: Article }
);

/** What questions can be made of in a scope, in the library's order. Their difficulty shows only when they are made. */
export function subjectsIn(library: Library, { article: id, topic }: Scope, today: CalendarDay): readonly Subject[] {
  const events = library.events.filter(
    (event) =>
      (!id || event.articles.includes(id)) && (!topic || event.topics.includes(topic)) && isClear(library, event),
  );
  const articles = library.articles.filter(
    (article) =>
      (!id || article.id === id) &&
      (!topic || article.topics.includes(topic)) &&
      stepsOf(article, today).length >= ORDERED.least,
  );
  return [
    ...events.flatMap((event) =>
      EVENT_SORTS.map((sort) => ({ ref: refOf(sort, event.id), sort, event, articles: event.articles })),
    ),
    ...articles.map((article) => ({
      ref: refOf('steps', article.id),
      sort: 'steps' as const,
      article,
      articles: [article.id],
    })),
  ];
}

/** The question on a subject; the same for the same library and seed. `undefined` when it lacks plausible company. */
export function derive(library: Library, subject: Subject, seed: Seed, today: CalendarDay): GameQuestion | undefined {
  switch (subject.sort) {
    case 'year':
      return yearOf(subject.event);
    case 'first':
      return firstOf(library, subject.event, seed);
    case 'order':
      return orderOf(library, subject.event, seed);
    case 'day':
      return dayOf(library, subject.event, seed);
    case 'steps':
      return stepsIn(subject.article, seed, today);
  }
}

/** The year from which on most people have heard of what happened. */
const LIVING_MEMORY = '1945';

function yearOf(event: DiplomaticEvent): GameQuestion {
  return about(event, [], {
    kind: 'year',
    id: idOf('year', event.id),
    prompt: yearPrompt(event),
    answer: Number(event.date.slice(0, 4)),
    facts: [],
    difficulty: event.date < LIVING_MEMORY ? 3 : 2,
    explanation: told(event),
  });
}

function firstOf(library: Library, event: DiplomaticEvent, seed: Seed): GameQuestion | undefined {
  const random = seeded(`${seed}/first/${event.id}`);
  const count = 2 + random(2);
  const later = companyOf(library, event, random).filter(({ date }) => date > event.date);
  return asChoice(event, later, count, (others) => ({
    id: idOf('first', event.id),
    prompt: 'Which of these came first?',
    explanation: `${told(event)} Later came: ${listed(others)}.`,
  }));
}

function dayOf(library: Library, event: DiplomaticEvent, seed: Seed): GameQuestion | undefined {
  const random = seeded(`${seed}/day/${event.id}`);
  return asChoice(event, companyOf(library, event, random), 3, (others) => ({
    id: idOf('day', event.id),
    prompt: `What happened on ${spellDate(event.date)}?`,
    explanation: `${event.text} The others: ${listed(others)}.`,
  }));
}

/** In characters, as for the library's own questions. */
const LONGEST_OPTION = 80;
/** Fewer wrong options make no choice. */
const FEWEST_WRONG = 2;

/** The event as the right option among so many others or fewer; not when its length would give it away. */
function asChoice(
  event: DiplomaticEvent,
  company: readonly DiplomaticEvent[],
  most: number,
  word: (others: readonly DiplomaticEvent[]) => Pick<ChoiceQuestion, 'id' | 'prompt' | 'explanation'>,
): GameQuestion | undefined {
  const right = headline(event);
  const count = Math.min(most, company.length);
  if (count < FEWEST_WRONG || right.length > LONGEST_OPTION) return undefined;
  const near = company.slice(0, count);
  const longer = company.slice(count).find((one) => headline(one).length >= right.length);
  // A long right option gets the company of a long wrong one.
  const tries = [near, longer ? [...near.slice(1), longer] : near];
  for (const others of tries) {
    const question: ChoiceQuestion = {
      kind: 'choice',
      answer: right,
      distractors: others.map(headline),
      facts: [],
      difficulty: byGap(Math.min(...others.map((one) => yearsApart(event.date, one.date)))),
      ...word(others.toSorted((a, b) => (a.date < b.date ? -1 : 1))),
    };
    if (!isMuchLonger(question)) return about(event, others, question);
  }
  return undefined;
}

/** How many things there are to put in order. */
const ORDERED = { least: 3, most: 5 } as const;

function orderOf(library: Library, event: DiplomaticEvent, seed: Seed): GameQuestion | undefined {
  const random = seeded(`${seed}/order/${event.id}`);
  const count = ORDERED.least + random(ORDERED.most - ORDERED.least + 1);
  const others = companyOf(library, event, random).slice(0, count - 1);
  if (others.length + 1 < ORDERED.least || headline(event).length > LONGEST_OPTION) return undefined;
  const items = [event, ...others].map((one) => ({ text: headline(one), date: one.date }));
  return about(event, others, anOrder(idOf('order', event.id), 'Put these in order, earliest first.', items));
}

function stepsIn(article: Article, seed: Seed, today: CalendarDay): GameQuestion | undefined {
  const random = seeded(`${seed}/steps/${article.id}`);
  const count = ORDERED.least + random(ORDERED.most - ORDERED.least + 1);
  const items = shuffle(stepsOf(article, today), random).slice(0, count);
  if (items.length < ORDERED.least) return undefined;
  const question = anOrder(idOf('steps', article.id), 'Put these steps in order, earliest first.', items);
  return { ref: refOf('steps', article.id), question, article: article.id, topics: article.topics };
}

/** A timeline's entries that do not tell their date and do not share it, as far as they may still be taught. */
function stepsOf({ timeline, facts }: Article, today: CalendarDay): OrderQuestion['items'] {
  const current = new Set(facts.filter((fact) => isCurrent(fact, today)).map(({ id }) => id));
  return timeline
    .filter((entry) => !isDated(entry.text) && entry.facts.every((id) => current.has(id)))
    .filter(({ date }, at, all) => all.every((other, place) => place === at || !overlaps(other.date, date)))
    .map(({ text, date }) => ({ text: text.replace(/\.$/, ''), date }))
    .filter(({ text }) => text.length <= LONGEST_OPTION);
}

function anOrder(id: string, prompt: string, items: OrderQuestion['items']): OrderQuestion {
  const question = { kind: 'order' as const, id, prompt, items, facts: [], difficulty: 1 as const, explanation: '' };
  const row = inOrder(question);
  const gaps = row.slice(1).map(({ date }, at) => yearsApart(row[at]?.date ?? date, date));
  const explanation = `${row.map(({ text, date }) => `${text} (${spellDate(date)})`).join('; ')}.`;
  return { ...question, difficulty: byGap(Math.min(...gaps)), explanation };
}

/** Years between two dates that make an easy and a fair question; less makes a hard one. */
const GAP = { easy: 8, fair: 2 } as const;

function byGap(years: number): Difficulty {
  return years >= GAP.easy ? 1 : years >= GAP.fair ? 2 : 3;
}

function yearsApart(a: string, b: string): number {
  return Math.abs(monthsOf(a) - monthsOf(b)) / 12;
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1);
}

/** Whether its title tells no date and could not be another event's. */
function isClear({ events }: Library, event: DiplomaticEvent): boolean {
  return (
    !isDated(event.title) &&
    !events.some((other) => other !== event && other.title === event.title && other.kind === event.kind)
  );
}

const NEAR_YEARS = 12;
const FAR_YEARS = 60;

/**
 * Events that could be taken for each other's neighbours, likeliest first: with a
 * topic or a party in common, of about the same time rather than the same
 * century. No two of all fall on one date.
 */
function companyOf(
  library: Library,
  event: DiplomaticEvent,
  random: ReturnType<typeof seeded>,
): readonly DiplomaticEvent[] {
  const kin = library.events.filter(
    (other) =>
      yearsApart(other.date, event.date) <= FAR_YEARS &&
      (shares(other.topics, event.topics) || shares(other.parties, event.parties)) &&
      isClear(library, other) &&
      headline(other).length <= LONGEST_OPTION,
  );
  const near = kin.filter(({ date }) => yearsApart(date, event.date) <= NEAR_YEARS);
  const far = kin.filter((other) => !near.includes(other));
  const dates = new Set([event.date]);
  return [...shuffle(near, random), ...shuffle(far, random)].filter(({ date }) => !dates.has(date) && dates.add(date));
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}

function about(
  event: DiplomaticEvent,
  others: readonly DiplomaticEvent[],
  question: GameQuestion['question'],
): GameQuestion {
  const [, ref = ''] = question.id.split('-');
  return { ref, question, events: [event, ...others].map(({ id }) => id), topics: event.topics };
}

function told({ date, text }: DiplomaticEvent): string {
  return `${spellDate(date)}: ${text}`;
}

function listed(events: readonly DiplomaticEvent[]): string {
  return events.map((one) => `${headline(one)} (${spellDate(one.date)})`).join('; ');
}

/** Such as "order-4f0q2zc": the sort can be read in it. */
function idOf(sort: Subject['sort'], id: string): string {
  return `${sort}-${refOf(sort, id)}`;
}

function refOf(sort: string, id: string): string {
  return shortRef(`derived/${sort}/${id}`);
}
