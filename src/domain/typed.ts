/**
 * Reading what people type for days, times and weekdays, forgivingly. Each
 * `readX` gives `undefined` for what cannot be meant, or could mean two things.
 * The names of months and weekdays come from the language's words.
 */

import { fold } from './folding.ts';
import { isPartialDate } from './partialDate.ts';
import { slips } from './slips.ts';
import { addDays, type CalendarDay, type ClockTime, type Weekday, yearOf } from './time.ts';

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** By how many days they are away from yesterday. */
const RELATIVE = ['yesterday', 'today', 'tomorrow'];
const FILLERS = ['on', 'the', 'of'];

/**
 * "today", "tomorrow", "yesterday", "29 September", "the 29th of Sept", "Sept 29, 2020", "2020-09-29",
 * "09-29", "29.9." or "29/9/2020". Without a year it is the day of this year; 29 February then means
 * the last one that there was. "9/11" is two days on the two sides of the Atlantic and is not read.
 */
export function readDay(typed: string, today: CalendarDay, months: readonly string[]): CalendarDay | undefined {
  const text = wordsOf(typed).join(' ');
  const relative = RELATIVE.findIndex((word) => slips(text, word) <= 1);
  if (relative >= 0) return addDays(today, relative - 1);
  return inFigures(typed.normalize('NFKC').trim(), today) ?? spelled(text, today, months);
}

/** Days that a half-typed text may become, likeliest first, at most `most`; the next ones when nothing is typed. */
export function daysLike(
  typed: string,
  today: CalendarDay,
  months: readonly string[],
  most: number,
): readonly CalendarDay[] {
  const whole = readDay(typed, today, months);
  if (whole) return following(whole, most);
  const words = wordsOf(typed);
  const relative = RELATIVE.flatMap((word, at) => (word.startsWith(words.join(' ')) ? [addDays(today, at - 1)] : []));
  if (!words.length) return following(today, most);
  const digits = words.find((word) => /^\d/.test(word))?.replace(/\D+/g, '');
  const name = words.find((word) => /^\p{L}/u.test(word));
  const halfIso = /^(?:\d{4}-)?(\d{2})-$/.exec(typed.trim())?.[1];
  const wanted = halfIso ? [Number(halfIso)] : name ? monthsLike(name, months) : months.map((_, index) => index + 1);
  const found = wanted.flatMap((month) =>
    Array.from({ length: 31 }, (_, index) => index + 1)
      .filter((day) => halfIso || !digits || String(day).startsWith(String(Number(digits))))
      .flatMap((day) => existing(undefined, month, day, today) ?? []),
  );
  return [...relative, ...found].slice(0, most);
}

/** "9:00", "09.00", "9", "0900", "9 am", "18:30", "18h30", "6:30pm", "6 p.m.", "noon" and "midnight", as "09:00" and so on. */
export function readTime(typed: string): ClockTime | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === 'noon') return '12:00';
  if (text === 'midnight') return '00:00';
  const match = /^(\d{1,2})(?:[:.h]?(\d{2})|h)?\s*(?:([ap])\.?m\.?)?$/.exec(text);
  if (!match) return undefined;
  const half = match[3];
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return undefined;
  const onClock = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  return `${twoDigits(onClock)}:${twoDigits(minute)}`;
}

/** "every day", "daily", "weekdays", "weekends", names and their beginnings, "Mon, Wed and Friday", or spans, "Mon–Fri". */
export function readWeekdays(typed: string, nameOf: (weekday: Weekday) => string): readonly Weekday[] | undefined {
  const text = fold(typed.replace(/[-–—]/g, ' to ')).replace(/^(on|at) /, '');
  if (/^(every ?day|each day|daily|all)$/.test(text)) return WEEKDAYS;
  const days = text
    .replace(/^(every|each) /, '')
    .replace(/ (through|thru|until|till) /g, ' to ')
    .replace(/ to /g, '>')
    .split(' ')
    .filter((word) => word && word !== 'and')
    .map((word) => spanOf(word.split('>'), nameOf));
  if (!days.length || days.includes(undefined)) return undefined;
  return WEEKDAYS.filter((day) => days.some((span) => span?.includes(day)));
}

