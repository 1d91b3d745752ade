import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../../src/adapters/dataset/load.ts';
import type { GameQuestion } from '../../../src/domain/game/game.ts';
import { choose, remember } from '../../../src/domain/game/selection.ts';
import { type Article, buildLibrary, type Question } from '../../../src/domain/library.ts';
import { questionRef, questionsIn, type Scope } from '../../../src/domain/quiz.ts';
import { aChoice, aFact, aLibrary, anArticle, anEvent, aTrueFalse, aYear, TODAY } from '../../support/anArticle.ts';

const real = await loadLibrary(join(import.meta.dirname, '../../../data'), '2040-01-01');
const refs = (asked: readonly GameQuestion[]) => asked.map(({ ref }) => ref);
const isDerived = ({ events, question }: GameQuestion) => events !== undefined || question.id.startsWith('steps-');

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({}),
  fc.constantFrom(...real.topics).map(({ id }) => ({ topic: id })),
  fc.constantFrom(...real.articles).map(({ id }) => ({ article: id })),
  fc.constantFrom(1 as const, 2 as const, 3 as const).map((difficulty) => ({ difficulty })),
  fc.record({
    topic: fc.constantFrom(...real.topics).map(({ id }) => id),
    difficulty: fc.constantFrom(1 as const, 2 as const, 3 as const),
  }),
);
const count = fc.integer({ min: 1, max: 50 });
const ownRefs = real.questions.map(questionRef);
const seen = fc.shuffledSubarray(ownRefs);
const wish = fc.record({ scope, count, seed: fc.string(), seen });
const runs = { numRuns: 60 };

