/** Every page of every card: within Discord's limits, nothing left out, nothing that could ping or be taken for Markdown. */

import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import type { Article, DiplomaticEvent, Library, Question } from '../../src/domain/library.ts';
import { eventsOnDay } from '../../src/domain/occasions.ts';
import { type Answer, type Asked, inOrder, type Place, shownOptions } from '../../src/domain/quiz.ts';
import type { Delivery, PostRefusal } from '../../src/domain/schedules.ts';
import { addDays } from '../../src/domain/time.ts';
import { factsCard, pageOfFact, summaryCard, timelineCard } from '../../src/views/articleCards.ts';
import type { Card } from '../../src/views/card.ts';
import { dayCard, postCard } from '../../src/views/dayCards.ts';
import { aboutCard, helpCard } from '../../src/views/helpCards.ts';
import { libraryCard } from '../../src/views/libraryCard.ts';
import { plain } from '../../src/views/markdown.ts';
import { unknownArticleCard } from '../../src/views/notices.ts';
import { answerDialog, promptCard, questionCard, verdictCard } from '../../src/views/quizCards.ts';
import { scheduleCard, schedulesCard, whyCard } from '../../src/views/scheduleCards.ts';
import { glossaryCard, termCard } from '../../src/views/termCards.ts';
import { en } from '../../src/words/en.ts';
import {
  aChoice,
  aFact,
  aLibrary,
  anArticle,
  anEvent,
  anOrder,
  aSource,
  aTerm,
  aText,
  aTopic,
  aTrueFalse,
  aYear,
  TODAY,
} from '../support/anArticle.ts';
import { aSchedule } from '../support/aSchedule.ts';
import { dialogFaultsOf, faultsOf, skeletonOf, textOf } from '../support/discordLimits.ts';

const NOW = Date.parse('2026-11-25T08:00Z');
const place: Place = {
  scope: { article: 'a'.repeat(40), difficulty: 3 },
  seed: 'abcdefg',
  number: 999_999,
};

/** Texts of exactly so many characters. */
const words = (length: number) => `${'diplomacy '.repeat(length).slice(0, length - 1)}.`;
const HOSTILE =
  '**b** `c` ||d|| @everyone <@123> <@&4> [x](http://evil) ](http://evil) # <#5> </a:6> <t:1> \n- e __f__ ';
const hostile = (length: number) => `${HOSTILE.repeat(length).slice(0, length - 1)}*`;