/** Figures alone: year first, or day and month where it is clear which is which. A point stands behind the day. */
function inFigures(text: string, today: CalendarDay): CalendarDay | undefined {
  const iso = /^(?:(\d{4})[-/.])?(\d{1,2})-(\d{1,2})$|^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text);
  if (iso) return existing(iso[1] ?? iso[4], Number(iso[2] ?? iso[5]), Number(iso[3] ?? iso[6]), today);
  const points = /^(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}))?$/.exec(text);
  if (points) return existing(points[3], Number(points[2]), Number(points[1]), today);
  const slashes = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/.exec(text);
  if (!slashes) return undefined;
  const [one, other] = [Number(slashes[1]), Number(slashes[2])];
  if (one <= 12 && other <= 12 && one !== other) return undefined;
  return existing(slashes[3], Math.min(one, other), Math.max(one, other), today);
}

function spelled(text: string, today: CalendarDay, months: readonly string[]): CalendarDay | undefined {
  const match =
    /^(?<day>\d{1,2}) ?(?:st|nd|rd|th)? ?(?<month>\p{L}+)(?: (?<year>\d{4}))?$/u.exec(text) ??
    /^(?<month>\p{L}+) ?(?<day>\d{1,2}) ?(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/u.exec(text);
  if (!match?.groups) return undefined;
  const [month, another] = monthsLike(match.groups.month ?? '', months);
  if (month === undefined || another !== undefined) return undefined;
  return existing(match.groups.year, month, Number(match.groups.day), today);
}

function wordsOf(typed: string): readonly string[] {
  return fold(typed)
    .split(' ')
    .filter((word) => word && !FILLERS.includes(word));
}

/** The months, counted from 1, whose name begins so; or else those that are fewest slips away, if those are few. */
function monthsLike(word: string, months: readonly string[]): readonly number[] {
  const begins = months.flatMap((name, index) => (fold(name).startsWith(word) ? [index + 1] : []));
  if (begins.length || word.length < 3) return begins;
  const away = months.map((name) => {
    const whole = fold(name);
    return Math.min(slips(word, whole), slips(word, whole.slice(0, word.length)));
  });
  const least = Math.min(...away);
  if (least > (word.length >= 6 ? 2 : 1)) return [];
  return away.flatMap((distance, index) => (distance === least ? [index + 1] : []));
}

/** The weekdays of one word, or of a span from one to another, over the end of the week if need be. */
function spanOf(
  [first = '', last = first, ...more]: readonly string[],
  nameOf: (weekday: Weekday) => string,
): readonly Weekday[] | undefined {
  if (/^weekdays?$/.test(first)) return [1, 2, 3, 4, 5];
  if (/^weekends?$/.test(first)) return [6, 7];
  const from = weekdayLike(first, nameOf);
  const to = weekdayLike(last, nameOf);
  if (!from || !to || more.length) return undefined;
  return WEEKDAYS.filter((day) => (from <= to ? from <= day && day <= to : day >= from || day <= to));
}

function weekdayLike(word: string, nameOf: (weekday: Weekday) => string): Weekday | undefined {
  const wanted = word.replace(/s$/, '');
  if (wanted.length < 2) return undefined;
  const begins = WEEKDAYS.filter((day) => fold(nameOf(day)).startsWith(wanted));
  const like = begins.length
    ? begins
    : WEEKDAYS.filter((day) => wanted.length >= 6 && slips(wanted, fold(nameOf(day))) <= 1);
  return like.length === 1 ? like[0] : undefined;
}

/** Years with four digits that mean one. Further back nothing in diplomacy has a day. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2999;

/** The day, if the calendar has it. */
function existing(year: string | undefined, month: number, day: number, today: CalendarDay): CalendarDay | undefined {
  const rest = `${twoDigits(month)}-${twoDigits(day)}`;
  const years = year ? [Number(year)] : [0, 1, 2, 3, 4, 5, 6, 7].map((back) => yearOf(today) - back);
  const possible = rest === '02-29' ? years : years.slice(0, 1);
  const found = possible.map((one) => `${one}-${rest}`).find(isPartialDate);
  return found && yearOf(found) >= FIRST_YEAR && yearOf(found) <= LAST_YEAR ? found : undefined;
}

/** So many days on end, from `day` on. */
function following(day: CalendarDay, most: number): readonly CalendarDay[] {
  return Array.from({ length: most }, (_, index) => addDays(day, index));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
