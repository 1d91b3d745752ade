/**
 * Reading what people type for days, times and weekdays, forgivingly. Each
 * `readX` gives `undefined` for what cannot be meant. The names of months and
 * weekdays come from the language's words.
 */

import leven from 'leven';
import { fold } from './folding.ts';
import { isPartialDate } from './partialDate.ts';
import { addDays, type CalendarDay, type ClockTime, yearOf, type Weekday } from './time.ts';

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * "today", "tomorrow", "yesterday", "29 September", "Sept 29, 2020", "2020-09-29"
 * or "09-29". Without a year it is the day of this year; 29 February then means
 * the last one that there was. "9/11" could be two days and is not read.
 */
export function readDay(typed: string, today: CalendarDay, months: readonly string[]): CalendarDay | undefined {
  const text = fold(typed);
  const offset = ['yesterday', 'today', 'tomorrow'].indexOf(text);
  if (offset >= 0) return addDays(today, offset - 1);
  const iso = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(typed.trim());
  if (iso) return existing(iso[1], Number(iso[2]), Number(iso[3]), today);
  const spelled =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>\p{L}+)(?: (?<year>\d{4}))?$/u.exec(text) ??
    /^(?<month>\p{L}+) (?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/u.exec(text);
  if (!spelled?.groups) return undefined;
  const month = monthsLike(spelled.groups.month ?? '', months)[0];
  return month === undefined ? undefined : existing(spelled.groups.year, month, Number(spelled.groups.day), today);
}

/** Days that a half-typed text may become, likeliest first, at most `most`; the next ones when nothing is typed. */
export function daysLike(typed: string, today: CalendarDay, months: readonly string[], most: number): readonly CalendarDay[] {
  const whole = readDay(typed, today, months);
  if (whole) return [whole, ...following(whole, most - 1)];
  const words = fold(typed).split(' ').filter(Boolean);
  const digits = words.find((word) => /^\d/.test(word))?.replace(/\D+/g, '');
  const name = words.find((word) => /^\p{L}/u.test(word));
  const wanted = name ? monthsLike(name, months) : months.map((_, index) => index + 1);
  if (!digits && !name) return [today, ...following(today, most - 1)];
  const found = wanted.flatMap((month) =>
    Array.from({ length: 31 }, (_, index) => index + 1)
      .filter((day) => !digits || String(day).startsWith(String(Number(digits))))
      .flatMap((day) => existing(undefined, month, day, today) ?? []),
  );
  return found.slice(0, most);
}

/** "9:00", "09.00", "9", "9 am", "18:30" and "6:30pm", as "09:00" and so on. */
export function readTime(typed: string): ClockTime | undefined {
  const match = /^\s*(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?\s*$/i.exec(typed);
  if (!match) return undefined;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return undefined;
  const onClock = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour;
  return `${String(onClock).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** "every day", "daily", "weekdays", "weekends", or names and their beginnings: "Mon, Wed and Friday". */
export function readWeekdays(typed: string, nameOf: (weekday: Weekday) => string): readonly Weekday[] | undefined {
  const text = fold(typed).replace(/^(on|at) /, '');
  if (/^(every day|everyday|daily|all)$/.test(text)) return WEEKDAYS;
  if (/^weekdays?$/.test(text)) return [1, 2, 3, 4, 5];
  if (/^weekends?$/.test(text)) return [6, 7];
  const named = text.split(' ').filter((word) => word && word !== 'and');
  const days = named.map((word) =>
    WEEKDAYS.find((day) => word.length >= 2 && fold(nameOf(day)).startsWith(word.replace(/s$/, ''))),
  );
  if (!days.length || days.includes(undefined)) return undefined;
  return WEEKDAYS.filter((day) => days.includes(day));
}

/** Months, counted from 1, whose name begins so, or nearly so. */
function monthsLike(word: string, months: readonly string[]): readonly number[] {
  const wanted = fold(word);
  const begins = months.flatMap((name, index) => (fold(name).startsWith(wanted) ? [index + 1] : []));
  if (begins.length || wanted.length < 3) return begins;
  const slips = months.map((name, index) => {
    const whole = fold(name);
    const distance = Math.min(leven(wanted, whole), leven(wanted, whole.slice(0, wanted.length)));
    return { month: index + 1, distance };
  });
  return slips
    .filter(({ distance }) => distance <= (wanted.length >= 6 ? 2 : 1))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ month }) => month);
}

/** The day, if the calendar has it. */
function existing(year: string | undefined, month: number, day: number, today: CalendarDay): CalendarDay | undefined {
  const rest = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const years = year ? [year] : [0, 1, 2, 3, 4, 5, 6, 7].map((back) => String(yearOf(today) - back));
  const possible = rest === '02-29' ? years : years.slice(0, 1);
  return possible.map((one) => `${one}-${rest}`).find(isPartialDate);
}

function following(day: CalendarDay, most: number): readonly CalendarDay[] {
  return Array.from({ length: most }, (_, index) => addDays(day, index + 1));
}
