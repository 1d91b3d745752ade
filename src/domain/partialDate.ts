/** Reading and comparing days, months and years of the Gregorian calendar. */

import { addDays, type PartialDate } from './time.ts';

const SHAPE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const DAY_MS = 86_400_000;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Whether the calendar has it: "2020-02-29", "2020-02" and "2020" are, "2021-02-29" and "20-2-2" are not. */
export function isPartialDate(text: string): boolean {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [, , month, day] = parts;
  if (month !== undefined && !MONTHS[Number(month) - 1]) return false;
  return day === undefined || (Number(day) >= 1 && text <= endOf(text.slice(0, 7)));
}

/** Its first day, as YYYY-MM-DD. */
export function startOf(date: PartialDate): string {
  return `${date}-01-01`.slice(0, 10);
}

/** Its last day, as YYYY-MM-DD. */
export function endOf(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date;
  const [year, month] = date.split('-').map(Number);
  return `${date}-${lengthOf(year ?? 0, month ?? 0)}`;
}

/** Whether one day belongs to both: "2018" and "2018-11" do. */
export function overlaps(a: PartialDate, b: PartialDate): boolean {
  return startOf(a) <= endOf(b) && startOf(b) <= endOf(a);
}

/** Whether all of `a` lies before all of `b`. "2018" is not before "2018-11". */
export function isBefore(a: PartialDate, b: PartialDate): boolean {
  return endOf(a) < startOf(b);
}

/** How many days from one day to another; negative when it comes earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/**
 * The Gregorian day of a day in the Julian calendar, both as YYYY-MM-DD. The two
 * drift apart by a day in each year of a century that 400 does not divide, from
 * the Julian 29 February on. Not for the 29 Februaries that only the Julian has.
 */
export function fromJulian(day: string): string {
  const century = Math.floor((Number(day.slice(0, 4)) - (day.slice(5, 7) < '03' ? 1 : 0)) / 100);
  return addDays(startOf(day), century - Math.floor(century / 4) - 2);
}

/** In English words: "29 September 2020", "September 2020" or "2020". */
export function spellDate(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
