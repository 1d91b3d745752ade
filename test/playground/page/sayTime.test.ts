import { describe, expect, it } from 'vitest';
import { sayTime } from '../../../src/playground/page/markdown/sayTime.ts';
import { sayWhen } from '../../../src/playground/page/message/sayWhen.ts';
import { fieldOf, tomorrowAtNine } from '../../../src/playground/page/tools/time.ts';

const NOW = new Date(2026, 2, 4, 12, 30).getTime();
const HOUR = 3_600_000;

describe('sayTime', () => {
  it.each([
    [-5_000, '5 seconds ago'],
    [90_000, 'in 1 minute'],
    [3 * HOUR, 'in 3 hours'],
    [-47 * HOUR, '1 day ago'],
    [60 * 24 * HOUR, 'in 1 month'],
    [-800 * 24 * HOUR, '2 years ago'],
  ])('says a distance of %d ms as %s', (distance, said) => {
    expect(sayTime(NOW + distance, 'R', NOW)).toBe(said);
  });

  it('says a date in each length', () => {
    expect(sayTime(NOW, 't', NOW)).toBe('12:30');
    expect(sayTime(NOW, 'D', NOW)).toBe('4 March 2026');
    expect(sayTime(NOW, 'F', NOW)).toMatch(/^Wednesday,? 4 March 2026 at 12:30$/);
  });
});

it('says when a message came by its day', () => {
  expect(sayWhen(NOW, NOW + HOUR)).toBe('Today at 12:30');
  expect(sayWhen(NOW, NOW + 24 * HOUR)).toBe('Yesterday at 12:30');
  expect(sayWhen(NOW, NOW + 72 * HOUR)).toBe('4 Mar 2026, 12:30');
});

it('finds nine o’clock of the next day, also over the end of a month', () => {
  expect(tomorrowAtNine(NOW)).toBe(new Date(2026, 2, 5, 9).getTime());
  expect(tomorrowAtNine(new Date(2026, 1, 28, 23).getTime())).toBe(new Date(2026, 2, 1, 9).getTime());
});

it('offers the next minute as the first to choose', () => {
  expect(fieldOf(NOW)).toBe('2026-03-04T12:31');
  expect(fieldOf(NOW + 30_000)).toBe('2026-03-04T12:31');
});
