import { expect, test } from 'vitest';
import { median, percentile } from './statistics.ts';

const HUNDRED = Array.from({ length: 100 }, (_, index) => 100 - index);

test('a percentile is the sample of that rank', () => {
  expect(percentile(HUNDRED, 0.5)).toBe(50);
  expect(percentile(HUNDRED, 0.99)).toBe(99);
  expect(percentile(HUNDRED, 1)).toBe(100);
});

test('it sorts by number, and leaves the samples as they were', () => {
  const samples = [10, 9, 100];
  expect(median(samples)).toBe(10);
  expect(samples).toEqual([10, 9, 100]);
});

test('a single slow sample in few is the 99th percentile', () => {
  expect(percentile([1, 1, 1, 50], 0.99)).toBe(50);
});

test('of an even number the lower middle one is the median', () => {
  expect(median([1, 2, 3, 4])).toBe(2);
});

test('nothing has no percentile', () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});
