import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { oneSidedName } from '../../src/domain/audit/names.ts';
import { poorOptions, tellingLengths } from '../../src/domain/audit/options.ts';
import { unfairOrders } from '../../src/domain/audit/orders.ts';
import { tellingPrompts } from '../../src/domain/audit/prompts.ts';
import { wordingCheck } from '../../src/domain/audit/wording.ts';
import { derive, type Subject, subjectsIn } from '../../src/domain/derived.ts';
import type { GameQuestion } from '../../src/domain/game/game.ts';
import { kindOf } from '../../src/domain/kinds/kinds.ts';
import type { DiplomaticEvent, Question } from '../../src/domain/library.ts';
import { overlaps } from '../../src/domain/partialDate.ts';
import { type Answer, inOrder, judge, shownOptions } from '../../src/domain/quiz.ts';
import { aLibrary, anArticle, anEvent, aSentence, TODAY } from '../support/anArticle.ts';

const real = await loadLibrary(join(import.meta.dirname, '../../data'), '2040-01-01');
const SEEDS = ['first', 'second', 'third'];
const made = SEEDS.flatMap((seed) =>
  subjectsIn(real, {}, TODAY).flatMap((subject) => {
    const asked = derive(real, subject, seed, TODAY);
    return asked ? [{ seed, subject, asked, question: asked.question }] : [];
  }),
);
const article = anArticle({ questions: made.map(({ question }) => question) });
const eventsOf = ({ events = [] }: GameQuestion) => events.flatMap((id) => real.event(id) ?? []);

/** Everything that can be answered by choosing. */
function everyAnswer(question: Question, seed: string): readonly Answer[] {
  const places = shownOptions(question, seed).map((_, place) => place);
  const rows = (left: readonly number[]): readonly (readonly number[])[] =>
    left.length
      ? left.flatMap((one) => rows(left.filter((other) => other !== one)).map((rest) => [one, ...rest]))
      : [[]];
  if (question.kind === 'choice') return places.map((shown) => ({ kind: 'option', shown }));
  if (question.kind === 'order') return rows(places).map((shown) => ({ kind: 'order', shown }));
  return Array.from({ length: 300 }, (_, n) => ({ kind: 'typed', text: String(1750 + n) }));
}

describe('of all questions derived from the library', () => {
  test('there are some of every sort', () => {
    const sorts = new Map<string, number>();
    for (const { subject } of made) sorts.set(subject.sort, (sorts.get(subject.sort) ?? 0) + 1);
    expect([...sorts.keys()].toSorted()).toEqual(['day', 'first', 'order', 'steps', 'year']);
    expect([...sorts].filter(([sort, count]) => count < (sort === 'steps' ? 9 : 300))).toEqual([]);
  });

  test('each has exactly one right answer', () => {
    const unclear = made.filter(({ question, seed }) => {
      const right = everyAnswer(question, seed).filter((answer) => judge(question, seed, answer)?.kind === 'right');
      return right.length !== 1;
    });
    expect(unclear).toEqual([]);
  });

  test('the right answer is right by the dates of the events', () => {
    const first = (events: readonly DiplomaticEvent[]) => events.toSorted((a, b) => (a.date < b.date ? -1 : 1))[0];
    const wrong = made.filter(({ subject, asked, question }) => {
      if (subject.sort === 'steps') return false;
      const { event } = subject;
      if (question.kind === 'year') return !event.date.startsWith(String(question.answer));
      if (subject.sort === 'first') return first(eventsOf(asked)) !== event;
      if (question.kind === 'order')
        return inOrder(question).some(
          ({ date }, at) =>
            eventsOf(asked)
              .map((one) => one.date)
              .toSorted()[at] !== date,
        );
      return eventsOf(asked).filter(({ date }) => date === event.date).length !== 1;
    });
    expect(wrong).toEqual([]);
  });

  test('none breaks a rule of the library’s own questions', () => {
    expect([
      ...poorOptions(article),
      ...tellingLengths(article),
      ...unfairOrders(article),
      ...tellingPrompts(article),
    ]).toEqual([]);
  });

  test('each is as short as the library’s own', () => {
    const long = made.filter(({ question, seed }) => {
      const options = shownOptions(question, seed).filter(({ length }) => length > 80);
      return (
        options.length || question.prompt.length > 300 || question.explanation.length > 600 || question.id.length > 40
      );
    });
    expect(long).toEqual([]);
  });

  test('none tells its date, but where the date is the question', () => {
    const shown = ({ subject, question, seed }: (typeof made)[number]) => [
      ...(subject.sort === 'day' ? [] : [question.prompt]),
      ...shownOptions(question, seed),
    ];
    expect(made.flatMap(shown).filter((text) => /\b(1[789]|20)\d\d\b/.test(text))).toEqual([]);
  });

  test('no two of one question fall on one date', () => {
    const twins = made.filter(
      ({ asked }) => new Set(eventsOf(asked).map(({ date }) => date)).size < eventsOf(asked).length,
    );
    expect(twins).toEqual([]);
  });

  test('the company has a topic or a party in common, and the century', () => {
    const strange = made.flatMap(({ subject, asked }) =>
      subject.sort === 'steps'
        ? []
        : eventsOf(asked).filter(
            ({ topics, parties, date }) =>
              !(
                topics.some((one) => subject.event.topics.includes(one)) ||
                parties.some((one) => subject.event.parties.includes(one))
              ) || Math.abs(Number(date.slice(0, 4)) - Number(subject.event.date.slice(0, 4))) > 61,
          ),
    );
    expect(strange).toEqual([]);
  });

  test('each is neutral in its names', () => {
    const shown = made.flatMap(({ question, seed }, index) =>
      [question.prompt, question.explanation, ...shownOptions(question, seed)].map((text) => ({ text, path: [index] })),
    );
    expect(wordingCheck(real.neutralNames.map(oneSidedName))(shown)).toEqual([]);
  });

  test('each explains itself by the events’ own text and dates', () => {
    const silent = made.filter(({ question, asked }) => {
      const years = eventsOf(asked).map(({ date }) => date.slice(0, 4));
      const told = question.kind === 'order' || question.explanation.includes(eventsOf(asked)[0]?.text ?? '?');
      const dated = question.prompt.startsWith('What happened') ? years.slice(1) : years;
      return !told || dated.some((year) => !question.explanation.includes(year));
    });
    expect(silent).toEqual([]);
  });

  test('each can be hinted at, and asked about by name', () => {
    expect(made.filter(({ question, seed }) => !kindOf(question).hint(question, seed))).toEqual([]);
    const refs = new Map(made.map(({ asked, subject }) => [asked.ref, subject.ref]));
    expect([...refs].filter(([asked, subject]) => asked !== subject)).toEqual([]);
    expect(refs.size).toBe(new Set(made.map(({ question }) => question.id)).size);
  });

  test('there are easy, fair and hard ones', () => {
    expect([...new Set(made.map(({ question }) => question.difficulty))].toSorted()).toEqual([1, 2, 3]);
  });
});