/** A library as large as its schema allows, all of whose texts are made by `say`. */
function anExtreme(say: (length: number) => string): Library {
  const cited = Array.from({ length: 6 }, (_, n) => `fact-${n}`);
  const sentence = (length: number, at: number) => ({ text: say(length), facts: [...cited, `fact-${at}`] });
  const source = (n: number) =>
    aSource({
      id: `source-${n}`,
      publisher: say(40),
      headline: say(300),
      url: `https://example.org/${'u'.repeat(150)}(${n}`,
      authors: [say(30), say(30)],
    });
  const base = { prompt: say(300), explanation: say(600), difficulty: 3 as const, facts: cited };
  const questions: readonly Question[] = [
    aChoice({ ...base, id: 'c', answer: say(80), distractors: [1, 2, 3, 4].map((n) => `${n}${say(79)}`) }),
    aTrueFalse({ ...base, id: 't' }),
    aYear({ ...base, id: 'y' }),
    aText({
      ...base,
      id: 'x',
      answers: {
        accept: [say(80)],
        prompt: [{ text: 'vague', ask: say(200) }],
        reject: [{ text: 'near', reason: say(200) }],
      },
    }),
    anOrder({
      ...base,
      id: 'o',
      items: [1, 2, 3, 4, 5].map((n) => ({ text: `${n}${say(79)}`, date: `195${n}-12-31` })),
    }),
  ];
  const article = (n: number) =>
    anArticle({
      id: `a${n}`.padEnd(40, 'x'),
      headline: say(120),
      source: source(0),
      furtherSources: Array.from({ length: 19 }, (_, at) => source(at + 1)),
      summary: {
        line: sentence(140, 0),
        standard: Array.from({ length: 5 }, (_, at) => sentence(400, at)),
        full: Array.from({ length: 12 }, (_, at) => sentence(400, at)),
      },
      facts: Array.from({ length: 60 }, (_, at) =>
        aFact({
          id: `fact-${at}`,
          text: `Fact ${at}: ${say(285)}`,
          source: `source-${at % 20}`,
          paragraph: 100,
          validUntil: '2030',
        }),
      ),
      timeline: Array.from({ length: 30 }, (_, at) => ({ date: '1956-12-31', ...sentence(300, at) })),
      positions: Array.from({ length: 10 }, (_, at) => ({ party: say(80), ...sentence(400, at) })),
      questions,
    });
  const articles = Array.from({ length: 40 }, (_, n) => article(n));
  const { id: _, ...eventSource } = source(0);
  return aLibrary({
    articles,
    topics: [aTopic({ id: 'europe', name: say(60) })],
    terms: Array.from({ length: 40 }, (_, n) =>
      aTerm({
        id: `term-${n}`,
        name: `${n} ${say(56)}`,
        forms: [say(60), say(60), 'diplomacy', 'evil'].slice(n ? 4 : 0),
        definition: say(300),
        example:
          n % 2
            ? { text: say(300), article: articles[0]?.id ?? '', facts: cited }
            : { text: say(300), event: '1910-02-28-event' },
        source: eventSource,
        related: [0, 1, 2, 3, 4].map((other) => `term-${other}`),
      }),
    ),
    events: articles.map(({ id }, n) =>
      anEvent({
        id: `19${10 + n}-02-28-event`,
        date: `19${10 + n}-02-28`,
        julianDate: `19${10 + n}-02-15`,
        title: `${n} ${say(110)}`,
        text: say(400),
        significance: say(300),
        sources: Array.from({ length: 8 }, () => eventSource),
        articles: [id],
      }),
    ),
  });
}

/** All pages of a card: turned until the last one comes twice. */
function pagesOf(turn: (page: number) => Card): readonly Card[] {
  const pages: Card[] = [];
  for (let page = 0; page < 300; page++) {
    const card = turn(page);
    if (page && JSON.stringify(card) === JSON.stringify(pages.at(-1))) return pages;
    pages.push(card);
  }
  throw new Error('the pages do not end');
}

function cardsOfArticle(library: Library, article: Article): readonly Card[] {
  return [
    ...(['line', 'standard', 'full'] as const).flatMap((length) =>
      pagesOf((page) => summaryCard(en, library, article, { length, page, series: place.seed })),
    ),
    ...pagesOf((page) => factsCard(en, article, page, place.seed)),
    ...pagesOf((page) => timelineCard(en, article, page, place.seed)),
  ];
}

/** Every answer that a question's card allows, and some more. */
function answersTo(question: Question): readonly Answer[] {
  const shown = shownOptions(question, place.seed);
  switch (question.kind) {
    case 'choice':
      return shown.map((_, at) => ({ kind: 'option', shown: at }));
    case 'true-false':
      return [0, 1].map((at) => ({ kind: 'option', shown: at }));
    case 'order': {
      const right = inOrder(question).map(({ text }) => shown.indexOf(text));
      return [right, right.toReversed()].map((places) => ({ kind: 'order', shown: places }));
    }
    case 'year':
      return [
        { kind: 'typed', text: String(question.answer) },
        { kind: 'typed', text: '@everyone in 1066'.padEnd(100, '`') },
      ];
    case 'text':
      return [{ kind: 'typed', text: hostile(100) }];
  }
}

function cardsOfQuestion(asked: Asked): readonly Card[] {
  const { question } = asked;
  const some = question.kind === 'order' ? [0, 1, 2].slice(0, question.items.length - 2) : [];
  return [
    questionCard(en, asked, place),
    questionCard(en, asked, place, { sofar: some, note: en.quiz.unreadableYear }),
    promptCard(
      en,
      asked,
      place,
      question.kind === 'text' ? (question.answers.prompt[0]?.ask ?? 'x') : 'x',
      hostile(100),
    ),
    ...answersTo(question).flatMap((answer) =>
      [{ kind: 'right' as const }, { kind: 'wrong' as const, reason: question.explanation.slice(0, 200) }].map(
        (verdict) => verdictCard(en, asked, place, { verdict, answer }),
      ),
    ),
  ];
}

