import { expect, test } from 'vitest';
import { keptOnce, mostWithin } from './counts.ts';

test('what is there once is neither lost nor doubled', () => {
  expect(keptOnce(['a', 'b'], ['b', 'a'])).toEqual({ once: 2, lost: 0, doubled: 0 });
});

test('what is missing is lost, what is there again or was never given is too much', () => {
  expect(keptOnce(['a', 'b'], ['a', 'a', 'c'])).toEqual({ once: 1, lost: 1, doubled: 2 });
});

test('what was given twice may be there twice', () => {
  expect(keptOnce(['a', 'a'], ['a', 'a'])).toEqual({ once: 2, lost: 0, doubled: 0 });
});

test('the densest stretch counts, in whatever order the events are told', () => {
  expect(mostWithin([5000, 0, 900, 1000, 1800], 1000)).toBe(3);
});

test('two events just so far apart are not within it', () => {
  expect(mostWithin([0, 1000, 2000], 1000)).toBe(1);
  expect(mostWithin([], 1000)).toBe(0);
});
