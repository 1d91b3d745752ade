import { describe, expect, test } from 'vitest';
import {
  addDays,
  hasDay,
  instantOf,
  isLeapYear,
  isTimeZone,
  localDay,
  localTime,
  monthDayOf,
  weekdayOf,
  yearOf,
} from '../../src/domain/time.ts';

const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16);

describe('the instant of a local time', () => {
  test.each([
    ['in winter, Berlin', '2026-01-15', '09:00', 'Europe/Berlin', '2026-01-15T08:00'],
    ['in summer, Berlin', '2026-07-15', '09:00', 'Europe/Berlin', '2026-07-15T07:00'],
    ['in the southern summer, Sydney', '2026-01-15', '09:00', 'Australia/Sydney', '2026-01-14T22:00'],
    ['in the southern winter, Sydney', '2026-07-15', '09:00', 'Australia/Sydney', '2026-07-14T23:00'],
    [
      'where the offset has quarters of an hour, Kathmandu',
      '2026-01-01',
      '00:00',
      'Asia/Kathmandu',
      '2025-12-31T18:15',
    ],
    ['on 29 February', '2028-02-29', '09:00', 'Asia/Tokyo', '2028-02-29T00:00'],
  ])('%s', (_, day, time, zone, expected) => {
    expect(utc(instantOf(day, time, zone))).toBe(expected);
  });
});

describe('a skipped time is the first minute after the gap', () => {
  test.each([
    ['in the middle of it, Berlin', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00'],
    ['at its very start, Berlin', '2026-03-29', '02:00', 'Europe/Berlin', '2026-03-29T01:00'],
    ['in its last minute, Berlin', '2026-03-29', '02:59', 'Europe/Berlin', '2026-03-29T01:00'],
    ['just before it, Berlin', '2026-03-29', '01:59', 'Europe/Berlin', '2026-03-29T00:59'],
    ['just after it, Berlin', '2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00'],
    ['in the south, Sydney', '2026-10-04', '02:30', 'Australia/Sydney', '2026-10-03T16:00'],
    ['where it is half an hour, Lord Howe', '2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-03T15:30'],
    ['where midnight is skipped, Beirut', '2022-03-27', '00:00', 'Asia/Beirut', '2022-03-26T22:00'],
    ['where midnight is skipped, Asunción', '2022-10-02', '00:00', 'America/Asuncion', '2022-10-02T04:00'],
    ['where midnight is skipped, Cairo', '2023-04-28', '00:30', 'Africa/Cairo', '2023-04-27T22:00'],
    ['where the gap ends a day, Nuuk', '2024-03-30', '23:30', 'America/Nuuk', '2024-03-31T01:00'],
    ['where a whole day is skipped, Samoa', '2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T10:00'],
    [
      'where a whole day is skipped, from its midnight, Samoa',
      '2011-12-30',
      '00:00',
      'Pacific/Apia',
      '2011-12-30T10:00',
    ],
  ])('%s', (_, day, time, zone, expected) => {
    expect(utc(instantOf(day, time, zone))).toBe(expected);
  });
});

describe('a repeated time is its first occurrence', () => {
  test.each([
    ['Berlin', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30'],
    ['Sydney', '2026-04-05', '02:30', 'Australia/Sydney', '2026-04-04T15:30'],
    ['Lord Howe, by half an hour', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45'],
    ['Santiago, where it ends a day', '2026-04-04', '23:30', 'America/Santiago', '2026-04-05T02:30'],
  ])('%s', (_, day, time, zone, expected) => {
    expect(utc(instantOf(day, time, zone))).toBe(expected);
  });
});

describe('the local day and time of an instant', () => {
  test.each([
    ['east of Greenwich it is tomorrow already', '2026-05-01T23:30Z', 'Asia/Tokyo', '2026-05-02', '08:30'],
    ['west of it still yesterday', '2026-05-01T02:00Z', 'America/New_York', '2026-04-30', '22:00'],
    ['seconds are left out, not rounded', '2026-05-01T08:59:59.999Z', 'UTC', '2026-05-01', '08:59'],
    ['Kathmandu', '2026-05-01T18:14Z', 'Asia/Kathmandu', '2026-05-01', '23:59'],
    ['the minute in which a gap ends', '2026-03-29T01:00Z', 'Europe/Berlin', '2026-03-29', '03:00'],
  ])('%s', (_, at, zone, day, time) => {
    const instant = Date.parse(at);
    expect([localDay(instant, zone), localTime(instant, zone)]).toEqual([day, time]);
  });
});

describe('whether a zone has a day', () => {
  test.each([
    ['an ordinary one', '2026-05-01', 'Europe/Berlin', true],
    ['one that begins at one in the morning', '2022-03-27', 'Asia/Beirut', true],
    ['the one that Samoa skipped', '2011-12-30', 'Pacific/Apia', false],
    ['the day before it', '2011-12-29', 'Pacific/Apia', true],
    ['the day after it', '2011-12-31', 'Pacific/Apia', true],
    ['the one that Kiritimati skipped', '1994-12-31', 'Pacific/Kiritimati', false],
  ])('%s', (_, day, zone, expected) => {
    expect(hasDay(day, zone)).toBe(expected);
  });
});

describe('days', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  test('the week runs from Monday, 1, to Sunday, 7', () => {
    const week = ['2026-05-04', '2026-05-05', '2026-05-06', '2026-05-07', '2026-05-08', '2026-05-09', '2026-05-10'];
    expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('a day has a month-day, and any date a year', () => {
    expect([monthDayOf('1956-10-19'), yearOf('1956-10-19'), yearOf('1956-10'), yearOf('1956')]).toEqual([
      '10-19',
      1956,
      1956,
      1956,
    ]);
  });

  test.each([
    [2024, true],
    [2026, false],
    [1900, false],
    [2000, true],
  ])('whether %i is a leap year: %s', (year, expected) => {
    expect(isLeapYear(year)).toBe(expected);
  });
});

test.each([
  ['Europe/Berlin', true],
  ['europe/berlin', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Europe/Atlantis', false],
  ['+02:00', false],
  ['', false],
])('whether “%s” is a time zone: %s', (zone, expected) => {
  expect(isTimeZone(zone)).toBe(expected);
});
