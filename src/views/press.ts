/**
 * What a button, menu or dialog stands for. It travels as Discord's custom id,
 * so it works after any restart, and it never tells which answer is right:
 * answers are named by the place at which they are shown.
 */

import { DIFFICULTIES, type Difficulty, SUMMARY_LENGTHS, type SummaryLength } from '../domain/library.ts';
import { isPartialDate } from '../domain/partialDate.ts';
import type { Place, Scope } from '../domain/quiz.ts';
import type { CalendarDay } from '../domain/time.ts';

export type Press =
  | { readonly kind: 'summary'; readonly article: string; readonly length: SummaryLength; readonly page: number }
  | { readonly kind: 'facts'; readonly article: string; readonly page: number }
  | { readonly kind: 'timeline'; readonly article: string; readonly page: number }
  /** A menu of articles; the chosen value is the article's id. */
  | { readonly kind: 'open' }
  /** A menu of terms; the chosen value is the term's id. */
  | { readonly kind: 'explain' }
  | { readonly kind: 'term'; readonly term: string }
  /** A page of the glossary. */
  | { readonly kind: 'glossary'; readonly page: number }
  | {
      readonly kind: 'articles';
      readonly topic?: string | undefined;
      readonly query?: string | undefined;
      readonly page: number;
    }
  | { readonly kind: 'ask'; readonly place: Place }
  | { readonly kind: 'pick'; readonly question: string; readonly place: Place; readonly shown: number }
  /** Opens the dialog for a typed answer. `again` after a prompt to be more precise. */
  | { readonly kind: 'type'; readonly question: string; readonly place: Place; readonly again: boolean }
  /** That dialog, sent in. */
  | { readonly kind: 'typed'; readonly question: string; readonly place: Place; readonly again: boolean }
  /** A menu for the next thing in order; the chosen value is its shown place. */
  | { readonly kind: 'arrange'; readonly question: string; readonly place: Place; readonly sofar: readonly number[] }
  | { readonly kind: 'day'; readonly day: string; readonly topic?: string | undefined; readonly page: number }
  /** A page of this server's schedules. */
  | { readonly kind: 'schedules'; readonly page: number }
  /** A page of what became of a schedule's posts. */
  | { readonly kind: 'why'; readonly schedule: string; readonly page: number }
  /** A page of the commands. */
  | { readonly kind: 'help'; readonly page: number }
  /** A question about the events' articles of a day; on a scheduled post it also says whose post it is. */
  | { readonly kind: 'post'; readonly schedule: string; readonly day: string }
  /** Something about a group game as a whole. */
  | { readonly kind: 'game'; readonly game: string; readonly act: GameAct }
  /** Joins a team, counted from 0. */
  | { readonly kind: 'game-team'; readonly game: string; readonly number: number }
  /** The host closes a question, or goes on from its answer. */
  | { readonly kind: 'game-go-on'; readonly game: string; readonly number: number }
  /** Opens the dialog for a typed answer to a round, and that dialog, sent in. */
  | { readonly kind: 'game-type'; readonly game: string; readonly number: number }
  | { readonly kind: 'game-typed'; readonly game: string; readonly number: number }
  /** Disputes how one's answer to a round was judged. */
  | { readonly kind: 'game-protest'; readonly game: string; readonly number: number }
  | { readonly kind: 'game-pick'; readonly game: string; readonly number: number; readonly shown: number }
  | { readonly kind: 'game-arrange'; readonly game: string; readonly number: number; readonly sofar: readonly number[] }
  | { readonly kind: 'game-rule'; readonly game: string; readonly number: number; readonly accept: boolean };

/** `take` begins or goes on with an open quiz; `mine` shows one's own answers, `answers` the host everybody's. */
export const GAME_ACTS = ['join', 'leave', 'start', 'take', 'mine', 'answers', 'rematch'] as const;
export type GameAct = (typeof GAME_ACTS)[number];

type Kind = Press['kind'];

interface Codec<K extends Kind> {
  write(press: Extract<Press, { kind: K }>): readonly (string | number)[];
  read(parts: readonly string[]): Omit<Extract<Press, { kind: K }>, 'kind'> | undefined;
}

const SEPARATOR = ':';

/** A game and a number: of a round or a team. */
const ofGame = {
  write: ({ game, number }: { readonly game: string; readonly number: number }) => [game, number],
  read: ([game, number]: readonly string[]) => (game && isCount(number) ? { game, number: Number(number) } : undefined),
};

