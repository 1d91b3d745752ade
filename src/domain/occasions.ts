/** What to remember on a day. */

import type { DiplomaticEvent, Library } from './library.ts';
import { addDays, type CalendarDay, isLeapYear, monthDayOf, yearOf } from './time.ts';

/** Events and the day of the year on which they fall. */
export interface Occasion {
  readonly day: CalendarDay;
  readonly events: readonly DiplomaticEvent[];
}

/**
 * The events of a day, of one topic if given, oldest first; none that lie in its future.
 *
 * In a common year, 28 February also remembers 29 February: otherwise those
 * events would surface once in four years.
 */
export function eventsOnDay(library: Library, day: CalendarDay, topic?: string): readonly DiplomaticEvent[] {
  const monthDay = monthDayOf(day);
  const leap = monthDay === '02-28' && !isLeapYear(yearOf(day)) ? library.eventsOn('02-29') : [];
  return [...library.eventsOn(monthDay), ...leap]
    .filter((event) => event.date <= day && (!topic || event.topics.includes(topic)))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The nearest day before or after that has events, at most half a year away; the later one of two as near. */
export function nearestOccasion(library: Library, day: CalendarDay, topic?: string): Occasion | undefined {
  for (let distance = 0; distance <= 183; distance++) {
    for (const candidate of distance ? [addDays(day, distance), addDays(day, -distance)] : [day]) {
      const events = eventsOnDay(library, candidate, topic);
      if (events.length) return { day: candidate, events };
    }
  }
  return undefined;
}