describe('whatever is chosen from the library', () => {
  test('is asked once, and is not more than wanted', () => {
    fc.assert(
      fc.property(wish, (chosen) => {
        const asked = refs(choose(real, chosen, TODAY));
        expect([new Set(asked).size, asked.length <= chosen.count]).toEqual([asked.length, true]);
      }),
      runs,
    );
  });

  test('is of the scope', () => {
    fc.assert(
      fc.property(wish, (chosen) => {
        const own = new Set(questionsIn(real, chosen.scope, TODAY).map(questionRef));
        const { topic, article, difficulty } = chosen.scope;
        const strange = choose(real, chosen, TODAY).filter((one) =>
          isDerived(one)
            ? (topic && !one.topics.includes(topic)) ||
              (difficulty && one.question.difficulty !== difficulty) ||
              (article && one.article !== article && !real.event(one.events?.[0] ?? '')?.articles.includes(article))
            : !own.has(one.ref),
        );
        expect(strange).toEqual([]);
      }),
      runs,
    );
  });

  test('is the same for the same seed, whoever asks', () => {
    fc.assert(
      fc.property(scope, count, fc.string(), (of, many, seed) => {
        const once = choose(real, { scope: of, count: many, seed }, TODAY);
        expect(choose(real, { scope: of, count: many, seed, seen: [] }, TODAY)).toEqual(once);
      }),
      runs,
    );
  });

  test('is derived in a third at most, unless there is nothing else unseen', () => {
    fc.assert(
      fc.property(wish, (chosen) => {
        const asked = choose(real, chosen, TODAY);
        const left = questionsIn(real, chosen.scope, TODAY)
          .map(questionRef)
          .filter((ref) => !chosen.seen.includes(ref) && !refs(asked).includes(ref));
        if (left.length) expect(asked.filter(isDerived).length).toBeLessThanOrEqual(chosen.count / 3);
      }),
      runs,
    );
  });

  test('was seen before only when all else is used up', () => {
    fc.assert(
      fc.property(wish, (chosen) => {
        const asked = refs(choose(real, chosen, TODAY));
        const own = questionsIn(real, chosen.scope, TODAY).map(questionRef);
        const unseen = own.filter((ref) => !chosen.seen.includes(ref));
        if (asked.some((ref) => chosen.seen.includes(ref))) expect(asked).toEqual(expect.arrayContaining(unseen));
      }),
      runs,
    );
  });

  test('is then what was seen longest ago', () => {
    fc.assert(
      fc.property(wish, (chosen) => {
        const own = questionsIn(real, chosen.scope, TODAY).map(questionRef);
        const again = refs(choose(real, { ...chosen, derived: false }, TODAY)).filter((ref) =>
          chosen.seen.includes(ref),
        );
        const longestAgo = chosen.seen.filter((ref) => own.includes(ref)).slice(0, again.length);
        expect(again.toSorted()).toEqual(longestAgo.toSorted());
      }),
      runs,
    );
  });

  test('is all there is when more is wanted than there is', () => {
    fc.assert(
      fc.property(wish, (chosen) => {
        const own = questionsIn(real, chosen.scope, TODAY).map(questionRef);
        const asked = refs(choose(real, { ...chosen, derived: false }, TODAY));
        expect(asked.length).toBe(Math.min(chosen.count, own.length));
      }),
      runs,
    );
  });

  test('names no event twice where there are enough', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const events = choose(real, { scope: {}, count: 20, seed }, TODAY).flatMap((one) => one.events ?? []);
        expect(new Set(events).size).toBe(events.length);
      }),
      runs,
    );
  });

  test('asks nothing of an article’s events next to its questions, where there are others', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const asked = choose(real, { scope: {}, count: 9, seed }, TODAY);
        const articles = new Set(asked.filter((one) => !isDerived(one)).map(({ article }) => article));
        const subjects = asked
          .filter(isDerived)
          .flatMap(({ events = [], article }) => real.event(events[0] ?? '')?.articles ?? article ?? []);
        expect(subjects.filter((id) => articles.has(id))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a pool of a few articles', () => {
  const article = (id: string, questions: readonly Question[]): Article => anArticle({ id, questions, timeline: [] });
  const of = (id: string, changes: Parameters<typeof aChoice>[0] = {}) => aChoice({ id, ...changes });
  const three = aLibrary({
    events: [],
    articles: [
      article('one', [of('a'), of('b'), of('c'), of('d'), of('e'), of('f')]),
      article('two', [of('g'), of('h'), aYear({ id: 'i', facts: ['call'] })]),
      article('three', [of('j'), aTrueFalse({ id: 'k' }), aYear({ id: 'l', facts: ['call'] })]),
    ],
  });
  const tally = (names: readonly (string | undefined)[]) =>
    [...new Set(names)].map((name) => names.filter((one) => one === name).length).toSorted();

  test.each([
    [3, [1, 1, 1]],
    [6, [2, 2, 2]],
    [9, [3, 3, 3]],
    [11, [3, 3, 5]],
  ])('gives each its share of %i', (many, shares) => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const asked = choose(three, { scope: {}, count: many, seed }, TODAY);
        expect(tally(asked.map((one) => one.article))).toEqual(shares);
      }),
      runs,
    );
  });

  test('varies the kinds within that', () => {
    const one = aLibrary({ events: [], articles: [anArticle({ timeline: [] })] });
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const asked = choose(one, { scope: {}, count: 5, seed }, TODAY);
        expect(tally(asked.map(({ question }) => question.kind))).toEqual([1, 1, 1, 1, 1]);
      }),
      runs,
    );
  });

  test.each([
    ['article', [article('one', [of('a'), of('b')]), article('two', [of('c'), of('d')])]],
    ['kind', [article('one', [of('a'), of('b'), aTrueFalse({ id: 'c' }), aTrueFalse({ id: 'd' })])]],
  ])('has no %s twice in a row where that can be helped', (what, articles) => {
    const library = aLibrary({ events: [], articles });
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const asked = choose(library, { scope: {}, count: 4, seed }, TODAY);
        const row = asked.map((one) => (what === 'kind' ? one.question.kind : one.article));
        expect([row[0] === row[1], row[1] === row[2], row[2] === row[3]]).toEqual([false, false, false]);
      }),
      runs,
    );
  });

  test('gives other questions for another seed', () => {
    const chosen = ['a', 'b', 'c', 'd'].map((seed) =>
      refs(choose(three, { scope: {}, count: 3, seed }, TODAY))
        .toSorted()
        .join(),
    );
    expect(new Set(chosen).size).toBeGreaterThan(1);
  });

  test('begins with each article as often', () => {
    const firsts = Array.from(
      { length: 900 },
      (_, n) => choose(three, { scope: {}, count: 3, seed: `s${n}` }, TODAY)[0]?.article,
    );
    expect(tally(firsts).filter((times) => Math.abs(times - 300) > 60)).toEqual([]);
  });

  test.each([
    ['2026-11-25', ['stays', 'goes']],
    ['2026-11-26', ['stays']],
  ])('never teaches what has lapsed (%s)', (today, expected) => {
    const lapsing = aLibrary({
      events: [],
      articles: [
        anArticle({
          timeline: [],
          facts: [aFact(), aFact({ id: 'lapses', validUntil: '2026-11-25' })],
          questions: [of('stays'), of('goes', { facts: ['lapses'] })],
        }),
      ],
    });
    const asked = choose(lapsing, { scope: {}, count: 9, seed: 's' }, today).map(({ question }) => question.id);
    expect(asked.toSorted()).toEqual(expected.toSorted());
  });

  test('of none gives none', () => {
    expect(choose(aLibrary({ articles: [], events: [] }), { scope: {}, count: 5, seed: 's' }, TODAY)).toEqual([]);
  });
});

