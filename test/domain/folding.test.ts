import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/domain/folding.ts';

test.each([
  ['Shinzō ABE', 'shinzo abe'],
  ['  Hoàng   Sa ', 'hoang sa'],
  ['U.S. bases', 'us bases'],
  ['Côte d’Ivoire & Łódź', 'cote divoire and lodz'],
  ["the People's Republic", 'the peoples republic'],
  ['Japan–Russia (2018)', 'japan russia 2018'],
  ['1,000 men', '1000 men'],
  ['3.5', '3 5'],
  ['Straße, Øresund', 'strasse oresund'],
  ['Курильские острова', 'курильские острова'],
  ['북방 영토', '북방 영토'],
  ['…', ''],
])('“%s” folds to “%s”', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding twice is folding once', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
});
