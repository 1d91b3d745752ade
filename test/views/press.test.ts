import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { DIFFICULTIES, SUMMARY_LENGTHS } from '../../src/domain/library.ts';
import { questionRef } from '../../src/domain/quiz.ts';
import { GAME_ACTS, PRESS_KINDS, type Press, readPress, writePress } from '../../src/views/press.ts';
import { TODAY } from '../support/anArticle.ts';

const library = await loadLibrary('data', TODAY);
/** As long as the schema allows. */
const LONGEST = 'a'.repeat(40);

type Kind = Press['kind'];
type Of<K extends Kind> = fc.Arbitrary<Omit<Extract<Press, { kind: K }>, 'kind'>>;

const article = fc.constantFrom(LONGEST, ...library.articles.map(({ id }) => id));
const topic = fc.constantFrom(undefined, LONGEST, ...library.topics.map(({ id }) => id));
const question = fc.constantFrom(...library.questions.map(questionRef));
const page = fc.integer({ min: 0, max: 999_999 });
const seed = fc.stringMatching(/^[0-9a-z]{7}$/);
const day = fc.integer({ min: 0, max: 60_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const about = fc.oneof(
  article.map((id) => ({ article: id, topic: undefined })),
  topic.map((id) => ({ article: undefined, topic: id })),
);
const scope = fc
  .tuple(about, fc.constantFrom(undefined, ...DIFFICULTIES))
  .map(([one, difficulty]) => ({ ...one, difficulty }));
const place = fc.record({ scope, seed, number: page });
const sofar = fc.subarray([0, 1, 2, 3, 4], { minLength: 0 });
const query = fc.oneof(
  fc.constant(undefined),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }),
  fc.constantFrom('a:b', 'issue #5', '::', '#1', 'x'.repeat(40), `${'a'.repeat(38)}#1`),
);
const shown = fc.integer({ min: 0, max: 4 });
const again = fc.boolean();
const game = fc.stringMatching(/^[0-9a-z]{8}$/);
const ofGame = fc.record({ game, number: page });

const PRESSES: { readonly [K in Kind]: Of<K> } = {
  summary: fc.record({ article, length: fc.constantFrom(...SUMMARY_LENGTHS), page }),
  facts: fc.record({ article, page }),
  timeline: fc.record({ article, page }),
  open: fc.constant({}),
  explain: fc.constant({}),
  term: fc.record({ term: article }),
  glossary: fc.record({ page }),
  articles: fc.record({ topic, query, page }),
  ask: fc.record({ place }),
  pick: fc.record({ question, place, shown }),
  type: fc.record({ question, place, again }),
  typed: fc.record({ question, place, again }),
  arrange: fc.record({ question, place, sofar }),
  day: fc.record({ day, topic, page }),
  schedules: fc.record({ page }),
  why: fc.record({ schedule: seed, page }),
  help: fc.record({ page }),
  post: fc.record({ schedule: seed, day }),
  game: fc.record({ game, act: fc.constantFrom(...GAME_ACTS) }),
  'game-team': ofGame,
  'game-go-on': ofGame,
  'game-type': ofGame,
  'game-typed': ofGame,
  'game-protest': ofGame,
  'game-pick': fc.record({ game, number: page, shown }),
  'game-arrange': fc.record({ game, number: page, sofar }),
  'game-rule': fc.record({ game, number: page, accept: fc.boolean() }),
};

const press = (kind: Kind) => (PRESSES[kind] as fc.Arbitrary<object>).map((rest) => ({ kind, ...rest }) as Press);
const anyPress = fc.oneof(...PRESS_KINDS.map(press));
const copies = fc.integer({ min: 0, max: 9 });

describe.each(PRESS_KINDS)('%s', (kind) => {
  test('is read back as it was written, whichever copy it is', () => {
    fc.assert(
      fc.property(press(kind), copies, (one, copy) => {
        expect(readPress(writePress(one, copy))).toEqual(one);
      }),
    );
  });

  test('takes at most 100 characters', () => {
    fc.assert(
      fc.property(press(kind), copies, (one, copy) => {
        expect(writePress(one, copy).length).toBeLessThanOrEqual(100);
      }),
    );
  });
});

test('copies of one press differ', () => {
  fc.assert(
    fc.property(anyPress, fc.uniqueArray(copies, { minLength: 2 }), (one, several) => {
      expect(new Set(several.map((copy) => writePress(one, copy))).size).toBe(several.length);
    }),
  );
});

test.each([
  ['nothing', ''],
  ['a kind that there is not', 'poem:a:0'],
  ['a name that objects have', 'constructor:a:0'],
  ['another', '__proto__'],
  ['a kind alone', 'facts'],
  ['no page', 'facts:suga-putin-call-2020'],
  ['a page that is no number', 'facts:suga-putin-call-2020:x'],
  ['a page before the first', 'facts:suga-putin-call-2020:-1'],
  ['no article', 'facts::0'],
  ['an unknown length', 'summary:suga-putin-call-2020:long:0'],
  ['no place', 'pick:abc:0'],
  ['half a place', 'pick:abc:0:seed:1'],
  ['no question', 'pick::0:seed:1::'],
  ['places that are no digits', 'arrange:abc:0x:seed:1::'],
  ['a month for a day', 'day:2020-09:0:'],
  ['a day that there is not', 'day:2021-02-29:0:'],
  ['a post without a day', 'post:abc1234'],
  ['an old version’s id', 'x|summary|1'],
])('%s is not read', (_, text) => {
  expect(readPress(text)).toBeUndefined();
});

test('no text whatever is too odd to be read', () => {
  const garbled = fc
    .tuple(anyPress, fc.nat(100), fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([one, at, noise]) => writePress(one).slice(0, at) + noise + writePress(one).slice(at + noise.length));
  fc.assert(
    fc.property(fc.oneof(garbled, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      const read = readPress(text);
      expect(read === undefined || PRESS_KINDS.includes(read.kind)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