const CODECS: { readonly [K in Kind]: Codec<K> } = {
  summary: {
    write: ({ article, length, page }) => [article, length, page],
    read: ([article, length, page]) => {
      const known = SUMMARY_LENGTHS.find((one) => one === length);
      return article && known && isCount(page) ? { article, length: known, page: Number(page) } : undefined;
    },
  },
  facts: { write: ofArticle, read: articlePage },
  timeline: { write: ofArticle, read: articlePage },
  open: { write: () => [], read: () => ({}) },
  explain: { write: () => [], read: () => ({}) },
  term: { write: ({ term }) => [term], read: ([term]) => (term ? { term } : undefined) },
  glossary: { write: ofPage, read: page },
  articles: {
    write: ({ topic = '', query = '', page }) => [page, topic, query],
    read: ([page, topic, ...query]) =>
      isCount(page)
        ? { page: Number(page), topic: topic || undefined, query: query.join(SEPARATOR) || undefined }
        : undefined,
  },
  ask: {
    write: ({ place }) => ofPlace(place),
    read: (parts) => {
      const place = placeIn(parts);
      return place && { place };
    },
  },
  pick: {
    write: ({ question, shown, place }) => [question, shown, ...ofPlace(place)],
    read: ([question, shown, ...rest]) => {
      const place = placeIn(rest);
      return question && isCount(shown) && place ? { question, shown: Number(shown), place } : undefined;
    },
  },
  type: { write: ofTyping, read: typing },
  typed: { write: ofTyping, read: typing },
  arrange: {
    write: ({ question, sofar, place }) => [question, sofar.join(''), ...ofPlace(place)],
    read: ([question, sofar, ...rest]) => {
      const place = placeIn(rest);
      if (!question || !place || !/^\d{0,5}$/.test(sofar ?? '-')) return undefined;
      return { question, sofar: [...(sofar ?? '')].map(Number), place };
    },
  },
  day: {
    write: ({ day, topic = '', page }) => [day, page, topic],
    read: ([day, page, topic]) =>
      isDay(day) && isCount(page) ? { day, page: Number(page), topic: topic || undefined } : undefined,
  },
  schedules: { write: ofPage, read: page },
  why: {
    write: ({ schedule, page }) => [schedule, page],
    read: ([schedule, page]) => (schedule && isCount(page) ? { schedule, page: Number(page) } : undefined),
  },
  help: { write: ofPage, read: page },
  game: {
    write: ({ game, act }) => [game, act],
    read: ([game, act]) => {
      const known = GAME_ACTS.find((one) => one === act);
      return game && known ? { game, act: known } : undefined;
    },
  },
  'game-team': ofGame,
  'game-go-on': ofGame,
  'game-type': ofGame,
  'game-typed': ofGame,
  'game-protest': ofGame,
  'game-pick': {
    write: ({ game, number, shown }) => [game, number, shown],
    read: ([game, number, shown]) =>
      game && isCount(number) && isCount(shown) ? { game, number: Number(number), shown: Number(shown) } : undefined,
  },
  'game-arrange': {
    write: ({ game, number, sofar }) => [game, number, sofar.join('')],
    read: ([game, number, sofar]) =>
      game && isCount(number) && /^\d{0,5}$/.test(sofar ?? '-')
        ? { game, number: Number(number), sofar: [...(sofar ?? '')].map(Number) }
        : undefined,
  },
  'game-rule': {
    write: ({ game, number, accept }) => [game, number, accept ? 1 : 0],
    read: ([game, number, accept]) =>
      game && isCount(number) ? { game, number: Number(number), accept: accept === '1' } : undefined,
  },
  post: {
    write: ({ schedule, day }) => [schedule, day],
    read: ([schedule, day]) => (schedule && isDay(day) ? { schedule, day } : undefined),
  },
};

export const PRESS_KINDS = Object.keys(CODECS) as readonly Kind[];

/**
 * At most 100 characters, Discord's limit for a custom id. Discord refuses a
 * message in which two are alike: `copy` tells the second of a kind from the first (0).
 */
export function writePress(press: Press, copy = 0): string {
  const codec = CODECS[press.kind] as Codec<Kind>;
  const head = copy ? `${press.kind}#${copy}` : press.kind;
  return [head, ...codec.write(press as never)].join(SEPARATOR);
}

/** `undefined` for what no version of Attaché has written, or no longer understands. */
export function readPress(text: string): Press | undefined {
  const [head = '', ...parts] = text.split(SEPARATOR);
  const kind = head.replace(/#\d+$/, '');
  if (!kind || !Object.hasOwn(CODECS, kind)) return undefined;
  const read = CODECS[kind as Kind].read(parts);
  return read && ({ kind, ...read } as Press);
}

function ofArticle({ article, page }: { readonly article: string; readonly page: number }) {
  return [article, page];
}

function articlePage([article, page]: readonly string[]) {
  return article && isCount(page) ? { article, page: Number(page) } : undefined;
}

function ofPage({ page }: { readonly page: number }) {
  return [page];
}

function page([page]: readonly string[]) {
  return isCount(page) ? { page: Number(page) } : undefined;
}

function ofTyping({ question, again, place }: { question: string; again: boolean; place: Place }) {
  return [question, again ? 1 : 0, ...ofPlace(place)];
}

function typing([question, again, ...rest]: readonly string[]) {
  const place = placeIn(rest);
  return question && place ? { question, again: again === '1', place } : undefined;
}

function ofPlace({ scope, seed, number }: Place) {
  const about = scope.article ? `a${scope.article}` : scope.topic ? `t${scope.topic}` : '';
  return [seed, number, scope.difficulty ?? '', about];
}

function placeIn([seed, number, difficulty, about]: readonly string[]): Place | undefined {
  if (!seed || !isCount(number) || about === undefined) return undefined;
  const level = DIFFICULTIES.find((one) => String(one) === difficulty);
  return { seed, number: Number(number), scope: scopeOf(about, level) };
}

function scopeOf(about: string, difficulty: Difficulty | undefined): Scope {
  return {
    article: about.startsWith('a') ? about.slice(1) : undefined,
    topic: about.startsWith('t') ? about.slice(1) : undefined,
    difficulty,
  };
}

function isCount(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,6}$/.test(text);
}

function isDay(text: string | undefined): text is CalendarDay {
  return text !== undefined && text.length === 10 && isPartialDate(text);
}
