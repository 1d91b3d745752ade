import { describe, expect, test } from 'vitest';
import { aChoice, aFact, aLibrary, anArticle, anEvent, aTopic } from '../support/anArticle.ts';

const old = anArticle({ id: 'old', date: '1999', topics: ['africa', 'europe'] });
const late = anArticle({ id: 'late', date: '2020-09-29' });
const early = anArticle({ id: 'early', date: '2020-09' });

describe('order', () => {
  test('articles come newest first, whatever the order they were read in', () => {
    expect(aLibrary({ articles: [early, old, late] }).articles.map(({ id }) => id)).toEqual(['late', 'early', 'old']);
  });

  test('articles of one day come by id', () => {
    const twin = anArticle({ id: 'a-twin' });
    expect(aLibrary({ articles: [late, twin] }).articles.map(({ id }) => id)).toEqual(['a-twin', 'late']);
  });

  test('events come by the day of the year, then by year', () => {
    const dates = ['1990-02-28', '1945-10-24', '1956-02-29', '1862-02-28'];
    const events = dates.map((date) => anEvent({ id: `${date}-x`, date }));
    expect(aLibrary({ events }).events.map(({ date }) => date)).toEqual([
      '1862-02-28',
      '1990-02-28',
      '1956-02-29',
      '1945-10-24',
    ]);
  });
});

describe('looking things up', () => {
  const fact = aFact({ id: 'only-in-old' });
  const question = aChoice({ id: 'asked-in-old' });
  const topic = aTopic({ id: 'africa' });
  const event = anEvent();
  const oldest = { ...old, facts: [fact], questions: [question] };
  const library = aLibrary({ articles: [late, oldest], topics: [topic], events: [event] });

  test('finds what is there', () => {
    expect({
      article: library.article('old'),
      topic: library.topic('africa'),
      event: library.event('1956-10-19-treaty'),
      fact: library.fact('old', 'only-in-old'),
      question: library.question('old', 'asked-in-old'),
      eventsOn: library.eventsOn('10-19'),
      articlesOn: library.articlesOn('europe'),
    }).toEqual({ article: oldest, topic, event, fact, question, eventsOn: [event], articlesOn: [late, oldest] });
  });

  test('gives nothing for what is not', () => {
    expect({
      article: library.article('constructor'),
      topic: library.topic('asia'),
      event: library.event('x'),
      fact: library.fact('late', 'only-in-old'),
      question: library.question('nowhere', 'asked-in-old'),
      eventsOn: library.eventsOn('02-29'),
      articlesOn: library.articlesOn('asia'),
    }).toEqual({
      article: undefined,
      topic: undefined,
      event: undefined,
      fact: undefined,
      question: undefined,
      eventsOn: [],
      articlesOn: [],
    });
  });

  test('lists all questions with their articles', () => {
    const one = { ...late, questions: [question] };
    expect(aLibrary({ articles: [oldest, one] }).questions).toEqual([
      { article: one, question },
      { article: oldest, question },
    ]);
  });
});
