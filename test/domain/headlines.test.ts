import { describe, expect, test } from 'vitest';
import { headline, isDated, yearPrompt } from '../../src/domain/headlines.ts';
import { EVENT_KINDS, type EventKind } from '../../src/domain/library.ts';
import { anEvent } from '../support/anArticle.ts';

/** For every kind: a name, its headline, and how its year is asked for. */
const NAMES: { readonly [K in EventKind]: readonly [title: string, headline: string, year: string] } = {
  signed: ['Treaty of Versailles', 'Treaty of Versailles is signed', 'was it signed'],
  adopted: [
    'Universal Declaration of Human Rights',
    'Universal Declaration of Human Rights is adopted',
    'was it adopted',
  ],
  ratified: ['Maastricht Treaty in Denmark', 'Maastricht Treaty in Denmark', 'was the ratification'],
  'in-force': ['Kyoto Protocol', 'Kyoto Protocol enters into force', 'did it enter into force'],
  held: ['Summit of Reykjavik', 'Summit of Reykjavik', 'did it take place'],
  opened: ['First Assembly of the League', 'First Assembly of the League opens', 'did it open'],
  concluded: ['Geneva agreements on Indochina', 'Geneva agreements on Indochina are concluded', 'were they concluded'],
  founded: ['The African Union', 'The African Union is founded', 'was it founded'],
  joined: ['Swiss accession to the United Nations', 'Swiss accession to the United Nations', 'was the accession'],
  left: ['Algeria’s way out of France', 'Algeria’s way out of France', 'was the departure'],
  recognised: ['Recognition of Mexico by Spain', 'Recognition of Mexico by Spain', 'was the recognition'],
  'relations-established': ['Joint Communiqué', 'Joint Communiqué', 'were relations established'],
  'relations-broken': [
    'Break between Cuba and the United States',
    'Break between Cuba and the United States',
    'were relations broken off',
  ],
  independence: ['Act of Independence', 'Act of Independence', 'did independence come'],
  announced: ['Atlantic Charter', 'Atlantic Charter is announced', 'was it announced'],
  decided: ['Corfu Channel case', 'Corfu Channel case is decided', 'was it decided'],
  began: ['Berlin blockade', 'Berlin blockade begins', 'did it begin'],
  ended: ['Berlin blockade', 'Berlin blockade ends', 'did it end'],
  visited: ['Visit of Sadat to Jerusalem', 'Visit of Sadat to Jerusalem', 'did it take place'],
  died: ['Death of Dag Hammarskjöld', 'Death of Dag Hammarskjöld', 'was the death'],
};

describe.each(EVENT_KINDS)('what is %s', (kind) => {
  const [title, clause, year] = NAMES[kind];

  test('reads as a headline', () => {
    expect(headline(anEvent({ kind, title }))).toBe(clause);
  });

  test('is asked for its year', () => {
    expect(yearPrompt(anEvent({ kind, title }))).toBe(`${title}: in which year ${year}?`);
  });

  test('stays as it is where the title says it all', () => {
    const event = anEvent({ kind, title: 'Sudan becomes independent' });
    expect([headline(event), yearPrompt(event)]).toEqual([
      'Sudan becomes independent',
      'Sudan becomes independent: in which year was that?',
    ]);
  });
});

test.each([
  ['Paris Peace Accords on Vietnam', 'are signed'],
  ['Panama Canal Treaties', 'are signed'],
  ['ABM Treaty and interim SALT agreement', 'are signed'],
  ['Treaty of Peace and Friendship between Japan and China', 'is signed'],
  ['Convention on the Law of Treaties', 'is signed'],
  ['Treaty of Commerce, Navigation and Delimitation', 'is signed'],
  ['Agreement of the Congress', 'is signed'],
  ['Vienna Congress', 'is signed'],
])('%s %s', (title, clause) => {
  expect(headline(anEvent({ kind: 'signed', title }))).toBe(`${title} ${clause}`);
});

test.each([
  ['The Treaty of 1956', true],
  ['The 1990s', true],
  ['The Spring of 2026', true],
  ['The October Revolution', true],
  ['Security Council resolution 242', false],
  ['General Assembly resolution 2758', false],
  ['Resolution 19567', false],
  ['The E3+3', false],
  ['What may come', false],
])('“%s” tells when it was: %s', (title, dated) => {
  expect(isDated(title)).toBe(dated);
});
