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
  /** Points by topic; a question counts for each of its topics. */
  readonly topics: Readonly<Record<string, number>>;
}

/** What a leaderboard is made from, for one member. */
export interface Tallies {
  readonly all: Tally;
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
 * So many games are remembered for `counted`. An effect comes again only if the process dies before it is
 * crossed off, and then it comes first of all; this many games cannot lie in between.
 */
const GAMES_REMEMBERED = 8;
/** This one and the last. */
const PERIODS_KEPT = 2;

const NOTHING: Tally = { points: 0, right: 0, answered: 0, topics: {} };
const NEWCOMER: Standing = { all: NOTHING, weeks: {}, months: {}, counted: [] };

/** With what a game gives to a member. The same value as before where that effect had been added. */
export function addEntry(
  standing: Standing | undefined,
  entry: ScoreEntry,
  { game, effect, week, month }: Scoring,
): Standing {
  const { all, weeks, months, counted } = standing ?? NEWCOMER;
  if (standing && counted.some((one) => one.game === game && one.effect >= effect)) return standing;
  return {
    all: plus(all, entry),
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
  | { readonly kind: 'all' };

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

/** `undefined` when there was no game in it, or one longer ago than is kept. */
export function tallyIn(tallies: Tallies, window: Window): Tally | undefined {
  switch (window.kind) {
    case 'week':
      return tallies.weeks[window.week];
    case 'month':
      return tallies.months[window.month];
    case 'all':
      return tallies.all;
  }
}

export interface Asked {
  readonly window: Window;
  /** Only points on this topic. */
  readonly topic?: string | undefined;
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
  readonly points: number;
  /** On every topic. */
  readonly tally: Tally;
}

/** One pass over everybody: nobody is sorted but the few who are shown. */
export function leaderboard(
  everybody: ReadonlyMap<PlayerId, Tallies>,
  { window, topic, viewer, most, hidden }: Asked,
): Leaderboard {
  const ownPoints = pointsIn(everybody.get(viewer), window, topic);
  const rows: Contender[] = [];
  let players = 0;
  let ahead = 0;
  for (const [player, standing] of everybody) {
    const points = pointsIn(standing, window, topic);
    const tally = tallyIn(standing, window);
    if (points <= 0 || !tally || hidden.has(player)) continue;
    players += 1;
    if (points > ownPoints) ahead += 1;
    enter(rows, { player, points, tally }, most);
  }

  const own = everybody.get(viewer);
  const tally = own && tallyIn(own, window);
  return {
    rows: rows.map((row) => ({ ...row, place: 1 + rows.findIndex(({ points }) => points === row.points) })),
    own: tally && ownPoints > 0 ? { player: viewer, place: ahead + 1, points: ownPoints, tally } : undefined,
    players,
  };
}

type Contender = Omit<Ranked, 'place'>;

function pointsIn(standing: Tallies | undefined, window: Window, topic: string | undefined): number {
  const tally = standing && tallyIn(standing, window);
  return (topic === undefined ? tally?.points : tally?.topics[topic]) ?? 0;
}

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
  return (b.points - a.points || b.tally.right - a.tally.right || (a.player < b.player ? -1 : 1)) < 0;
}

function plus(tally: Tally, { points, right, answered, topics }: ScoreEntry): Tally {
  const sums = { ...tally.topics };
  for (const [topic, more] of Object.entries(topics)) sums[topic] = (sums[topic] ?? 0) + more;
  return {
    points: tally.points + points,
    right: tally.right + right,
    answered: tally.answered + answered,
    topics: sums,
  };
}

/** Periods are named so that the newest is the last in the alphabet. */
function newest(tallies: Readonly<Record<string, Tally>>): Readonly<Record<string, Tally>> {
  return Object.fromEntries(
    Object.entries(tallies)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .slice(-PERIODS_KEPT),
  );
}