describe('a topic without questions of its own', () => {
  const articles = real.articles.filter(({ topics }) => !topics.includes('africa'));
  const without = buildLibrary({ ...real, articles });

  test('is asked about its events', () => {
    const asked = choose(without, { scope: { topic: 'africa' }, count: 10, seed: 's' }, TODAY);
    expect([asked.length, asked.every(isDerived)]).toEqual([10, true]);
  });

  test('is asked about the same events again before it has too few questions', () => {
    const dates = ['1950-01-01', '1951-01-01', '1952-01-01', '1953-01-01'];
    const events = dates.map((date, at) => anEvent({ id: `e${at}`, date, title: `Treaty of ${'ABCD'[at]}` }));
    const asked = choose(aLibrary({ articles: [], events }), { scope: {}, count: 12, seed: 's' }, TODAY);
    expect([asked.length, new Set(refs(asked)).size]).toEqual([12, 12]);
  });

  test('has none when none are to be derived', () => {
    const asked = choose(without, { scope: { topic: 'africa' }, count: 10, seed: 's', derived: false }, TODAY);
    expect(asked).toEqual([]);
  });
});

describe('what a server remembers', () => {
  test.each([
    ['the latest last', ['a', 'b'], ['c'], 9, ['a', 'b', 'c']],
    ['what is asked again as asked now', ['a', 'b', 'c'], ['b'], 9, ['a', 'c', 'b']],
    ['no more than the pool', ['a', 'b', 'c'], ['d', 'e'], 3, ['c', 'd', 'e']],
    ['nothing of an empty pool', ['a'], ['b'], 0, []],
    ['nothing new', ['a'], [], 5, ['a']],
    ['each once', [], ['a', 'b', 'a'], 5, ['a', 'b']],
  ])('is %s', (_, before, asked, pool, after) => {
    expect(remember(before, asked, pool)).toEqual(after);
  });

  test('game after game, lets nothing come back before nearly all have been asked', () => {
    const pool = ownRefs.length;
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 20 }), fc.string(), (many, seed) => {
        let known: readonly string[] = [];
        const asked: string[] = [];
        while (asked.length + many <= pool) {
          const now = refs(
            choose(
              real,
              { scope: {}, count: many, seed: `${seed}${asked.length}`, seen: known, derived: false },
              TODAY,
            ),
          );
          asked.push(...now);
          known = remember(known, now, pool);
        }
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 10 },
    );
  });
});