describe('a derived question', () => {
  const subjects = subjectsIn(real, {}, TODAY);

  test('is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...subjects), (seed, subject) => {
        expect(derive(real, subject, seed, TODAY)).toEqual(derive(real, subject, seed, TODAY));
      }),
      { numRuns: 50 },
    );
  });

  test('keeps its name and not its company for another seed', () => {
    const of = (sort: Subject['sort']) => subjects.find((one) => one.sort === sort) as Subject;
    const several = ['a', 'b', 'c', 'd'].map((seed) => derive(real, of('order'), seed, TODAY));
    expect(new Set(several.map((one) => one?.ref)).size).toBe(1);
    expect(new Set(several.map((one) => one?.events?.join())).size).toBeGreaterThan(1);
  });
});

describe('in a small library', () => {
  const event = (id: string, date: string, title: string, changes: Partial<DiplomaticEvent> = {}) =>
    anEvent({ id, date, title, parties: [], ...changes });
  const sortsOf = (events: readonly DiplomaticEvent[], of: string) => {
    const library = aLibrary({ articles: [], events });
    return subjectsIn(library, {}, TODAY).flatMap((subject) =>
      'event' in subject && subject.event.id === of && derive(library, subject, 's', TODAY) ? [subject.sort] : [],
    );
  };
  const [a, b, c, d] = [
    event('a', '1950-01-01', 'Treaty of Aden'),
    event('b', '1951-01-01', 'Treaty of Bern'),
    event('c', '1952-01-01', 'Treaty of Cali'),
    event('d', '1953-01-01', 'Treaty of Doha'),
  ] as const;

  test.each([
    ['alone', [a], ['year']],
    ['with one other', [a, b], ['year']],
    ['with two that came later', [a, b, c], ['year', 'first', 'order', 'day']],
    [
      'with two that came earlier',
      [a, event('b', '1949-01-01', 'Treaty of Riga'), event('c', '1948-01-01', 'Treaty of Oslo')],
      ['year', 'order', 'day'],
    ],
    [
      'with two of other topics',
      [a, event('b', '1951-01-01', 'x', { topics: ['asia'] }), event('c', '1952-01-01', 'y', { topics: ['asia'] })],
      ['year'],
    ],
    ['with two of another century', [a, event('b', '1851-01-01', 'x'), event('c', '1852-01-01', 'y')], ['year']],
    ['with two on its own date', [a, event('b', '1950-01-01', 'x'), event('c', '1950-01-01', 'y')], ['year']],
    ['with two on one date', [a, event('b', '1951-01-01', 'x'), event('c', '1951-01-01', 'y')], ['year']],
    [
      'with two that tell their year',
      [a, event('b', '1951-01-01', 'x of 1951'), event('c', '1952-01-01', 'y of 1952')],
      ['year'],
    ],
    ['with a title that tells its year', [event('a', '1950-01-01', 'Treaty of 1950'), b, c], []],
    ['with the title of another', [a, event('b', '1951-01-01', 'Treaty of Aden'), c], []],
  ] as const)('an event %s makes what it can', (_, events, sorts) => {
    expect(new Set(sortsOf(events, 'a'))).toEqual(new Set(sorts));
  });

  test('a right option much longer than all wrong ones makes no choice', () => {
    const long = event('a', '1950-01-01', 'Treaty of Peace, Friendship and Navigation of the Two Rivers');
    expect(sortsOf([long, b, c, d], 'a')).toEqual(['year', 'order']);
  });

  test('a long right option gets the company of a long wrong one, if there is one', () => {
    const [long, longer] = [
      event('a', '1950-01-01', 'Treaty of Peace, Friendship and Navigation of the Two Rivers'),
      event('e', '1954-01-01', 'Convention on the Peaceful Use of the Two Rivers and their Banks'),
    ];
    const library = aLibrary({ articles: [], events: [long, b, c, d, longer] });
    const subject = subjectsIn(library, {}, TODAY).find(
      (one) => 'event' in one && one.event === long && one.sort === 'day',
    ) as Subject;
    const seeds = Array.from({ length: 20 }, (_, n) => `s${n}`);
    expect(seeds.filter((seed) => !derive(library, subject, seed, TODAY))).toEqual([]);
  });

  test.each([
    ['everything', {}, ['a', 'b']],
    ['a topic', { topic: 'asia' }, ['b']],
    ['an article', { article: 'leaders-call-2020' }, ['a']],
  ])('a scope of %s has its own subjects', (_, scope, expected) => {
    const library = aLibrary({
      articles: [],
      events: [a, event('b', '1951-01-01', 'x', { topics: ['asia'], articles: [] })],
    });
    const subjects = subjectsIn(library, scope, TODAY);
    expect([...new Set(subjects.flatMap((one) => ('event' in one ? [one.event.id] : [])))]).toEqual(expected);
  });

  test.each([
    [['1950', '1960', '1970'], 1],
    [['1950', '1953', '1970'], 2],
    [['1950', '1951', '1970'], 3],
  ])('what lies as far apart as %j has the difficulty %i', (years, difficulty) => {
    const events = years.map((year, at) => event(`e${at}`, `${year}-01-01`, `Treaty of ${'ABC'[at]}`));
    const library = aLibrary({ articles: [], events });
    const subject = subjectsIn(library, {}, TODAY).find(({ sort }) => sort === 'order') as Subject;
    expect(derive(library, subject, 's', TODAY)?.question.difficulty).toBe(difficulty);
  });
});

