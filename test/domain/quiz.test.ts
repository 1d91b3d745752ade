import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderQuestion, Question } from '../../src/domain/library.ts';
import {
  type Answer,
  factsOf,
  inOrder,
  isCurrent,
  judge,
  questionAt,
  questionNamed,
  questionRef,
  questionsIn,
  shownOptions,
} from '../../src/domain/quiz.ts';
import { aChoice, aFact, aLibrary, anArticle, anOrder, aText, aTrueFalse, aYear, TODAY } from '../support/anArticle.ts';

const ids = (asked: readonly { readonly question: Question }[]) => asked.map(({ question }) => question.id);
const manySeeds = Array.from({ length: 4000 }, (_, n) => `seed${n}`);

describe('a scope', () => {
  const africa = anArticle({
    id: 'africa-union',
    topics: ['africa', 'europe'],
    questions: [aChoice({ id: 'hard', difficulty: 3 }), aChoice({ id: 'easy', difficulty: 1 })],
  });
  const asia = anArticle({ id: 'asia-talks', topics: ['asia'], questions: [aYear({ id: 'when', difficulty: 3 })] });
  const library = aLibrary({ articles: [africa, asia] });

  test.each([
    ['everything', {}, ['hard', 'easy', 'when']],
    ['one article', { article: 'asia-talks' }, ['when']],
    ['one topic, also where it is not the main one', { topic: 'europe' }, ['hard', 'easy']],
    ['one difficulty', { difficulty: 3 as const }, ['hard', 'when']],
    ['a topic at a difficulty', { topic: 'africa', difficulty: 1 as const }, ['easy']],
    ['an article that is not there', { article: 'nowhere' }, []],
  ])('of %s', (_, scope, expected) => {
    expect(ids(questionsIn(library, scope, TODAY))).toEqual(expected);
  });

  test('without questions has none at any place', () => {
    const place = { scope: { topic: 'nothing' }, seed: 'a', number: 3 };
    expect(questionAt(library, place, TODAY)).toBeUndefined();
  });
});

describe('a fact that can go stale', () => {
  test.each([
    ['on its last day', '2026-11-25', true],
    ['the day after', '2026-11-24', false],
    ['in its last month', '2026-11', true],
    ['the month after', '2026-10', false],
    ['in its last year', '2026', true],
    ['the year after', '2025', false],
    ['without an end', undefined, true],
  ])('%s', (_, validUntil, current) => {
    expect(isCurrent(aFact({ validUntil }), '2026-11-25')).toBe(current);
  });

  test('takes every question that tests it out of quizzes with it', () => {
    const library = aLibrary({
      articles: [
        anArticle({
          facts: [aFact({ id: 'stays' }), aFact({ id: 'goes', validUntil: '2026-11-25' })],
          questions: [
            aChoice({ id: 'on-both', facts: ['stays', 'goes'] }),
            aChoice({ id: 'on-what-stays', facts: ['stays'] }),
          ],
        }),
      ],
    });
    expect(ids(questionsIn(library, {}, '2026-11-25'))).toEqual(['on-both', 'on-what-stays']);
    expect(ids(questionsIn(library, {}, '2026-11-26'))).toEqual(['on-what-stays']);
  });
});

describe('a series', () => {
  const library = aLibrary({
    articles: [anArticle({ questions: Array.from({ length: 7 }, (_, n) => aChoice({ id: `q${n}` })) })],
  });
  const at = (seed: string, number: number) => questionAt(library, { scope: {}, seed, number }, TODAY)?.question.id;

  test('asks all of its questions before one comes back, lap after lap', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 1000 }), (seed, lap) => {
        const asked = Array.from({ length: 7 }, (_, number) => at(seed, lap * 7 + number));
        expect(asked.toSorted()).toEqual(['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6']);
      }),
    );
  });

  test('asks the same question at the same place', () => {
    expect([at('abc', 3), at('abc', 12)]).toEqual([at('abc', 3), at('abc', 12)]);
  });

  test('has another order in another lap and for another seed', () => {
    const order = (seed: string, from: number) => Array.from({ length: 7 }, (_, n) => at(seed, from + n)).join();
    expect(new Set([order('abc', 0), order('abc', 7), order('abd', 0)]).size).toBe(3);
  });

  test('begins with each question equally often', () => {
    const firsts = manySeeds.map((seed) => at(seed, 0));
    const counts = [0, 1, 2, 3, 4, 5, 6].map((n) => firsts.filter((id) => id === `q${n}`).length);
    expect(counts.filter((count) => Math.abs(count - 4000 / 7) > 100)).toEqual([]);
  });

  test('of one question asks it again', () => {
    const one = aLibrary({ articles: [anArticle({ questions: [aYear()] })] });
    expect(questionAt(one, { scope: {}, seed: 'x', number: 9 }, TODAY)?.question.id).toBe('treaty-year');
  });
});

