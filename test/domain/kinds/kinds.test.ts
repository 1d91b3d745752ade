import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/kinds/kind.ts';
import { hintFor, kindOf } from '../../../src/domain/kinds/kinds.ts';
import type { AnswerLine } from '../../../src/domain/library.ts';
import { aChoice, anOrder, aText, aTrueFalse, aYear } from '../../support/anArticle.ts';

const SEED = 'seed';
const typed = (text: string): Answer => ({ kind: 'typed', text });
const option = (shown: number): Answer => ({ kind: 'option', shown });

describe('a hint', () => {
  const choiceOf = (wrong: number) => aChoice({ distractors: ['Oslo', 'Bern', 'Rome', 'Lima'].slice(0, wrong) });

  test.each([
    [2, 1],
    [3, 2],
    [4, 2],
  ])('to a choice with %i wrong options takes %i away, whatever the seed, and never the right one', (wrong, away) => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const question = choiceOf(wrong);
        const hint = hintFor(question, seed);
        const gone =
          hint?.kind === 'fall-away' ? hint.shown.map((at) => kindOf(question).shown(question, seed)[at]) : [];
        expect(new Set(gone).size).toBe(away);
        expect(question.distractors).toEqual(expect.arrayContaining(gone));
      }),
    );
  });

  test('to a choice between two would be the answer, and there is none', () => {
    expect(hintFor(choiceOf(1), SEED)).toBeUndefined();
  });

  test('to a choice does not always leave the same wrong option', () => {
    const left = Array.from({ length: 60 }, (_, n) => JSON.stringify(hintFor(choiceOf(3), `seed${n}`)));
    expect(new Set(left).size).toBeGreaterThan(3);
  });

  test.each([
    [1956, 1950],
    [1950, 1950],
    [1959, 1950],
    [2000, 2000],
  ])('to the year %i is the decade from %i on', (answer, from) => {
    expect(hintFor(aYear({ answer }), SEED)).toEqual({ kind: 'decade', from });
  });

  const line = (first: string): AnswerLine => ({ accept: [first, 'something else'], prompt: [], reject: [] });

  test.each([
    ['Moscow', 'M', [6]],
    ['Treaty of Portsmouth', 'T', [6, 2, 10]],
    ['The Hague', 'H', [5]],
    ['Kellogg–Briand Pact', 'K', [7, 6, 4]],
    ['Côte d’Ivoire', 'C', [4, 7]],
    ['E3+3', 'E', [3]],
    ['“Ramsar” & co.', 'R', [6, 2]],
  ])('to “%s” is its first letter and the lengths of its words', (answer, first, words) => {
    expect(hintFor(aText({ answers: line(answer) }), SEED)).toEqual({ kind: 'letters', first, words });
  });

  test('to an order is the place at which the earliest is shown', () => {
    const question = anOrder();
    const first = kindOf(question).shown(question, SEED).indexOf('The treaty is signed');
    expect(hintFor(question, SEED)).toEqual({ kind: 'first', shown: first });
  });

  test('to true or false would be the answer, and there is none', () => {
    expect(hintFor(aTrueFalse(), SEED)).toBeUndefined();
  });
});

describe('what is partly right', () => {
  test.each([
    ['1957', 0.9],
    ['1955', 0.9],
    ['in 1950', 0.4],
    ['1965', 0.1],
    ['1966', 0],
    ['1946', 0],
    ['900', 0],
    ['１９５７', 0.9],
  ])('of 1956 in “%s”', (text, share) => {
    const question = aYear({ answer: 1956 });
    expect(kindOf(question).partly(question, SEED, typed(text))).toBe(share);
  });

  const places = (...order: readonly number[]): Answer => {
    const texts = ['The treaty is signed', 'The envoys meet', 'The leaders speak'];
    const question = anOrder();
    return {
      kind: 'order',
      shown: order.map((at) =>
        kindOf(question)
          .shown(question, SEED)
          .indexOf(texts[at] ?? ''),
      ),
    };
  };

  test.each([
    ['one pair the wrong way round', places(1, 0, 2), 2 / 3],
    ['two', places(1, 2, 0), 1 / 3],
    ['all', places(2, 1, 0), 0],
  ])('of an order with %s', (_, answer, share) => {
    const question = anOrder();
    expect(kindOf(question).partly(question, SEED, answer)).toBe(share);
  });

  test.each([
    ['choice', aChoice(), option(1)],
    ['true or false', aTrueFalse(), option(0)],
    ['words', aText(), typed('Vienna')],
  ])('of a %s is nothing', (_, question, answer) => {
    expect(kindOf(question).partly(question, SEED, answer)).toBe(0);
  });
});

describe('written out', () => {
  test.each([
    ['a choice', aChoice(), { kind: 'words', text: 'By telephone' }],
    ['true or false', aTrueFalse({ answer: false }), { kind: 'truth', is: false }],
    ['a year', aYear(), { kind: 'words', text: '1956' }],
    ['words', aText(), { kind: 'words', text: 'Moscow' }],
    ['an order', anOrder({ items: anOrder().items.toReversed() }), { kind: 'row', items: anOrder().items }],
  ])('the right answer to %s', (_, question, written) => {
    expect(kindOf(question).right(question)).toEqual(written);
  });

  test.each([
    ['an option', aChoice(), option(0), { kind: 'words', text: kindOf(aChoice()).shown(aChoice(), SEED)[0] }],
    ['an option that is not shown', aChoice(), option(3), undefined],
    ['true', aTrueFalse(), option(0), { kind: 'truth', is: true }],
    ['false', aTrueFalse(), option(1), { kind: 'truth', is: false }],
    ['neither', aTrueFalse(), option(2), undefined],
    ['a year', aYear(), typed('in 1950'), { kind: 'words', text: 'in 1950' }],
    ['words', aText(), typed('Wien'), { kind: 'words', text: 'Wien' }],
    ['an option for words', aText(), option(0), undefined],
    ['too short an order', anOrder(), { kind: 'order', shown: [0, 1] } as const, undefined],
  ])('what was said: %s', (_, question, answer, written) => {
    expect(kindOf(question).said(question, SEED, answer)).toEqual(written);
  });

  test('what was said: an order, in the order given', () => {
    const question = anOrder();
    const said = kindOf(question).said(question, SEED, { kind: 'order', shown: [2, 0, 1] });
    const shown = kindOf(question).shown(question, SEED);
    expect(said?.kind === 'row' && said.items.map(({ text }) => text)).toEqual([shown[2], shown[0], shown[1]]);
  });
});
