/**
 * Holding the library's events against a reference: a list of dated events from
 * elsewhere, in other words. Whether two speak of the same thing is told by the
 * words that they share, the rarer the better.
 */

import type { DiplomaticEvent } from '../library.ts';
import { daysBetween } from '../partialDate.ts';
import { significantWords } from './words.ts';

/** One dated event of a reference. */
export interface ReferenceRow {
  /** YYYY-MM-DD, Gregorian. */
  readonly date: string;
  readonly title: string;
  readonly parties: readonly string[];
}

/** What a reference says of an event. */
export type Comparison = { readonly event: DiplomaticEvent } & (
  | { readonly kind: 'agrees'; readonly row: ReferenceRow }
  /** It has what goes by the same words on another date alone. */
  | { readonly kind: 'disagrees'; readonly row: ReferenceRow }
  | { readonly kind: 'unmatched' }
);

/** Of the weight of a row's words, the share that an event of the same date must have. */
const SAME_DAY = 0.3;
/** The same where the dates differ, of the row's words and of the event's title. */
const OTHER_DAY = 0.8;
/** So many first letters tell a word. */
const LIKE = 6;
/** Days apart that a slip or another calendar can put two dates of one thing. */
const SLIP_DAYS = 400;

/** Compares each event with the rows. */
export function compare(events: readonly DiplomaticEvent[], rows: readonly ReferenceRow[]): readonly Comparison[] {
  const known = rows.map(
    (row): Known => ({ row, words: wordsOf([row.title, ...row.parties]), title: wordsOf([row.title]) }),
  );
  const weigh = weights(known.map(({ words }) => words));
  const byDate = new Map<string, Known[]>();
  for (const one of known) {
    const sameDay = byDate.get(one.row.date);
    if (sameDay) sameDay.push(one);
    else byDate.set(one.row.date, [one]);
  }
  const share = (some: ReadonlySet<string>, of: ReadonlySet<string>) => {
    const total = sum([...of].map(weigh));
    return total ? sum([...of].filter((word) => some.has(word)).map(weigh)) / total : 0;
  };

  return events.map((event): Comparison => {
    const told = wordsOf([event.title, event.text, ...event.parties]);
    const title = wordsOf([event.title]);
    const same = best(byDate.get(event.date) ?? [], (one) => Math.max(share(told, one.title), share(told, one.words)));
    if (same && same.score >= SAME_DAY) return { kind: 'agrees', event, row: same.one.row };
    const near = known.filter(
      ({ row }) => row.date !== event.date && Math.abs(daysBetween(row.date, event.date)) <= SLIP_DAYS,
    );
    const other = best(near, (one) => Math.min(share(told, one.title), share(one.words, title)));
    if (other && other.score >= OTHER_DAY) return { kind: 'disagrees', event, row: other.one.row };
    return { kind: 'unmatched', event };
  });
}

interface Known {
  readonly row: ReferenceRow;
  /** Of its title and parties. */
  readonly words: ReadonlySet<string>;
  readonly title: ReadonlySet<string>;
}

/** By their first letters, in which "independent" is like "independence" and "république" like "republic". */
function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(significantWords).map((word) => word.slice(0, LIKE)));
}

/** How much a word tells: the more, the fewer of all have it (inverse document frequency). */
function weights(all: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log((all.length + 1) / ((counts.get(word) ?? 0) + 1));
}

function best<T>(
  all: readonly T[],
  scoreOf: (one: T) => number,
): { readonly one: T; readonly score: number } | undefined {
  return all.map((one) => ({ one, score: scoreOf(one) })).toSorted((a, b) => b.score - a.score)[0];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