describe('the options shown', () => {
  const texts = ['Vienna', 'Geneva', 'Helsinki', 'Oslo'];

  test('depend on which there are, and not on which is right or how the data lists them', () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(texts, { minLength: 4 }), (seed, [answer = '', ...distractors]) => {
        expect(shownOptions(aChoice({ answer, distractors }), seed)).toEqual(
          shownOptions(aChoice({ answer: 'Vienna', distractors: ['Geneva', 'Helsinki', 'Oslo'] }), seed),
        );
      }),
    );
  });

  test('of things to order do not depend on their dates or how the data lists them', () => {
    const dates = ['1951', '1952', '1953', '1954'];
    const items = texts.map((text, at) => ({ text, date: dates[at] ?? '' }));
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(texts, { minLength: 4 }), (seed, others) => {
        const other = others.map((text, at) => ({ text, date: dates[at] ?? '' }));
        expect(shownOptions(anOrder({ items: other }), seed)).toEqual(shownOptions(anOrder({ items }), seed));
      }),
    );
  });

  test('have the right one at every place equally often', () => {
    const question = aChoice({ answer: 'Vienna', distractors: ['Geneva', 'Helsinki', 'Oslo'] });
    const places = manySeeds.map((seed) => shownOptions(question, seed).indexOf('Vienna'));
    const counts = [0, 1, 2, 3].map((place) => places.filter((one) => one === place).length);
    expect(counts.filter((count) => Math.abs(count - 1000) > 120)).toEqual([]);
  });

  test('have another order in another question of the same series', () => {
    const orders = new Set(
      Array.from({ length: 40 }, (_, n) => shownOptions(aChoice({ id: `q${n}`, distractors: texts }), 'seed').join()),
    );
    expect(orders.size).toBeGreaterThan(20);
  });

  test.each([aTrueFalse(), aYear(), aText()])('there are none for $kind', (question) => {
    expect(shownOptions(question, 'seed')).toEqual([]);
  });
});

describe('judging', () => {
  const choice = aChoice({ answer: 'Vienna', distractors: ['Geneva', 'Oslo'] });
  const order = anOrder();
  const option = (shown: number): Answer => ({ kind: 'option', shown });
  const places = (...texts: readonly string[]): Answer => ({
    kind: 'order',
    shown: texts.map((text) => shownOptions(order, 'seed').indexOf(text)),
  });
  const shownAt = (text: string) => option(shownOptions(choice, 'seed').indexOf(text));
  const typed = (text: string): Answer => ({ kind: 'typed', text });
  const [signed, met, spoke] = ['The treaty is signed', 'The envoys meet', 'The leaders speak'];

  test.each<[string, Question, Answer, string | undefined]>([
    ['the right option', choice, shownAt('Vienna'), 'right'],
    ['a wrong option', choice, shownAt('Oslo'), 'wrong'],
    ['an option that is not shown', choice, option(3), undefined],
    ['an option before the first', choice, option(-1), undefined],
    ['words for a choice', choice, typed('Vienna'), undefined],
    ['an order for a choice', choice, { kind: 'order', shown: [0, 1, 2] }, undefined],
    ['true to what is true', aTrueFalse({ answer: true }), option(0), 'right'],
    ['false to what is true', aTrueFalse({ answer: true }), option(1), 'wrong'],
    ['true to what is false', aTrueFalse({ answer: false }), option(0), 'wrong'],
    ['false to what is false', aTrueFalse({ answer: false }), option(1), 'right'],
    ['neither true nor false', aTrueFalse({ answer: false }), option(2), undefined],
    ['words for true or false', aTrueFalse(), typed('true'), undefined],
    ['the right year', aYear({ answer: 1956 }), typed('1956'), 'right'],
    ['a wrong year', aYear({ answer: 1956 }), typed('1951'), 'wrong'],
    ['no year', aYear(), typed('Moscow'), 'unreadable'],
    ['an option for a year', aYear(), option(0), undefined],
    ['the right words', aText(), typed('Moscow'), 'right'],
    ['vague words', aText(), typed('Russia'), 'more'],
    ['wrong words', aText(), typed('Vienna'), 'wrong'],
    ['an option for words', aText(), option(0), undefined],
    ['the right order', order, places(signed, met, spoke), 'right'],
    ['a wrong order', order, places(met, signed, spoke), 'wrong'],
    ['too short an order', order, places(signed, met), undefined],
    ['too long an order', order, { kind: 'order', shown: [0, 1, 2, 0] }, undefined],
    ['an order with one twice', order, places(signed, met, met), undefined],
    ['an order with what is not there', order, { kind: 'order', shown: [0, 1, 7] }, undefined],
    ['an option for an order', order, option(0), undefined],
  ])('%s', (_, question, answer, kind) => {
    expect(judge(question, 'seed', answer)?.kind).toBe(kind);
  });

  test('one option of a choice is right, whatever the seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const kinds = [0, 1, 2].map((shown) => judge(choice, seed, option(shown))?.kind);
        expect(kinds.toSorted()).toEqual(['right', 'wrong', 'wrong']);
      }),
    );
  });
});

test('things are put in order by their dates, whatever their order in the data and however exact they are', () => {
  const items: OrderQuestion['items'] = [
    { text: 'third', date: '2020-09-29' },
    { text: 'first', date: '1956' },
    { text: 'second', date: '2018-11' },
  ];
  expect(inOrder(anOrder({ items })).map(({ text }) => text)).toEqual(['first', 'second', 'third']);
});

test('the facts of a question come in its own order', () => {
  const article = anArticle();
  expect(factsOf(article, anOrder()).map(({ id }) => id)).toEqual(['treaty', 'envoys', 'call']);
});

test('a question is found again by its short name, until it is gone', () => {
  const library = aLibrary();
  const asked = library.questions[4];
  expect(asked && questionNamed(library, questionRef(asked))).toBe(asked);
  expect(questionNamed(library, 'nothing')).toBeUndefined();
});