function cardsOfDay(library: Library, day: string): readonly Card[] {
  const events = eventsOnDay(library, day);
  return [
    ...pagesOf((page) => dayCard(en, library, { day, events, page, series: place.seed })),
    ...(events.length
      ? [postCard(en, library, { schedule: 'abc1234', day, occasion: { day, events }, roleId: '1'.repeat(19) })]
      : []),
  ];
}

function cardsOfLibrary(library: Library): readonly Card[] {
  const [topic] = library.topics;
  return [
    ...pagesOf((page) => libraryCard(en, library.articles, { page })),
    ...pagesOf((page) => libraryCard(en, library.articles, { topic, query: hostile(40), page })),
    libraryCard(en, [], { query: 'x', page: 0 }),
    aboutCard(en, library, '0.1.0'),
    unknownArticleCard(en, hostile(6000), library.articles.slice(0, 5), '</articles:1>'),
    unknownArticleCard(en, hostile(6000), [], '</articles:1>'),
  ];
}

const real = await loadLibrary('data', TODAY);
/** Every day of a leap year that has events, and the first few that have none. */
const year = Array.from({ length: 366 }, (_, at) => addDays('2024-01-01', at)).filter(
  (day, at) => at < 20 || real.eventsOn(day.slice(5)).length,
);

describe.each<[string, Library, readonly string[]]>([
  ['the library', real, [...year, '2026-02-28']],
  ['a library of the longest texts', anExtreme(words), ['2026-02-28', '2026-03-01']],
  ['a library of the most hostile texts', anExtreme(hostile), ['2026-02-28', '2026-03-01']],
])('%s', (_, library, days) => {
  // Of the extremes all are alike.
  const articles = library === real ? library.articles : library.articles.slice(0, 1);
  const questions = library === real ? library.questions : library.questions.slice(0, 5);

  test('has articles whose every page Discord takes', () => {
    for (const article of articles) expect(cardsOfArticle(library, article).flatMap(faultsOf)).toEqual([]);
  });

  test('has questions whose every card Discord takes', () => {
    for (const asked of questions) expect(cardsOfQuestion(asked).flatMap(faultsOf)).toEqual([]);
  });

  test('has questions whose every dialog Discord takes', () => {
    for (const asked of questions) {
      expect([true, false].flatMap((again) => dialogFaultsOf(answerDialog(en, asked, place, again)))).toEqual([]);
    }
  });

  test('has days whose every page Discord takes', () => {
    for (const day of days) expect(cardsOfDay(library, day).flatMap(faultsOf)).toEqual([]);
  });

  test('is listed in pages that Discord takes', () => {
    expect(cardsOfLibrary(library).flatMap(faultsOf)).toEqual([]);
  });

  test('has a glossary whose every page Discord takes, and loses no term to them', () => {
    const pages = pagesOf((page) => glossaryCard(en, library, page, place.seed));
    const terms = library.terms.map((term) => termCard(en, library, term, place.seed));
    expect([...pages, ...terms].flatMap(faultsOf)).toEqual([]);
    const shown = pages.map(textOf).join('\n');
    expect(library.terms.filter(({ definition }) => !shown.includes(plain(definition)))).toEqual([]);
  });

  test('has questions on terms whose every card Discord takes', () => {
    for (const asked of library.termQuestions) expect(cardsOfQuestion(asked).flatMap(faultsOf)).toEqual([]);
  });

  test('loses no sentence, position or fact to its pages, and shows none twice', () => {
    for (const article of articles) {
      const full = pagesOf((page) => summaryCard(en, library, article, { length: 'full', page, series: 's' }));
      const said = full.map(textOf).join('\n');
      const texts = [...article.summary.full, ...article.positions].map(({ text }) => plain(text));
      expect(texts.filter((text) => !said.includes(text))).toEqual([]);

      const facts = pagesOf((page) => factsCard(en, article, page, 's'));
      for (const fact of article.facts) {
        const on = facts.flatMap((page, number) => (textOf(page).includes(plain(fact.text)) ? [number] : []));
        expect(on).toEqual([pageOfFact(en, article, fact)]);
      }

      const timeline = pagesOf((page) => timelineCard(en, article, page, 's'))
        .map(textOf)
        .join('\n');
      expect(article.timeline.filter(({ text }) => !timeline.includes(plain(text)))).toEqual([]);
    }
  });

  test('loses no event of a day to its pages', () => {
    for (const day of days) {
      const events = eventsOnDay(library, day);
      const shown = pagesOf((page) => dayCard(en, library, { day, events, page, series: 's' }))
        .map(textOf)
        .join('\n');
      const lost = events.filter((event) =>
        [event.title, event.text, event.significance].some((one) => !shown.includes(plain(one))),
      );
      expect(lost).toEqual([]);
    }
  });

  test('loses no article to the pages of its list', () => {
    const shown = pagesOf((page) => libraryCard(en, library.articles, { page }))
      .map(textOf)
      .join('\n');
    expect(library.articles.filter(({ headline }) => !shown.includes(plain(headline)))).toEqual([]);
  });

  test('gives each page of an article its sources, with links', () => {
    for (const article of articles) {
      const pages = pagesOf((page) => summaryCard(en, library, article, { length: 'full', page, series: 's' })).map(
        textOf,
      );
      expect(
        pages.filter((text) => !/\]\(<https?:/.test(text) && !text.includes(en.article.sourcesUnderFacts)),
      ).toEqual([]);
    }
  });

  test('tells every fact of an answered question, or where it stands', () => {
    for (const asked of questions) {
      const [answer] = answersTo(asked.question);
      if (!answer) throw new Error('no answer');
      const text = textOf(verdictCard(en, asked, place, { verdict: { kind: 'wrong' }, answer }));
      const untold = asked.question.facts.filter((id) => {
        const fact = asked.article.facts.find((one) => one.id === id);
        return !fact || !text.includes(plain(fact.text));
      });
      expect(untold.length === 0 || text.includes('under Key facts')).toBe(true);
    }
  });
});

