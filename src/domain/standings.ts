/** What a member has won in a server's games: for good, and by the weeks and months of the server's calendar. */

import type { PlayerId, ScoreEntry } from './game/game.ts';
import { addDays, type CalendarDay, type Instant, localDay, type PartialDate, weekdayOf } from './time.ts';

/** A week of the ISO calendar, by its Monday: "2026-11-23". */
export type Week = CalendarDay;

/** "2026-11". */
export type Month = PartialDate;

export interface Tally {
  readonly points: number;
  /** Questions answered wholly right. */
  readonly right: number;
  readonly answered: number;
}

/** What a leaderboard is made from, for one member. */
export interface Tallies {
  readonly all: Tally;
  /** Points of all time by topic; a question counts for each of its topics. */
  readonly topics: Readonly<Record<string, number>>;
  /** The newest two in which there was a game. */
  readonly weeks: Readonly<Record<Week, Tally>>;
  /** The newest two in which there was a game. */
  readonly months: Readonly<Record<Month, Tally>>;
}

/** One member's standing in one server. */
export interface Standing extends Tallies {
  /** What was added already, by the last games, the newest last. */
  readonly counted: readonly Counted[];
}

/** Every effect of a game up to this number has been added. */
export interface Counted {
  readonly game: string;
  readonly effect: number;
}

/** An effect of a game that gives points, and when that was by the server's calendar. */
export interface Scoring {
  readonly game: string;
  /** The effect's number: a game's later effects have higher ones. */
  readonly effect: number;
  readonly week: Week;
  readonly month: Month;
}

/**
 * So many games are remembered for `counted`. An effect comes again within moments, or first of all after a start:
 * so many other games of the same member cannot end in between.
 */
const GAMES_REMEMBERED = 8;
/** This one and the last. */
const PERIODS_KEPT = 2;

const NOTHING: Tally = { points: 0, right: 0, answered: 0 };
const NEWCOMER: Standing = { all: NOTHING, topics: {}, weeks: {}, months: {}, counted: [] };

/** With what a game gives to a member. The same value as before where that effect had been added. */
export function addEntry(
  standing: Standing | undefined,
  entry: ScoreEntry,
  { game, effect, week, month }: Scoring,
): Standing {
  const { all, topics, weeks, months, counted } = standing ?? NEWCOMER;
  if (standing && counted.some((one) => one.game === game && one.effect >= effect)) return standing;
  return {
    all: plus(all, entry),
    topics: withTopics(topics, entry),
    weeks: newest({ ...weeks, [week]: plus(weeks[week] ?? NOTHING, entry) }),
    months: newest({ ...months, [month]: plus(months[month] ?? NOTHING, entry) }),
    counted: [...counted.filter((one) => one.game !== game), { game, effect }].slice(-GAMES_REMEMBERED),
  };
}

/** The week it is for a server. `zone` is an IANA name. */
export function weekOf(at: Instant, zone: string): Week {
  const day = localDay(at, zone);
  return addDays(day, 1 - weekdayOf(day));
}

export function monthOf(at: Instant, zone: string): Month {
  return localDay(at, zone).slice(0, 'YYYY-MM'.length);
}

export const WINDOWS = ['week', 'month', 'all'] as const;
export type WindowName = (typeof WINDOWS)[number];

export type Window =
  | { readonly kind: 'week'; readonly week: Week }
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'all' }
  /** All time, but only what questions on a topic gave. */
  | { readonly kind: 'topic'; readonly topic: string };

/** The week or month in which an instant lies, or all time. */
export function windowAt(kind: WindowName, at: Instant, zone: string): Window {
  switch (kind) {
    case 'week':
      return { kind, week: weekOf(at, zone) };
    case 'month':
      return { kind, month: monthOf(at, zone) };
    case 'all':
      return { kind };
  }
}

/** Of a topic, only the points are known. */
export type Won = Tally | { readonly points: number; readonly right?: undefined; readonly answered?: undefined };

/** `undefined` when there was no game in it, or one longer ago than is kept. */
export function tallyIn(tallies: Tallies, window: Window): Won | undefined {
  switch (window.kind) {
    case 'week':
      return tallies.weeks[window.week];
    case 'month':
      return tallies.months[window.month];
    case 'all':
      return tallies.all;
    case 'topic': {
      const points = tallies.topics[window.topic];
      return points === undefined ? undefined : { points };
    }
  }
}

export interface Asked {
  readonly window: Window;
  readonly viewer: PlayerId;
  /** How many rows. */
  readonly most: number;
  /** Those whom nobody else may see. */
  readonly hidden: ReadonlySet<PlayerId>;
}

export interface Leaderboard {
  /** Best first. Only who has points. */
  readonly rows: readonly Ranked[];
  /** The viewer's own place among those who may be seen, wherever it is; absent without points. */
  readonly own?: Ranked | undefined;
  /** How many have points and may be seen. */
  readonly players: number;
}

export interface Ranked {
  readonly player: PlayerId;
  /** 1 is the first; equal points share a place. */
  readonly place: number;
  readonly won: Won;
}

/** One pass over everybody: nobody is sorted but the few who are shown. */
export function leaderboard(
  everybody: ReadonlyMap<PlayerId, Tallies>,
  { window, viewer, most, hidden }: Asked,
): Leaderboard {
  const mine = everybody.get(viewer);
  const won = mine && tallyIn(mine, window);
  const points = won?.points ?? 0;
  const rows: Contender[] = [];
  let players = 0;
  let ahead = 0;
  for (const [player, tallies] of everybody) {
    const theirs = tallyIn(tallies, window);
    if (!theirs || theirs.points <= 0 || hidden.has(player)) continue;
    players += 1;
    if (theirs.points > points) ahead += 1;
    enter(rows, { player, won: theirs }, most);
  }
  return {
    rows: rows.map((row) => ({ ...row, place: 1 + rows.findIndex((one) => one.won.points === row.won.points) })),
    own: won && points > 0 ? { player: viewer, place: ahead + 1, won } : undefined,
    players,
  };
}

type Contender = Omit<Ranked, 'place'>;

/** Into its place among the best, if it is one of them. */
function enter(rows: Contender[], one: Contender, most: number): void {
  const last = rows[most - 1];
  if (last && !isBefore(one, last)) return;
  const at = rows.findIndex((other) => isBefore(one, other));
  rows.splice(at < 0 ? rows.length : at, 0, one);
  rows.length = Math.min(rows.length, most);
}

/** Of equal points, who answered more rightly; else by id, so that two calls never differ. */
function isBefore(a: Contender, b: Contender): boolean {
  const right = (b.won.right ?? 0) - (a.won.right ?? 0);
  return (b.won.points - a.won.points || right || (a.player < b.player ? -1 : 1)) < 0;
}

function plus(tally: Tally, { points, right, answered }: ScoreEntry): Tally {
  return { points: tally.points + points, right: tally.right + right, answered: tally.answered + answered };
}

function withTopics(topics: Tallies['topics'], entry: ScoreEntry): Tallies['topics'] {
  const sums = { ...topics };
  for (const [topic, points] of Object.entries(entry.topics)) sums[topic] = (sums[topic] ?? 0) + points;
  return sums;
}

/** Periods are named so that the newest is the last in the alphabet. */
function newest(tallies: Readonly<Record<string, Tally>>): Readonly<Record<string, Tally>> {
  return Object.fromEntries(
    Object.entries(tallies)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .slice(-PERIODS_KEPT),
  );
}
