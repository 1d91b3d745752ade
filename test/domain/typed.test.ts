import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPartialDate } from '../../src/domain/partialDate.ts';
import { daysLike, readDay, readTime, readWeekdays } from '../../src/domain/typed.ts';
import { en } from '../../src/words/en.ts';

const TODAY = '2026-11-25';
const day = (typed: string, today = TODAY) => readDay(typed, today, en.monthNames);
const days = (typed: string, most = 25) => daysLike(typed, TODAY, en.monthNames, most);
const weekdays = (typed: string) => readWeekdays(typed, en.weekday);

/** What people might send who mean no day at all, or mean harm. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...'0123456789-/.: amptshndrofseptuary'.split('')),
    maxLength: 40,
  }),
  fc.string({ unit: fc.constantFrom('9', '-', ' ', 'mon', 'to', 'feb'), minLength: 5000, maxLength: 6000 }),
);

describe('a day', () => {
  test.each([
    ['today', '2026-11-25'],
    ['Tomorrow', '2026-11-26'],
    [' yesterday ', '2026-11-24'],
    ['tomorow', '2026-11-26'],
    ['29 September', '2026-09-29'],
    ['29 september 2020', '2020-09-29'],
    ['29th September', '2026-09-29'],
    ['the 29th of September', '2026-09-29'],
    ['on the 1st of May, 1886', '1886-05-01'],
    ['2nd May', '2026-05-02'],
    ['May 3rd', '2026-05-03'],
    ['Sept 29, 2020', '2020-09-29'],
    ['September 29th, 2020', '2020-09-29'],
    ['Sep 9', '2026-09-09'],
    ['29sep', '2026-09-29'],
    ['29. September', '2026-09-29'],
    ['2020-09-29', '2020-09-29'],
    ['2020-9-5', '2020-09-05'],
    ['2020/09/29', '2020-09-29'],
    ['2020.09.29', '2020-09-29'],
    ['09-29', '2026-09-29'],
    ['9-5', '2026-09-05'],
    ['29.9.2020', '2020-09-29'],
    ['29. 9. 2020', '2020-09-29'],
    ['29.09.', '2026-09-29'],
    ['5.9.', '2026-09-05'],
    ['29/9/2020', '2020-09-29'],
    ['9/29/2020', '2020-09-29'],
    ['29-09-2020', '2020-09-29'],
    ['9/9', '2026-09-09'],
    ['２９ September', '2026-09-29'],
    ['29 Setpember', '2026-09-29'],
    ['29 Febuary 2020', '2020-02-29'],
    ['3 Agust', '2026-08-03'],
    ['3 Marhc', '2026-03-03'],
    ['31 December 2999', '2999-12-31'],
    ['2024-02-29', '2024-02-29'],
  ])('“%s” is %s', (typed, expected) => {
    expect(day(typed)).toBe(expected);
  });

  test.each([
    ['not in a common year', '29 February 2021'],
    ['not in 1900', '1900-02-29'],
    ['30 February', '30 February'],
    ['31 June', '31 June'],
    ['day 0', '0 May'],
    ['day 32', 'May 32'],
    ['month 13', '2020-13-01'],
    ['month 0', '2020-00-10'],
    ['two days in one', '9/11'],
    ['two days in one, with a year', '9/11/2001'],
    ['two months in one', '5 Ju'],
    ['two months mistyped in one', '5 juny'],
    ['a year alone', '2020'],
    ['a number', '29'],
    ['a month', 'September'],
    ['a short year', '29 September 20'],
    ['a year before all diplomacy', '0000-01-01'],
    ['a year past all plans', '9999-12-31'],
    ['nothing', ''],
    ['no day', 'Christmas'],
    ['a weekday', 'Monday'],
    ['a mention', '<@123>'],
  ])('none: %s', (_, typed) => {
    expect(day(typed)).toBeUndefined();
  });

  test.each([
    ['2026-11-25', '2024-02-29'],
    ['2024-02-28', '2024-02-29'],
    ['2023-12-31', '2020-02-29'],
    ['1903-01-01', '1896-02-29'],
  ])('on %s, 29 February is the last one, %s', (today, expected) => {
    expect([day('29 February', today), day('02-29', today)]).toEqual([expected, expected]);
  });

  test('is a day of the calendar or none, whatever was typed', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const read = day(typed);
        expect(read === undefined || (read.length === 10 && isPartialDate(read))).toBe(true);
      }),
    );
  });

  test('is read back from its own name', () => {
    const from = new Date('1900-01-01').getTime();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (offset) => {
        const date = new Date(from + offset * 86_400_000).toISOString().slice(0, 10);
        expect([day(en.date(date)), day(date)]).toEqual([date, date]);
      }),
    );
  });
});

describe('days for what is half typed', () => {
  test.each([
    ['', ['2026-11-25', '2026-11-26', '2026-11-27']],
    ['29 Sep', ['2026-09-29', '2026-09-30', '2026-10-01']],
    ['sep', ['2026-09-01', '2026-09-02', '2026-09-03']],
    ['5 Ju', ['2026-06-05', '2026-07-05']],
    ['ju 31', ['2026-07-31']],
    ['2 of ma', ['2026-03-02', '2026-03-20', '2026-03-21']],
    ['the 29', ['2026-01-29', '2024-02-29', '2026-03-29']],
    ['septmeber', ['2026-09-01', '2026-09-02', '2026-09-03']],
    ['09-', ['2026-09-01', '2026-09-02', '2026-09-03']],
    ['2020-09-', ['2026-09-01', '2026-09-02', '2026-09-03']],
    ['to', ['2026-11-25', '2026-11-26']],
    ['yest', ['2026-11-24']],
    ['2 feb', ['2026-02-02', '2026-02-03', '2026-02-04']],
    ['30 feb', []],
    ['hello', []],
    ['99', []],
  ])('“%s”', (typed, expected) => {
    expect(days(typed, 3)).toEqual(expected);
  });

  test('are at most as many as wanted, all in the calendar, no two alike', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const offered = days(typed);
        expect(offered.length).toBeLessThanOrEqual(25);
        expect(offered.filter((one) => !isPartialDate(one))).toEqual([]);
        expect(new Set(offered).size).toBe(offered.length);
      }),
    );
  });
});

describe('a time', () => {
  test.each([
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['09.00', '09:00'],
    ['9', '09:00'],
    ['0', '00:00'],
    ['0900', '09:00'],
    ['1830', '18:30'],
    ['9 am', '09:00'],
    ['9 a.m.', '09:00'],
    ['9AM', '09:00'],
    ['6:30pm', '18:30'],
    ['6.30 PM', '18:30'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['12:30 am', '00:30'],
    ['18h30', '18:30'],
    ['18h', '18:00'],
    ['23:59', '23:59'],
    ['00:00', '00:00'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
    [' 7:05 ', '07:05'],
    ['０９：００', '09:00'],
  ])('“%s” is %s', (typed, expected) => {
    expect(readTime(typed)).toBe(expected);
  });

  test.each(['24:00', '25', '9:60', '9:5', '13pm', '0 am', '-1', '9:00:00', 'nine', '', '12345', 'am', '9;00'])(
    'none: “%s”',
    (typed) => {
      expect(readTime(typed)).toBeUndefined();
    },
  );

  test('is one of a day’s minutes or none, whatever was typed', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(readTime(typed) ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      }),
    );
  });
});

describe('weekdays', () => {
  test.each([
    ['every day', '1234567'],
    ['Everyday', '1234567'],
    ['daily', '1234567'],
    ['weekdays', '12345'],
    ['on weekdays', '12345'],
    ['every weekday', '12345'],
    ['weekends', '67'],
    ['at weekends', '67'],
    ['Mon, Wed and Friday', '135'],
    ['fri mon', '15'],
    ['Mondays', '1'],
    ['every Monday', '1'],
    ['Tues & Thurs', '24'],
    ['su', '7'],
    ['Mon-Fri', '12345'],
    ['Mon – Fri', '12345'],
    ['Monday to Friday', '12345'],
    ['Monday through Wednesday, Sunday', '1237'],
    ['Fri-Mon', '1567'],
    ['mon-mon', '1'],
    ['weekends and Monday', '167'],
    ['Wendesday', '3'],
    ['mon mon', '1'],
  ])('“%s”', (typed, expected) => {
    expect(weekdays(typed)?.join('')).toBe(expected);
  });

  test.each(['', 'never', 'm', 't', 's', 'ms', 'ss', 'mon, xyz', 'mon-', '-', 'mon-wed-fri', 'every', 'and', '1 2 3'])(
    'none: “%s”',
    (typed) => {
      expect(weekdays(typed)).toBeUndefined();
    },
  );

  test('are in order, each once, or none at all, whatever was typed', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(weekdays(typed)?.join('') ?? '1').toMatch(/^(?=.)1?2?3?4?5?6?7?$/);
      }),
    );
  });

  test('are read back as they are said', () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }), (some) => {
        expect(weekdays(en.weekdays(some))).toEqual(some);
      }),
    );
  });
});