describe('a question’s card tells nothing', () => {
  /** The same question with every other answer declared right. */
  function turned(question: Question): readonly Question[] {
    switch (question.kind) {
      case 'choice': {
        const all = [question.answer, ...question.distractors];
        return all.map((answer) => ({ ...question, answer, distractors: all.filter((one) => one !== answer) }));
      }
      case 'true-false':
        return [true, false].map((answer) => ({ ...question, answer }));
      case 'order': {
        const dates = question.items.map(({ date }) => date);
        return dates.map((_, by) => ({
          ...question,
          items: question.items.map((item, at) => ({ ...item, date: dates[(at + by) % dates.length] ?? '' })),
        }));
      }
      case 'year':
        return [1066, 1956].map((answer) => ({ ...question, answer }));
      case 'text':
        return ['Oslo', 'Vienna'].map((text) => ({ ...question, answers: { accept: [text], prompt: [], reject: [] } }));
    }
  }

  test('whichever answer is right, it is the same, over the whole library', () => {
    for (const { article, question } of real.questions) {
      const cards = turned(question).map((one) => JSON.stringify(questionCard(en, { article, question: one }, place)));
      expect(new Set(cards).size).toBe(1);
      const dialogs = turned(question).map((one) =>
        JSON.stringify(answerDialog(en, { article, question: one }, place, false)),
      );
      expect(new Set(dialogs).size).toBe(1);
    }
  });

  test('its ids hold nothing of the answer, and depend on no more than the kind and count of options', () => {
    const asked = (question: Question) => ({ article: anArticle(), question });
    const one = skeletonOf(
      questionCard(en, asked(aChoice({ answer: 'Vienna', distractors: ['Oslo', 'Bonn'] })), place),
    );
    const other = skeletonOf(
      questionCard(en, asked(aChoice({ answer: 'Paris', distractors: ['Rome', 'Riga'] })), place),
    );
    expect(one).toEqual(other);
  });
});

