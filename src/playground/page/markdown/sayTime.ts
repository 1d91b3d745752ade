import type { TimeStyle } from './mark.ts';

const SECOND = 1000;
const UNITS = [
  ['year', 365.25 * 24 * 3600 * SECOND],
  ['month', 30.44 * 24 * 3600 * SECOND],
  ['day', 24 * 3600 * SECOND],
  ['hour', 3600 * SECOND],
  ['minute', 60 * SECOND],
  ['second', SECOND],
] as const;

const FORMATS: Readonly<Record<Exclude<TimeStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** A moment as `<t:…:style>` shows it, in this reader's zone. */
export function sayTime(at: number, style: TimeStyle, now: number, locale = 'en-GB'): string {
  return style === 'R' ? sayDistance(at, now, locale) : new Intl.DateTimeFormat(locale, FORMATS[style]).format(at);
}

function sayDistance(at: number, now: number, locale: string): string {
  const distance = at - now;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(distance) >= size) ??
    UNITS[UNITS.length - 1] ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(distance / length), unit);
}
