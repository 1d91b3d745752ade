import { byText } from '../byText.ts';
import type { DiplomaticEvent } from '../library.ts';
import { isPartialDate } from '../partialDate.ts';
import type { Finding } from './finding.ts';

/** Events that stand in the wrong place: in their id, in their month's file ("09"), in the order of the days. */
export function misplacedEvents(events: readonly DiplomaticEvent[], month: string): Finding[] {
  return events.flatMap((event, index) => [
    ...misdatedId(event, index),
    ...wrongMonth(event, index, month),
    ...outOfOrder(event, index, events[index - 1]),
  ]);
}

/** By the day of the year, then by year, as a month's file lists them. */
export function byDay(a: { readonly date: string }, b: { readonly date: string }): number {
  return byText(a.date.slice(5), b.date.slice(5)) || byText(a.date, b.date);
}

function misdatedId({ id, date }: DiplomaticEvent, index: number): Finding[] {
  if (id.startsWith(`${date}-`)) return [];
  return [
    {
      path: [index, 'id'],
      wrong: `The id “${id}” does not begin with the event's date, ${date}.`,
      mend: `Write ${date}-${id.replace(/^[\d-]+/, '')}, or correct the date.`,
    },
  ];
}

function wrongMonth({ date }: DiplomaticEvent, index: number, month: string): Finding[] {
  const own = date.slice(5, 7);
  if (own === month) return [];
  return [
    {
      path: [index, 'date'],
      wrong: `${date} does not belong in the file ${month}.json.`,
      mend: `Move the event to ${own}.json.`,
    },
  ];
}

function outOfOrder(event: DiplomaticEvent, index: number, previous: DiplomaticEvent | undefined): Finding[] {
  if (!previous || byDay(previous, event) <= 0 || ![previous, event].every(({ date }) => isPartialDate(date)))
    return [];
  return [
    {
      path: [index, 'date'],
      wrong: `${event.date} stands after ${previous.date}.`,
      mend: 'Sort the events by day of the month, those of one day by year.',
    },
  ];
}
