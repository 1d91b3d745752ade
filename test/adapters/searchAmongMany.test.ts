import { describe, expect, test } from 'vitest';
import { searchOver } from '../../src/adapters/search.ts';

const TEXTS = { boosts: { headline: 5, facts: 1 }, body: 'facts' };
const thing = (id: string, headline: string, facts = '') => ({ id, fields: { headline, facts } });

describe('among few', () => {
  const search = searchOver(
    [
      thing('treaty', 'The treaty of Łódź', 'Envoys signed it in Moscow.'),
      thing('summit', 'A summit in Singapore', 'They spoke of the treaty.'),
      thing('union', 'The union of two states', 'It was founded in Moscow.'),
    ],
    TEXTS,
  );

  test.each([
    ['a word of the headline before one of the facts', 'treaty', ['treaty', 'summit']],
    ['every word of the query', 'moscow union', ['union']],
    ['any word, where nothing has them all', 'singapore union', ['summit', 'union']],
    ['half a word', 'sing', ['summit']],
    ['a first letter, in headlines', 's', ['summit', 'union']],
    ['a first letter after whole words', 'union s', ['union']],
    ['two letters that only the facts have', 'mo', ['treaty', 'union']],
  ])('finds %s', (_, query, ids) => {
    expect(search(query, 25)).toEqual(ids);
  });
});

describe('among many', () => {
  const many = Array.from({ length: 500 }, (_, at) =>
    thing(`id-${at}`, at % 2 ? `The treaty number ${at}` : `The summit number ${at}`, `A treaty and a word${at}`),
  );
  const search = searchOver(many, TEXTS);

  test('words that all share tell nothing apart, but still find', () => {
    expect(search('the', 3)).toEqual(['id-0', 'id-1', 'id-2']);
    expect(search('treaty', 3)).toEqual(['id-1', 'id-3', 'id-5']);
    expect(search('the treaty', 3)).toEqual(['id-1', 'id-3', 'id-5']);
  });

  test('a telling word decides, whatever stands beside it', () => {
    expect(search('the treaty word77', 3)[0]).toBe('id-77');
    expect(search('summit number 42', 1)).toEqual(['id-42']);
  });
});
