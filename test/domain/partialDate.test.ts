import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysBetween,
  endOf,
  fromJulian,
  isBefore,
  isPartialDate,
  overlaps,
  spellDate,
  startOf,
} from '../../src/domain/partialDate.ts';

describe('what the calendar has', () => {
  test.each(['2020', '2020-09', '2020-09-29', '2020-02-29', '2000-02-29', '0999-12-31'])('%s', (date) => {
    expect(isPartialDate(date)).toBe(true);
  });

  test.each([
    '2021-02-29',
    '1900-02-29',
    '2020-13',
    '2020-00',
    '2020-09-31',
    '2020-09-00',
    '20',
    '2020-9',
    '2020-09-29x',
    '',
  ])('not “%s”', (date) => {
    expect(isPartialDate(date)).toBe(false);
  });
});

describe('from its first day to its last', () => {
  test.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-09', '2020-09-01', '2020-09-30'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2100-02', '2100-02-01', '2100-02-28'],
    ['2020-12', '2020-12-01', '2020-12-31'],
    ['2020-09-29', '2020-09-29', '2020-09-29'],
  ])('%s', (date, first, last) => {
    expect([startOf(date), endOf(date)]).toEqual([first, last]);
  });
});

describe('two dates', () => {
  test.each([
    ['2018', '2018-11', { overlap: true, before: false }],
    ['2018-11', '2018', { overlap: true, before: false }],
    ['2018-11', '2018-12-01', { overlap: false, before: true }],
    ['2018-12', '2018-12-01', { overlap: true, before: false }],
    ['2018-12-31', '2019', { overlap: false, before: true }],
    ['2019', '2018-12-31', { overlap: false, before: false }],
    ['2018', '2018', { overlap: true, before: false }],
  ])('%s and %s', (a, b, expected) => {
    expect({ overlap: overlaps(a, b), before: isBefore(a, b) }).toEqual(expected);
  });

  test('are the same, overlap, or one is before the other', () => {
    const date = fc
      .tuple(fc.integer({ min: 1990, max: 1992 }), fc.constantFrom('', '-01', '-02', '-02-28', '-12-31'))
      .map(([year, rest]) => `${year}${rest}`);
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect([isBefore(a, b), overlaps(a, b), isBefore(b, a)].filter(Boolean)).toEqual([true]);
      }),
    );
  });
});

test('days between are negative backwards', () => {
  expect([daysBetween('2020-02-28', '2020-03-01'), daysBetween('2020-03-01', '2020-02-28')]).toEqual([2, -2]);
});

test.each([
  ['1917-10-25', '1917-11-07'],
  ['1774-07-10', '1774-07-21'],
  ['1900-02-28', '1900-03-12'],
  ['1900-03-01', '1900-03-14'],
  ['1856-03-18', '1856-03-30'],
])('the Julian %s is the Gregorian %s', (julian, gregorian) => {
  expect(fromJulian(julian)).toBe(gregorian);
});

test.each([
  ['2020-09-09', '9 September 2020'],
  ['2020-09', 'September 2020'],
  ['2020', '2020'],
])('%s is spelled %s', (date, words) => {
  expect(spellDate(date)).toBe(words);
});
