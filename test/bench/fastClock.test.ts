import { expect, test } from 'vitest';
import { fastClock } from './fastClock.ts';

test('it stands until it is started, runs faster, and stands again when it is stopped', () => {
  let now = 500;
  const { clock, start, stop } = fastClock(5, 10_000, () => now);
  now += 1000;
  expect(clock()).toBe(10_000);
  start();
  now += 1000;
  expect(clock()).toBe(15_000);
  stop();
  now += 1000;
  expect(clock()).toBe(15_000);
  start();
  now += 100;
  expect(clock()).toBe(15_500);
});

test('starting it twice changes nothing', () => {
  let now = 0;
  const { clock, start } = fastClock(2, 0, () => now);
  start();
  now += 100;
  start();
  now += 100;
  expect(clock()).toBe(400);
});
