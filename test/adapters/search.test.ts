import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { searchesOf, searchOver } from '../../src/adapters/search.ts';
import { isTimeZone } from '../../src/domain/time.ts';
import { TODAY } from '../support/anArticle.ts';

const library = await loadLibrary('data', TODAY);
const { articles, topics, zones } = searchesOf(library);

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.constantFrom('', ' ', '*', '.*', '"', '()', 'a'.repeat(6000), 'a '.repeat(3000), '__proto__', 'constructor'),
);

describe('articles', () => {
  test.each([
    ['its own words', 'suga putin', 'suga-putin-call-2020'],
    ['words the other way round', 'putin suga', 'suga-putin-call-2020'],
    ['a half-typed word', 'suga put', 'suga-putin-call-2020'],
    ['capitals', 'SUGA PUTIN', 'suga-putin-call-2020'],
    ['accents', 'Süga Pútin', 'suga-putin-call-2020'],
    ['typos', 'suga puttin', 'suga-putin-call-2020'],
    ['a year', '1956', 'joint-declaration-1956'],
    ['a long word with a typo', 'constitusion', 'russia-constitution-vote-2020'],
    ['a word of its facts', 'kurils', 'northern-territories-dispute'],
    ['a place', 'portsmouth', 'treaty-of-portsmouth-1905'],
    ['its id', 'abe-putin-singapore-2018', 'abe-putin-singapore-2018'],
  ])('are found by %s', (_, query, id) => {
    expect(articles(query, 3)).toContain(id);
  });

  test.each([
    ['suga putin', 'suga-putin-call-2020'],
    ['abe putin singapore', 'abe-putin-singapore-2018'],
    ['1956', 'joint-declaration-1956'],
    ['constitusion', 'russia-constitution-vote-2020'],
    ['san francisco', 'treaty-of-san-francisco-1951'],
    ['portsmuth', 'treaty-of-portsmouth-1905'],
    ['northern territories', 'northern-territories-dispute'],
  ])('“%s” has its own article first', (query, id) => {
    expect(articles(query, 25)[0]).toBe(id);
  });

  test('are each found first by their own headline', () => {
    const missed = library.articles.filter(({ id, headline }) => articles(headline, 1)[0] !== id);
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  test('with some of the words come when none has them all', () => {
    expect(articles('suga zanzibar', 1)).toEqual(['suga-putin-call-2020']);
  });

  test('are at most as many as asked for', () => {
    expect(articles('japan', 3).length).toBe(3);
  });

  test.each(['', '   ', '?!', 'qqqqqqq'])('none for “%s”', (query) => {
    expect(articles(query, 25)).toEqual([]);
  });
});

describe('topics', () => {
  test.each([
    ['middle east', 'middle-east'],
    ['midle eats', 'middle-east'],
    ['clim', 'climate'],
    ['ASEAN', 'southeast-asia'],
    ['human right', 'human-rights'],
  ])('“%s” has %s first', (query, id) => {
    expect(topics(query, 25)[0]).toBe(id);
  });
});

describe('time zones', () => {
  test.each([
    ['Berlin', 'Europe/Berlin'],
    ['Berln', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['America/New_York', 'America/New_York'],
    ['new yrok', 'America/New_York'],
    ['los ang', 'America/Los_Angeles'],
    ['tokio', 'Asia/Tokyo'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['UTC', 'UTC'],
    ['GMT', 'UTC'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Calcutta', 'Asia/Kolkata'],
    ['Delhi', 'Asia/Kolkata'],
    ['Mumbai', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['Saigon', 'Asia/Ho_Chi_Minh'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
    ['Hanoi', 'Asia/Ho_Chi_Minh'],
    ['Kathmandu', 'Asia/Kathmandu'],
    ['Beijing', 'Asia/Shanghai'],
    ['Geneva', 'Europe/Zurich'],
    ['The Hague', 'Europe/Amsterdam'],
    ['Washington', 'America/New_York'],
    ['EST', 'America/New_York'],
    ['PST', 'America/Los_Angeles'],
    ['CET', 'Europe/Berlin'],
    ['JST', 'Asia/Tokyo'],
    ['MSK', 'Europe/Moscow'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['Greenland Nuuk', 'America/Nuuk'],
  ])('“%s” has %s first', (query, zone) => {
    expect(zones(query, 25)[0]).toBe(zone);
  });

  test('of an abbreviation that several have are all offered', () => {
    expect(zones('IST', 5).toSorted()).toEqual(
      expect.arrayContaining(['Asia/Jerusalem', 'Asia/Kolkata', 'Europe/Dublin']),
    );
  });

  test('are all ones that clocks can be set by, each once', () => {
    const all = 'abcdefghijklmnopqrstuvwxyz'.split('').flatMap((letter) => zones(letter, 500));
    expect([...new Set(all)].filter((zone) => !isTimeZone(zone))).toEqual([]);
  });

  test('are each found first by their own name', () => {
    const named = Intl.supportedValuesOf('timeZone').map((zone) => zones(zone, 1)[0]);
    expect(new Set(named).size).toBe(named.length);
  });
});

test('no query is too odd', () => {
  fc.assert(
    fc.property(odd, fc.integer({ min: 1, max: 25 }), (query, limit) => {
      for (const search of [articles, topics, zones]) {
        const found = search(query, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found).size).toBe(found.length);
      }
    }),
    { numRuns: 60 },
  );
});

test('of a query as long as Discord allows only the beginning counts', () => {
  expect(articles(`${'qqqq '.repeat(100)}portsmouth`, 25)).toEqual([]);
  expect(articles(`portsmouth ${'qqqq '.repeat(100)}`, 1)).toEqual(['treaty-of-portsmouth-1905']);
});

test('a hit in a field that counts more comes first', () => {
  const search = searchOver(
    [
      { id: 'in-text', fields: { title: 'peace', text: 'envoys' } },
      { id: 'in-title', fields: { title: 'envoys', text: 'peace' } },
    ],
    { boosts: { title: 5, text: 1 } },
  );
  expect(search('envoys', 2)).toEqual(['in-title', 'in-text']);
});
