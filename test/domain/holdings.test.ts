import { describe, expect, test } from 'vitest';
import { checkDataset } from '../../src/adapters/dataset/check.ts';
import { holdingsOf, LONG_QUIZ } from '../../src/domain/holdings.ts';
import { buildLibrary, type Country } from '../../src/domain/library.ts';
import { aChoice, aFact, aLibrary, anArticle, anEvent, aTrueFalse, TODAY } from '../support/anArticle.ts';

const countries: readonly Country[] = [
  { name: 'Japan', region: 'Asia' },
  { name: 'Soviet Union', region: 'Europe' },
  { name: 'Chile', region: 'Latin America and the Caribbean' },
];
const library = aLibrary({
  articles: [
    anArticle({
      places: ['Japan', 'Moscow'],
      facts: [...anArticle().facts, aFact({ id: 'premier', date: '2031', validUntil: '2027' })],
    }),
  ],
  events: [
    anEvent({ id: '1956-10-19-a', date: '1956-10-19', parties: ['Japan', 'Soviet Union'] }),
    anEvent({ id: '1960-10-19-b', date: '1960-10-19', parties: ['Soviet Union', 'Some others'] }),
    anEvent({ id: '1904-02-29-c', date: '1904-02-29', parties: ['JAPAN'] }),
  ],
});
const holdings = holdingsOf(library, countries, TODAY);

test('countries are counted where they are named, those never named left out', () => {
  expect(holdings.countries.map(({ country, articles, events }) => [country.name, articles, events])).toEqual([
    ['Japan', 1, 2],
    ['Soviet Union', 0, 2],
  ]);
});

test('events count for each region of their parties, and for the world beyond Europe once', () => {
  expect(holdings.eventsByRegion).toEqual([
    { region: 'Asia', events: 2 },
    { region: 'Europe', events: 2 },
    { region: 'Latin America and the Caribbean', events: 0 },
  ]);
  expect(holdings.eventsBeyondEurope).toBe(2);
});

test('every day of a leap year is there', () => {
  expect(holdings.days.length).toBe(366);
  expect(holdings.days.filter(({ events }) => events)).toEqual([
    { day: '02-29', events: 1 },
    { day: '10-19', events: 2 },
  ]);
});

test('decades run from the earliest, with facts and events', () => {
  const decades = holdings.decades.map(({ decade, events }) => [decade, events]);
  expect(decades[0]).toEqual([1900, 1]);
  expect(decades).toContainEqual([1960, 1]);
  expect(decades.at(-1)).toEqual([2030, 0]);
});

test('facts that lapse are named with their day', () => {
  expect(holdings.lapsing.map(({ on, fact }) => [on, fact.id])).toEqual([['2027', 'premier']]);
});

test('pages are counted by their site', () => {
  expect(holdings.domains.map(({ domain }) => domain)).toContain('gazette.example');
});

test('fairness shows where a right option can be guessed', () => {
  const questions = [
    aChoice({ id: 'long', answer: 'by telephone', distractors: ['a', 'b'] }),
    aChoice({ id: 'short', answer: 'by', distractors: ['letter', 'envoy'] }),
    aChoice({ id: 'mid', answer: 'call', distractors: ['a', 'letter'] }),
    aTrueFalse({ id: 'no', answer: false, difficulty: 3 }),
  ];
  const { fairness } = holdingsOf(aLibrary({ articles: [anArticle({ questions })] }), countries, TODAY);
  expect(fairness.lengths).toEqual({ longest: 1, shortest: 1, between: 1 });
  expect(fairness.positions.reduce((sum, times) => sum + times, 0)).toBe(3);
  expect(fairness.truths).toEqual({ true: 0, false: 1 });
  expect(fairness.difficulties).toEqual({ 1: 3, 2: 0, 3: 1 });
});

describe('the library of this repository', async () => {
  const { parts, countries: known } = await checkDataset('data', TODAY);
  const real = holdingsOf(buildLibrary(parts), known, TODAY);

  test('has at least two events on every day of the year, half of them of the world beyond Europe', () => {
    expect(real.days.filter(({ events }) => events < 2)).toEqual([]);
    expect(real.events).toBeGreaterThanOrEqual(800);
    expect(real.eventsBeyondEurope * 2).toBeGreaterThanOrEqual(real.events);
  });

  test('has a long quiz without a repeat for every topic', () => {
    expect(real.topics.filter(({ quiz }) => quiz < LONG_QUIZ)).toEqual([]);
  });

  test('has articles that were all read again, and terms enough for a course', () => {
    expect(real.articles).toBeGreaterThanOrEqual(60);
    expect(real.byArticle.filter(({ article }) => !article.verifiedOn)).toEqual([]);
    expect(real.terms).toBeGreaterThanOrEqual(120);
  });
});
