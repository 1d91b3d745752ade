/** A question asked of one person, from the asking to the verdict. */

import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { inOrder, questionRef, shownOptions } from '../../src/domain/quiz.ts';
import type { Press } from '../../src/views/press.ts';
import { aContext, cardOf, press, run } from '../support/aContext.ts';
import {
  aChoice,
  aLibrary,
  anArticle,
  anEvent,
  anOrder,
  aTerm,
  aText,
  aTopic,
  aTrueFalse,
  aYear,
  TODAY,
} from '../support/anArticle.ts';
import { aSchedule } from '../support/aSchedule.ts';
import { faultsOf, textOf } from '../support/discordLimits.ts';

const questions = [aChoice(), aTrueFalse(), aYear(), aText(), anOrder()];
const article = anArticle({ questions });
const context = await aContext({ library: aLibrary({ articles: [article] }) });
const place = { scope: {}, seed: 'abcdefg', number: 0 };
const ref = (id: string) => {
  const question = questions.find((one) => one.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return questionRef({ article, question });
};
const pick = (id: string, shown: number): Press => ({ kind: 'pick', question: ref(id), place, shown });
const typed = (id: string, again = false): Press => ({ kind: 'typed', question: ref(id), place, again });
const arrange = (sofar: readonly number[]): Press => ({ kind: 'arrange', question: ref('steps'), place, sofar });
const answered = async (one: Press, given = {}) => textOf(cardOf(await press(one, context, given)));
const choices = shownOptions(aChoice(), place.seed);
const right = inOrder(anOrder()).map(({ text }) => shownOptions(anOrder(), place.seed).indexOf(text));

describe('asking', () => {
  test('is to the caller alone', async () => {
    expect((await run('quiz question', {}, context)).to).toBe('caller');
  });

  test('over the whole library gives a card that Discord takes', async () => {
    const whole = await aContext({ library: await loadLibrary('data', TODAY) });
    for (let number = 0; number < 40; number++) {
      const reply = await press({ kind: 'ask', place: { ...place, number } }, whole);
      expect(faultsOf(cardOf(reply))).toEqual([]);
    }
  });

  test('takes the next question in the place of the last', async () => {
    const at = async (number: number) => (await press({ kind: 'ask', place: { ...place, number } }, context)).to;
    expect([await at(0), await at(1)]).toEqual(['caller', 'here']);
  });

  test('for what there is no question says what to leave out', async () => {
    const text = textOf(
      cardOf(
        await run(
          'quiz question',
          { article: article.id, difficulty: 3 },
          await aContext({
            library: aLibrary({ articles: [anArticle({ questions: [aYear({ difficulty: 1 })] })] }),
          }),
        ),
      ),
    );
    expect(text).toContain('Leave out the difficulty');
  });

  test('about an article prefers it over a topic', async () => {
    const reply = await run('quiz question', { article: article.id, topic: 'europe' }, context);
    expect(JSON.stringify(cardOf(reply))).toContain(article.id);
  });
});

describe('answering', () => {
  test('a choice', async () => {
    expect(await answered(pick('how-spoken', choices.indexOf('By telephone')))).toContain('**Right**');
    expect(await answered(pick('how-spoken', choices.indexOf('At a summit')))).toContain(
      'The answer: **By telephone**',
    );
  });

  test('true or false', async () => {
    expect(await answered(pick('call-lasted', 1))).toContain('**Right**');
    expect(await answered(pick('call-lasted', 0))).toContain('You answered: True');
  });

  test('a year', async () => {
    expect((await press({ kind: 'type', question: ref('treaty-year'), place, again: false }, context)).to).toBe(
      'dialog',
    );
    expect(await answered(typed('treaty-year'), { typed: 'in 1956' })).toContain('**Right**');
    expect(await answered(typed('treaty-year'), { typed: '1951' })).toContain('The answer: **1956**');
  });

  test('with what is no year does not count', async () => {
    const text = await answered(typed('treaty-year'), { typed: 'long ago' });
    expect(text).toContain('Nothing was counted');
    expect(text).not.toContain('1956**');
  });

  test('a text rightly and wrongly', async () => {
    expect(await answered(typed('treaty-city'), { typed: 'Москва' })).toContain('Not quite');
    expect(await answered(typed('treaty-city'), { typed: 'moscw' })).toContain('**Right**');
    expect(await answered(typed('treaty-city'), { typed: 'Vienna' })).toContain('There the envoys met later.');
  });

  test('a text vaguely is asked about once, and the second time is wrong', async () => {
    expect(await answered(typed('treaty-city'), { typed: 'Russia' })).toContain('In which city of it?');
    expect(await answered(typed('treaty-city', true), { typed: 'Russia' })).toContain('Not quite');
  });

  test('an order, one after another, the last by itself', async () => {
    const [first = 0, second = 0] = right;
    expect(await answered(arrange([]), { chosen: [String(first)] })).toContain('Your order so far');
    expect(await answered(arrange([first]), { chosen: [String(second)] })).toContain('**Right**');
    expect(await answered(arrange([second]), { chosen: [String(first)] })).toContain('The right order');
  });

  test('an order may be begun again', async () => {
    expect(await answered(arrange([]))).not.toContain('Your order so far');
  });

  test.each<[string, Press, object]>([
    ['an option that was not shown', pick('how-spoken', 9), {}],
    ['neither true nor false', pick('call-lasted', 2), {}],
    ['a question that is gone', { kind: 'pick', question: 'nothing', place, shown: 0 }, {}],
    ['a dialog of a question that is gone', { kind: 'type', question: 'nothing', place, again: false }, {}],
    ['a thing put in order twice', arrange([0]), { chosen: ['0'] }],
    ['a thing that is not there', arrange([0]), { chosen: ['x'] }],
  ])('with %s says that the question has changed', async (_, one, given) => {
    expect(await answered(one, given)).toContain('no longer has this question');
  });

  test('gives the fact, its source and the next question', async () => {
    const card = cardOf(await press(pick('how-spoken', 0), context));
    expect(textOf(card)).toContain('[The Gazette](<https://gazette.example/envoys>)');
    expect(JSON.stringify(card)).toContain('"number":1');
  });
});

describe('“Quiz me” on a post', () => {
  const asked = aChoice({ prompt: 'Asked of the treaty?' });
  const other = anArticle({
    id: 'other',
    topics: ['asia'],
    questions: [aChoice({ id: 'x', prompt: 'Asked of Asia?' })],
  });
  const library = aLibrary({
    articles: [anArticle({ questions: [asked] }), other],
    topics: [aTopic(), aTopic({ id: 'asia', name: 'Asia' })],
    events: [anEvent(), anEvent({ id: '1960-10-21-asia', date: '1960-10-21', topics: ['asia'], articles: ['other'] })],
  });
  const schedules = [aSchedule({ id: 'all' }), aSchedule({ id: 'asia', topic: 'asia', whenEmpty: 'nearest' })];

  test.each([
    ['asks about the day’s events', 'all', '2026-10-19', 'Asked of the treaty?'],
    ['asks about the nearest day’s, where the day has none', 'all', '2026-10-18', 'Asked of the treaty?'],
    ['keeps to the schedule’s topic', 'asia', '2026-10-19', 'Asked of Asia?'],
    ['goes on when the schedule is gone', 'gone', '2026-10-19', 'Asked of the treaty?'],
  ])('%s', async (_, schedule, day, prompt) => {
    const reply = await press({ kind: 'post', schedule, day }, await aContext({ library, schedules }));
    expect([reply.to, textOf(cardOf(reply)).includes(prompt)]).toEqual(['caller', true]);
  });
});

describe('a question on a term', () => {
  const terms = ['démarche', 'note verbale', 'good offices', 'mediation'].map((name, n) =>
    aTerm({ id: `term-${n}`, name, forms: [], definition: `Definition number ${n}.`, related: [] }),
  );
  const library = aLibrary({ terms, topics: [aTopic(), aTopic({ id: 'glossary', name: 'Glossary' })] });

  test('is asked when its topic is named, and its answer leads to the term and its source', async () => {
    const near = await aContext({ library });
    const reply = await run('quiz question', { topic: 'Glossary', difficulty: 1 }, near);
    expect(textOf(cardOf(reply))).toContain('Which term is meant?');
    const asked = library.termQuestions.find(({ question }) => question.kind === 'choice');
    if (asked?.question.kind !== 'choice') throw new Error('no choice');
    const shown = shownOptions(asked.question, place.seed).indexOf(asked.question.answer);
    const scope = { topic: 'glossary' };
    const wrong: Press = {
      kind: 'pick',
      question: questionRef(asked),
      place: { ...place, scope },
      shown: shown ? 0 : 1,
    };
    const card = cardOf(await press(wrong, near));
    expect(faultsOf(card)).toEqual([]);
    expect(textOf(card)).toContain(asked.term.definition);
    expect(textOf(card)).toContain('The Lexicon');
    const presses = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    expect(presses.map(({ label }) => label)).toEqual(['Another', 'About this term']);
  });
});
