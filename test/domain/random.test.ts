import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newSeed, seeded, shuffle } from '../../src/domain/random.ts';

const SEEDS = 6000;

/**
 * How far counts are from being equal: their chi-square over its degrees of
 * freedom. About 1 when chance alone parts them; over 3 never for the tables here.
 */
function unevenness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) / (counts.length - 1);
}

describe('a shuffle', () => {
  test('is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, things) => {
        expect(shuffle(things, seeded(seed))).toEqual(shuffle(things, seeded(seed)));
      }),
    );
  });

  test('is another for another seed', () => {
    const orders = new Set(Array.from({ length: 100 }, (_, n) => shuffle([1, 2, 3, 4, 5], seeded(`${n}`)).join('')));
    expect(orders.size).toBeGreaterThan(50);
  });

  test('keeps every thing once and leaves the list as it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, things) => {
        const before = [...things];
        expect(shuffle(things, seeded(seed)).toSorted()).toEqual(before.toSorted());
        expect(things).toEqual(before);
      }),
    );
  });

  test('brings every thing to every place equally often', () => {
    const counts = Array.from({ length: 25 }, () => 0);
    for (let seed = 0; seed < SEEDS; seed++) {
      shuffle([0, 1, 2, 3, 4], seeded(`seed ${seed}`)).forEach((thing, place) => {
        counts[thing * 5 + place] = (counts[thing * 5 + place] ?? 0) + 1;
      });
    }
    expect(unevenness(counts)).toBeLessThan(3);
  });

  test('brings every order equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < SEEDS; seed++) {
      const order = shuffle(['a', 'b', 'c', 'd'], seeded(`seed ${seed}`)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(unevenness([...counts.values()])).toBeLessThan(3);
  });
});

test('a seeded number lies below what was asked, and takes each value', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (seed, below) => {
      const random = seeded(seed);
      const numbers = Array.from({ length: 50 }, () => random(below));
      expect(numbers.every((number) => Number.isInteger(number) && number >= 0 && number < below)).toBe(true);
    }),
  );
  const random = seeded('each');
  expect(new Set(Array.from({ length: 100 }, () => random(6))).size).toBe(6);
});

test('seeds that differ in one letter are not alike', () => {
  const firsts = Array.from({ length: SEEDS }, (_, n) => seeded(`abc${n}`)(4));
  const counts = [0, 1, 2, 3].map((value) => firsts.filter((first) => first === value).length);
  expect(unevenness(counts)).toBeLessThan(4);
});

test('a new seed is seven letters and digits, each of all equally likely', () => {
  const random = seeded('seeds');
  const seeds = Array.from({ length: SEEDS }, () => newSeed(random));
  expect(seeds.filter((seed) => !/^[0-9a-z]{7}$/.test(seed))).toEqual([]);
  const counts = new Map<string, number>();
  for (const letter of seeds.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(36);
  expect(unevenness([...counts.values()])).toBeLessThan(3);
});