describe('schedules', () => {
  const PERMISSIONS = [
    'View Channel',
    'Send Messages',
    'Embed Links',
    'Read Message History',
    'Send Messages in Threads',
  ];
  const reason: PostRefusal = { kind: 'unverifiable', permissions: PERMISSIONS };
  const id = '9'.repeat(19);
  const library = anExtreme(hostile);
  const deliveries = Array.from(
    { length: 14 },
    (_, at): Delivery => ({ day: `2026-11-${10 + at}`, dueAt: NOW, at: NOW, outcome: { kind: 'failed', reason } }),
  );
  const schedule = aSchedule({
    channelId: id,
    roleId: id,
    topic: 'europe',
    zone: 'America/Argentina/ComodRivadavia',
    weekdays: [1, 2, 3, 5, 6, 7],
    whenEmpty: 'nearest',
    failing: { since: NOW, reason },
    intent: { day: '2026-11-25', dueAt: NOW, recordedAt: NOW, uncertain: true },
    deliveries,
  });
  const many = Array.from({ length: 25 }, (_, n) => ({ ...schedule, channelId: `${id.slice(2)}${10 + n}` }));

  test('as many as a server can have are listed in pages that Discord takes, and none is left out', () => {
    const pages = pagesOf((page) => schedulesCard(en, library, { schedules: many, page, now: NOW }));
    expect(pages.flatMap(faultsOf)).toEqual([]);
    const text = pages.map(textOf).join('\n');
    expect(many.filter(({ channelId }) => !text.includes(`<#${channelId}>`))).toEqual([]);
  });

  test('all that one remembers is told in pages that Discord takes', () => {
    const pages = pagesOf((page) => whyCard(en, library, { schedule, page, now: NOW }));
    expect(pages.flatMap(faultsOf)).toEqual([]);
    const text = pages.map(textOf).join('\n');
    expect(deliveries.filter(({ day }) => !text.includes(en.date(day)))).toEqual([]);
    expect(text).toContain(en.schedule.unsettled);
  });

  test('one after a change fits', () => {
    const notes = [en.schedule.keptQuiet, en.schedule.notPingable(`<@&${id}>`)];
    expect(faultsOf(scheduleCard(en, library, { schedule, title: en.schedule.added, notes, now: NOW }))).toEqual([]);
  });

  test('one that has posted nothing yet says so', () => {
    const fresh = aSchedule();
    expect(textOf(whyCard(en, library, { schedule: fresh, page: 0, now: NOW }))).toContain(en.schedule.whyNone);
  });
});

test('help on a hundred commands comes in pages that Discord takes, and leaves none out', () => {
  const commands = Array.from({ length: 100 }, (_, n) => ({
    mention: `</${'command'.padEnd(32, 'x')} ${`action${n}`.padEnd(32, 'x')}:${'1'.repeat(19)}>`,
    description: hostile(100),
  }));
  const pages = pagesOf((page) => helpCard(en, commands, page));
  expect(pages.flatMap(faultsOf)).toEqual([]);
  expect(commands.filter(({ mention }) => !pages.map(textOf).join('\n').includes(mention))).toEqual([]);
});

test('a channel’s post that cannot hold all events of a day says how many more there are', () => {
  const library = anExtreme(words);
  const occasion = { day: '2026-02-28', events: eventsOnDay(library, '2026-02-28') };
  const text = textOf(postCard(en, library, { schedule: 'abc1234', day: '2026-02-28', occasion }));
  const shown = occasion.events.filter((event: DiplomaticEvent) => text.includes(plain(event.title))).length;
  expect(text).toContain(`And ${40 - shown} more events`);
});

test('an event of 29 February says so when a common year’s 28 February remembers it', () => {
  const event = anEvent({ id: '1956-02-29-x', date: '1956-02-29' });
  const library = aLibrary({ events: [event] });
  const text = textOf(dayCard(en, library, { day: '2026-02-28', events: [event], page: 0, series: 's' }));
  expect(text).toContain('29 February 1956');
});
