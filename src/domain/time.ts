/**
 * Days, clocks and zones. The conversions between them are Temporal's
 * (tc39/proposal-temporal, by its polyfill); nothing here reads a clock.
 */

import { Temporal } from 'temporal-polyfill';

/** Unix milliseconds. */
export type Instant = number;

/** A day, a month or a year of the Gregorian calendar: "2020-09-29", "2020-09" or "2020". */
export type PartialDate = string;

/** A day of the Gregorian calendar: "2020-09-29". */
export type CalendarDay = string;

/** A day of any year: "02-29". */
export type MonthDay = string;

/** A time of day: "09:00". */
export type ClockTime = string;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The local day at an instant. `zone` is an IANA name. */
export function localDay(at: Instant, zone: string): CalendarDay {
  return inZone(at, zone).toPlainDate().toString();
}

/** The local time at an instant, to the minute. */
export function localTime(at: Instant, zone: string): ClockTime {
  return inZone(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * The instant at which a zone's clocks show `time` on `day`. A time that
 * daylight saving skips becomes the first minute after the gap; one that it
 * repeats means its first occurrence.
 */
export function instantOf(day: CalendarDay, time: ClockTime, zone: string): Instant {
  const wanted = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  const met = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (met.toPlainDateTime().equals(wanted)) return met.epochMilliseconds;
  // A skipped time was read by the clock that goes from the gap on, which puts it before the gap.
  const gap = met.getTimeZoneTransition('next');
  return (gap ?? met).epochMilliseconds;
}

/** Whether a zone has that day at all: one that crosses the date line may skip one, as Samoa did 30 December 2011. */
export function hasDay(day: CalendarDay, zone: string): boolean {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toPlainDate().toString() === day;
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function weekdayOf(day: CalendarDay): Weekday {
  return Temporal.PlainDate.from(day).dayOfWeek as Weekday;
}

export function monthDayOf(day: CalendarDay): MonthDay {
  return day.slice(5);
}

export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

export function isLeapYear(year: number): boolean {
  return Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear;
}

/** Whether this machine knows the zone. Names are matched as IANA spells them, in any case. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

function inZone(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
