import { expect, test } from 'vitest';
import { COUNTRIES } from '../../src/domain/countries.ts';

test('holds the names of countries, folded', () => {
  const names = ['iceland', 'ireland', 'north korea', 'south korea', 'cote divoire', 'timor leste'];
  expect(names.filter((name) => !COUNTRIES.has(name))).toEqual([]);
});

test('holds no codes', () => {
  expect([...COUNTRIES].filter((name) => name.length < 4)).toEqual([]);
});
