export const HOUR = 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** The playground's date and time, as the toolbar says it. */
export function sayClock(instant: number, locale = 'en-GB'): string {
  const date = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  return `${date.format(instant)}, ${time.format(instant)}`;
}

/** Nine o'clock of the next day, in this browser's zone. */
export function tomorrowAtNine(instant: number): number {
  const day = new Date(instant);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, 9).getTime();
}

/** The minute after an instant as a `datetime-local` field has it. */
export function fieldOf(instant: number): string {
  const next = Math.ceil((instant + 1) / MINUTE) * MINUTE;
  return new Date(next - new Date(next).getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}
