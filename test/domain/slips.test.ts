import { expect, test } from 'vitest';
import { slips } from '../../src/domain/slips.ts';

test.each([
  ['putin', 'putin', 0],
  ['ptuin', 'putin', 1],
  ['putni', 'putin', 1],
  ['puten', 'putin', 1],
  ['putinn', 'putin', 1],
  ['utpin', 'putin', 2],
  ['north', 'south', 2],
  ['', 'putin', 5],
])('from “%s” to “%s” it is %i', (typed, meant, count) => {
  expect(slips(typed, meant)).toBe(count);
});