describe('the steps of an article', () => {
  const entry = (date: string, text: string, facts: readonly string[] = ['call']) => ({
    date,
    ...aSentence(text, facts),
  });
  const stepsOf = (timeline: ReturnType<typeof entry>[]) => {
    const library = aLibrary({ articles: [anArticle({ timeline })], events: [] });
    const [subject] = subjectsIn(library, {}, TODAY);
    const question = subject && derive(library, subject, 's', TODAY)?.question;
    return question?.kind === 'order' ? inOrder(question).map(({ text }) => text) : undefined;
  };
  const three = [entry('1950', 'One.'), entry('1951-02', 'Two.'), entry('1951-03-04', 'Three.')];

  test('are put in order, without their full stops', () => {
    expect(stepsOf(three)).toEqual(['One', 'Two', 'Three']);
  });

  test.each([
    ['that tell a date', [...three.slice(1), entry('1949', 'The treaty of 1949.')]],
    ['whose dates do not tell which is first', [...three.slice(1), entry('1951', 'Once.')]],
    ['whose facts are past teaching', [...three.slice(1), entry('1949', 'Lapsed.', ['lapsed'])]],
  ])('leave out those %s', (_, timeline) => {
    expect(stepsOf(timeline)).toBeUndefined();
  });

  test('are at most five, and show no two of overlapping dates', () => {
    const shown = made.filter(({ subject }) => subject.sort === 'steps').map(({ question }) => question);
    const wrong = shown.filter(
      (question) =>
        question.kind !== 'order' ||
        question.items.length > 5 ||
        question.items.some((one, at) => question.items.slice(at + 1).some((other) => overlaps(one.date, other.date))),
    );
    expect(wrong).toEqual([]);
  });
});
