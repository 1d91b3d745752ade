const DAY = 24 * 60 * 60 * 1000;

/** When a message came, as its head says it: today's by time alone. */
export function sayWhen(at: number, now: number, locale = 'en-GB'): string {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  const day = (instant: number) => new Date(instant).toDateString();
  if (day(at) === day(now)) return `Today at ${time}`;
  if (day(at) === day(now - DAY)) return `Yesterday at ${time}`;
  return `${new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at)}, ${time}`;
}
