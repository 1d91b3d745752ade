import { describe, expect, test } from 'vitest';
import { eventsOnDay, nearestOccasion } from '../../src/domain/occasions.ts';
import { aLibrary, anEvent } from '../support/anArticle.ts';

const libraryOf = (...dates: readonly string[]) =>
  aLibrary({ events: dates.map((date) => anEvent({ id: `${date}-event`, date })) });
const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

describe('the events of a day', () => {
  test('come oldest first', () => {
    const library = libraryOf('1990-05-01', '1707-05-01', '1925-05-01', '1925-05-02');
    expect(ids(eventsOnDay(library, '2026-05-01'))).toEqual([
      '1707-05-01-event',
      '1925-05-01-event',
      '1990-05-01-event',
    ]);
  });

  test('those of one topic leave the others out', () => {
    const events = [anEvent({ id: 'a', topics: ['europe'] }), anEvent({ id: 'b', topics: ['asia'] })];
    expect(ids(eventsOnDay(aLibrary({ events }), '2026-10-19', 'asia'))).toEqual(['b']);
  });

  test('what has yet to happen is not remembered', () => {
    const library = libraryOf('1990-05-01', '2025-05-01', '2026-05-01');
    expect(ids(eventsOnDay(library, '2025-05-01'))).toEqual(['1990-05-01-event', '2025-05-01-event']);
  });

  test.each([
    ['28 February of a common year also remembers the 29th', '2027-02-28', ['1956-02-29-event', '1990-02-28-event']],
    ['28 February of a leap year does not', '2028-02-28', ['1990-02-28-event']],
    ['29 February remembers its own', '2028-02-29', ['1956-02-29-event']],
    ['1 March remembers neither', '2027-03-01', []],
  ])('%s', (_, day, expected) => {
    expect(ids(eventsOnDay(libraryOf('1990-02-28', '1956-02-29'), day))).toEqual(expected);
  });
});

describe('the nearest occasion', () => {
  test.each([
    ['is the day itself when it has events', '2026-05-01', ['1990-05-01', '1991-05-02'], '2026-05-01'],
    ['is the nearest day before', '2026-05-10', ['1990-05-08', '1991-05-13'], '2026-05-08'],
    ['is the later of two as near', '2026-05-10', ['1990-05-08', '1991-05-12'], '2026-05-12'],
    ['may lie in the year before', '2026-01-02', ['1990-12-30'], '2025-12-30'],
    ['may lie in the year after', '2026-12-30', ['1990-01-02'], '2027-01-02'],
    ['is found half a year away, at its farthest', '2028-01-01', ['1990-07-02'], '2028-07-02'],
  ])('%s', (_, day, dates, expected) => {
    expect(nearestOccasion(libraryOf(...dates), day)?.day).toBe(expected);
  });

  test('of a topic passes over the days of others', () => {
    const events = [
      anEvent({ id: 'a', date: '1990-05-02', topics: ['asia'] }),
      anEvent({ id: 'b', date: '1990-05-09', topics: ['europe'] }),
    ];
    expect(nearestOccasion(aLibrary({ events }), '2026-05-01', 'europe')?.day).toBe('2026-05-09');
  });

  test('is none when there are no events', () => {
    expect(nearestOccasion(libraryOf(), '2026-05-01')).toBeUndefined();
  });
});
