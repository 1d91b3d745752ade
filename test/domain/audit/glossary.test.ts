import { describe, expect, test } from 'vitest';
import { auditorIn } from '../../../src/domain/audit/audit.ts';
import type { Term } from '../../../src/domain/glossary.ts';
import { anArticle, anEvent, aTerm, surroundings } from '../../support/anArticle.ts';

const library = { articles: [anArticle()], events: [anEvent()] };

function found(...terms: readonly Term[]) {
  return auditorIn(surroundings())
    .glossary(terms, library)
    .map(({ path, wrong }) => [path.join('.'), wrong]);
}

const other = aTerm({
  id: 'envoy',
  name: 'envoy',
  forms: ['envoys'],
  definition: 'Somebody sent by a government to speak for it.',
  example: { text: 'The envoys signed.', event: anEvent().id },
});

test('sound terms have no findings', () => {
  expect(found(aTerm(), other)).toEqual([]);
});

describe('what is wrong is found:', () => {
  test.each<[string, Term, [string, string]]>([
    ['an id twice', { ...other, id: 'demarche' }, ['terms.1.id', 'Another term has the id “demarche” already.']],
    [
      'a form of another term',
      { ...other, forms: ['envoys', 'Demarches'] },
      ['terms.1.forms.1', '“Demarches” stands for the term “demarche” already.'],
    ],
    [
      'a form twice',
      { ...other, forms: ['envoys', 'Envoy'] },
      ['terms.1.forms.1', '“Envoy” stands for this term already.'],
    ],
    [
      'a name out of order',
      { ...other, name: 'aide', forms: ['envoys'] },
      ['terms.1.name', '“aide” stands after “démarche”.'],
    ],
    [
      'a definition with the name in it',
      { ...other, definition: 'An envoy is sent by a government.' },
      ['terms.1.definition', 'The definition uses the name it defines, “envoy”.'],
    ],
    [
      'an example without the term',
      { ...other, example: { text: 'Somebody signed.', event: anEvent().id } },
      ['terms.1.example.text', 'The example does not use “envoy”.'],
    ],
    [
      'an event that there is not',
      { ...other, example: { text: 'The envoys signed.', event: '1900-01-01-x' } },
      ['terms.1.example.event', 'There is no event “1900-01-01-x”.'],
    ],
    [
      'an article that there is not',
      { ...other, example: { text: 'The envoys signed.', article: 'x', facts: ['call'] } },
      ['terms.1.example.article', 'There is no article “x”.'],
    ],
    [
      'a fact that the article has not',
      { ...other, example: { text: 'The envoys signed.', article: 'leaders-call-2020', facts: ['coll'] } },
      ['terms.1.example.facts.0', 'There is no fact “coll”.'],
    ],
    ['a related term that there is not', { ...other, related: ['x'] }, ['terms.1.related.0', 'There is no term “x”.']],
    [
      'a page read in the future',
      { ...other, source: { ...other.source, checked: '2027-01-01' } },
      ['terms.1.source.checked', '2027-01-01 has not come yet: today is 2026-11-25.'],
    ],
    [
      'a one-sided name',
      { ...other, example: { text: 'The envoys spoke of the Southern Kurils.', event: anEvent().id } },
      ['terms.1.example.text', '“southern kurils” is the name that one side gives a disputed place.'],
    ],
    [
      'a loaded word',
      { ...other, definition: 'Somebody sent by a regime.' },
      ['terms.1.definition', "“regime” judges a party in the library's own voice."],
    ],
  ])('%s', (_, term, finding) => {
    expect(found(aTerm(), term)).toEqual([finding]);
  });
});
