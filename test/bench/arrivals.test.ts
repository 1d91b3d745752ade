import { expect, test } from 'vitest';
import { arrivals } from './arrivals.ts';

const KINDS = ['command', 'press', 'autocomplete'];
const RUN = { perSecond: 100, seconds: 10, seed: 'bench' };

test('the rate is met, within the time, in order', () => {
  const times = arrivals(KINDS, RUN).map(({ at }) => at);
  expect(times).toHaveLength(1000);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBeGreaterThanOrEqual(0);
  expect(times.at(-1)).toBeLessThan(10_000);
});

test('every kind comes as often as the others', () => {
  const all = arrivals(KINDS, { ...RUN, perSecond: 90 });
  expect(KINDS.map((kind) => all.filter(({ what }) => what === kind).length)).toEqual([300, 300, 300]);
});

test('some arrive together, as people do, and not on a beat', () => {
  const times = arrivals(KINDS, RUN).map(({ at }) => at);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  // Of a Poisson process 1 - 1/e of the gaps are shorter than the mean, and e^-3 longer than three of it.
  expect(gaps.filter((gap) => gap < 10).length / gaps.length).toBeCloseTo(0.63, 1);
  expect(gaps.filter((gap) => gap > 30).length / gaps.length).toBeCloseTo(0.05, 1);
});

test('the same seed gives the same arrivals, another seed others', () => {
  expect(arrivals(KINDS, RUN)).toEqual(arrivals(KINDS, RUN));
  expect(arrivals(KINDS, { ...RUN, seed: 'other' })).not.toEqual(arrivals(KINDS, RUN));
});
