import { expect, test } from 'vitest';
import { countryNames } from '../../src/domain/countries.ts';

test('holds the names of countries, folded', () => {
  const names = ['iceland', 'ireland', 'north korea', 'south korea', 'cote divoire', 'timor leste'];
  expect(names.filter((name) => !countryNames().has(name))).toEqual([]);
});

test('holds no codes', () => {
  expect([...countryNames()].filter((name) => name.length < 4)).toEqual([]);
});
