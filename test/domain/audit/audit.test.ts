import { describe, expect, test } from 'vitest';
import { auditorIn } from '../../../src/domain/audit/audit.ts';
import type { JsonPath } from '../../../src/domain/audit/finding.ts';
import type { Article, DiplomaticEvent } from '../../../src/domain/library.ts';
import {
  aChoice,
  aFact,
  aNeutralName,
  anArticle,
  anEvent,
  anOrder,
  aSentence,
  aSource,
  aText,
  aTrueFalse,
  aYear,
  surroundings,
  TODAY,
} from '../../support/anArticle.ts';

const around = surroundings();
const sound = anArticle();

/** What is found in the sound article with something changed: where, and what. */
function found(changes: Partial<Article>, surroundings = around): [JsonPath, string][] {
  return auditorIn(surroundings)
    .article(anArticle(changes), 'leaders-call-2020.json')
    .map(({ path, wrong }) => [path, wrong]);
}

/** The same of October's events. */
function foundInOctober(events: readonly DiplomaticEvent[]): [JsonPath, string][] {
  return auditorIn(around)
    .events(events, '10')
    .map(({ path, wrong }) => [path, wrong]);
}

/** The sound questions with one more in the first place. */
function withQuestion(question: Article['questions'][number]): Partial<Article> {
  return { questions: [question, ...sound.questions] };
}

/** The sound facts with the first changed. */
function withFact(changes: Parameters<typeof aFact>[0]): Partial<Article> {
  return { facts: [aFact(changes), ...sound.facts.slice(1)] };
}

describe('what is sound', () => {
  test('an article has no findings', () => {
    expect(found({})).toEqual([]);
  });

  test('a month of events has no findings', () => {
    expect(foundInOctober([anEvent()])).toEqual([]);
  });
});

describe('ids of an article', () => {
  test.each<[string, Partial<Article>, [JsonPath, string]]>([
    [
      'a file named otherwise',
      { id: 'another' },
      [['id'], 'The id “another” is not the name of its file, leaders-call-2020.json.'],
    ],
    [
      'two sources',
      { furtherSources: [...sound.furtherSources, aSource()] },
      [['furtherSources', 1, 'id'], 'Another source has the id “gazette” already.'],
    ],
    [
      'two facts',
      { facts: [...sound.facts, aFact({ id: 'eighth' })] },
      [['facts', 8, 'id'], 'Another fact has the id “eighth” already.'],
    ],
    [
      'two questions',
      { questions: [...sound.questions, aYear()] },
      [['questions', 8, 'id'], 'Another question has the id “treaty-year” already.'],
    ],
    ['a fact’s source', withFact({ source: 'gazete' }), [['facts', 0, 'source'], 'There is no source “gazete”.']],
    [
      'the line’s fact',
      { summary: { ...sound.summary, line: aSentence('A line.', ['cal']) } },
      [['summary', 'line', 'facts', 0], 'There is no fact “cal”.'],
    ],
    [
      'a standard sentence’s fact',
      { summary: { ...sound.summary, standard: [aSentence('One.', ['call', 'nothing'])] } },
      [['summary', 'standard', 0, 'facts', 1], 'There is no fact “nothing”.'],
    ],
    [
      'a full sentence’s fact',
      { summary: { ...sound.summary, full: [aSentence(), aSentence('One.', ['nothing'])] } },
      [['summary', 'full', 1, 'facts', 0], 'There is no fact “nothing”.'],
    ],
    [
      'a timeline entry’s fact',
      { timeline: [{ date: '2020', ...aSentence('One.', ['nothing']) }] },
      [['timeline', 0, 'facts', 0], 'There is no fact “nothing”.'],
    ],
    [
      'a position’s fact',
      { positions: [{ party: 'East', ...aSentence('One.', ['nothing']) }] },
      [['positions', 0, 'facts', 0], 'There is no fact “nothing”.'],
    ],
    [
      'a question’s fact',
      withQuestion(aTrueFalse({ id: 'new', facts: ['nothing'] })),
      [['questions', 0, 'facts', 0], 'There is no fact “nothing”.'],
    ],
    [
      'a fact named twice',
      withQuestion(aTrueFalse({ id: 'new', facts: ['call', 'call'] })),
      [['questions', 0, 'facts', 1], 'The fact “call” is named twice here.'],
    ],
    ['a topic', { topics: ['europe', 'asia'] }, [['topics', 1], 'There is no topic “asia”.']],
  ])('%s', (_, changes, finding) => {
    expect(found(changes)).toEqual([finding]);
  });

  test('topics are not held against a list that could not be read', () => {
    expect(found({ topics: ['asia'] }, { ...around, topics: undefined })).toEqual([]);
  });

  test.each([
    ['near another', 'gazete', 'Did you mean “gazette”?'],
    ['near none', 'tass-agency', 'Use one of gazette, archive, or add it.'],
  ])('an id %s is mended accordingly', (_, source, mend) => {
    expect(auditorIn(around).article(anArticle(withFact({ source })), 'leaders-call-2020.json')[0]?.mend).toBe(mend);
  });
});

describe('dates of an article', () => {
  test.each<[string, Partial<Article>, [JsonPath, string]]>([
    [
      'read before it was published',
      { source: aSource({ published: '2026-11-21' }) },
      [['source', 'checked'], 'A page cannot be read before it is published, but 2026-11-20 lies before 2026-11-21.'],
    ],
    [
      'read tomorrow',
      { furtherSources: [aSource({ id: 'archive', checked: '2026-11-26' })] },
      [['furtherSources', 0, 'checked'], '2026-11-26 has not come yet: today is 2026-11-25.'],
    ],
    [
      'a fact of the future',
      withFact({ id: 'fourth', date: '2026-12', asOf: '2026' }),
      [['facts', 0, 'date'], '2026-12 has not come yet: today is 2026-11-25.'],
    ],
    [
      'known as of tomorrow',
      withFact({ asOf: '2026-11-26' }),
      [['facts', 0, 'asOf'], '2026-11-26 has not come yet: today is 2026-11-25.'],
    ],
    [
      'a timeline that goes on',
      { timeline: [...sound.timeline, { date: '2027', ...aSentence() }] },
      [['timeline', 3, 'date'], '2027 has not come yet: today is 2026-11-25.'],
    ],
    [
      'known before it was',
      withFact({ asOf: '2020-08' }),
      [['facts', 0, 'asOf'], 'A fact cannot be known before its date, but 2020-08 lies before 2020-09-29.'],
    ],
    [
      'lapsed before it was known',
      withFact({ validUntil: '2020-09-28' }),
      [['facts', 0, 'validUntil'], 'A fact cannot lapse before its asOf, but 2020-09-28 lies before 2020-09-29.'],
    ],
    [
      'a timeline out of order',
      {
        timeline: [
          { date: '2019', ...aSentence() },
          { date: '2018-11', ...aSentence() },
        ],
      },
      [['timeline', 1, 'date'], 'The timeline runs from the earliest to the latest, but 2018-11 lies before 2019.'],
    ],
  ])('%s', (_, changes, finding) => {
    expect(found(changes)).toContainEqual(finding);
  });

  test.each<[string, Partial<Article>]>([
    ['read today', { source: aSource({ checked: TODAY, published: TODAY }) }],
    ['known in the same year', withFact({ asOf: '2020' })],
    [
      'a year in the timeline after a month in it',
      {
        timeline: [
          { date: '2018-11', ...aSentence() },
          { date: '2018', ...aSentence() },
        ],
      },
    ],
    ['to be true for years to come', withFact({ validUntil: '2030' })],
  ])('%s is sound', (_, changes) => {
    expect(found(changes)).toEqual([]);
  });
});

describe('names of disputed places', () => {
  const oneSide = 'The talks were about the Northern Territories.';
  const wrong = '“northern territories” is the name that one side gives a disputed place.';

  test.each<[string, Partial<Article>, JsonPath]>([
    ['headline', { headline: 'The Southern Kurils again' }, ['headline']],
    ['line', { summary: { ...sound.summary, line: aSentence(oneSide) } }, ['summary', 'line', 'text']],
    ['standard', { summary: { ...sound.summary, standard: [aSentence(oneSide)] } }, ['summary', 'standard']],
    ['full', { summary: { ...sound.summary, full: [aSentence(oneSide)] } }, ['summary', 'full']],
    ['fact', { facts: [...sound.facts, aFact({ id: 'ninth', text: oneSide })] }, ['facts', 8, 'text']],
    ['timeline', { timeline: [{ date: '2020', ...aSentence(oneSide) }] }, ['timeline', 0, 'text']],
    ['position', { positions: [{ party: 'Japan', ...aSentence(oneSide) }] }, ['positions', 0, 'text']],
    ['prompt', withQuestion(aTrueFalse({ id: 'new', prompt: oneSide })), ['questions', 0, 'prompt']],
    [
      'option',
      withQuestion(aChoice({ id: 'new', distractors: ['South Kuril Islands', 'At a summit'] })),
      ['questions', 0, 'prompt'],
    ],
    ['explanation', withQuestion(aTrueFalse({ id: 'new', explanation: oneSide })), ['questions', 0, 'explanation']],
    [
      'reason',
      withQuestion(
        aText({ id: 'new', answers: { accept: ['Moscow'], prompt: [], reject: [{ text: 'x', reason: oneSide }] } }),
      ),
      ['questions', 0, 'answers', 'reject', 0, 'reason'],
    ],
    [
      'ask',
      withQuestion(
        aText({ id: 'new', answers: { accept: ['Moscow'], prompt: [{ text: 'x', ask: oneSide }], reject: [] } }),
      ),
      ['questions', 0, 'answers', 'prompt', 0, 'ask'],
    ],
  ])('one side’s in a %s', (_, changes, path) => {
    expect(found(changes).map(([where]) => where)).toEqual([path]);
  });

  test('one side’s in an event', () => {
    expect(foundInOctober([anEvent({ significance: oneSide })])).toEqual([[['events', 0, 'text'], wrong]]);
  });

  test.each<[string, Partial<Article>]>([
    ['both names', { headline: 'The Northern Territories / Southern Kurils' }],
    [
      'both names over two sentences',
      { summary: { ...sound.summary, standard: [aSentence(oneSide), aSentence('To Russia: South Kuril Islands.')] } },
    ],
    ['speech', { headline: 'He spoke of “the Northern Territories” again' }],
    ['another word', { headline: 'Northern Territoriesque matters' }],
    ['a source’s own headline', { source: aSource({ headline: 'Northern Territories' }) }],
  ])('%s is sound', (_, changes) => {
    expect(found(changes)).toEqual([]);
  });

  test('are found whatever their case and accents', () => {
    const places = [
      aNeutralName({
        sides: [
          { party: 'Viet Nam', names: ['Hoàng Sa'] },
          { party: 'China', names: ['Xisha'] },
        ],
      }),
    ];
    expect(found({ headline: 'HOANG SA again' }, { ...around, places }).map(([where]) => where)).toEqual([
      ['headline'],
    ]);
  });
});

describe('answers that do not follow from their facts', () => {
  test.each<[string, Article['questions'][number], [JsonPath, string]]>([
    [
      'choice',
      aChoice({ id: 'new', answer: 'By telegraph' }),
      [
        ['questions', 0, 'answer'],
        "The right answer “By telegraph” does not follow from the question's facts: “telegraph” is not in them.",
      ],
    ],
    [
      'text',
      aText({ id: 'new', answers: { accept: ['Kyiv', 'Moscow'], prompt: [], reject: [] } }),
      [
        ['questions', 0, 'answers', 'accept', 0],
        "The right answer “Kyiv” does not follow from the question's facts: “kyiv” is not in them.",
      ],
    ],
    [
      'year',
      aYear({ id: 'new', answer: 1957 }),
      [
        ['questions', 0, 'answer'],
        "The right answer “1957” does not follow from the question's facts: “1957” is not in them.",
      ],
    ],
    [
      'order',
      anOrder({ id: 'new', facts: ['treaty', 'envoys'] }),
      [['questions', 0, 'items', 2, 'date'], "None of the question's facts has the date 2020-09-29."],
    ],
  ])('%s', (_, question, finding) => {
    expect(found(withQuestion(question))).toEqual([finding]);
  });

  test.each<[string, Article['questions'][number]]>([
    [
      'the date spelled out',
      aChoice({ id: 'new', answer: '29 September', distractors: ['28 September', '1 October'] }),
    ],
    ['a number in words', aChoice({ id: 'new', answer: 'Two leaders', distractors: ['Ten leaders', 'Six leaders'] })],
    [
      'a possessive and a plural',
      aChoice({ id: 'new', answer: 'The leader’s telephones', distractors: ['The envoy’s many letters', 'x'] }),
    ],
    ['a number in figures', aChoice({ id: 'new', answer: '2 leaders', distractors: ['Ten leaders', 'Six leaders'] })],
    ['other case', aText({ id: 'new', answers: { accept: ['MOSCOW'], prompt: [], reject: [] } })],
  ])('%s is sound', (_, question) => {
    expect(found(withQuestion(question))).toEqual([]);
  });
});

describe('questions that give themselves away', () => {
  test.each<[string, Article['questions'][number], [JsonPath, string]]>([
    [
      'a choice prompt with its answer',
      aChoice({ id: 'new', prompt: 'Was it by telephone that they spoke?' }),
      [['questions', 0, 'prompt'], 'The prompt contains its answer, “By telephone”.'],
    ],
    [
      'a text prompt with a later accepted answer',
      aText({
        id: 'new',
        prompt: 'Where is the Kremlin?',
        answers: { accept: ['Moscow', 'Kremlin'], prompt: [], reject: [] },
      }),
      [['questions', 0, 'prompt'], 'The prompt contains its answer, “Kremlin”.'],
    ],
    [
      'a year prompt with its year',
      aYear({ id: 'new', prompt: 'In which year was the treaty of 1956 signed?' }),
      [['questions', 0, 'prompt'], 'The prompt contains its answer, “1956”.'],
    ],
    [
      'an option twice',
      aChoice({ id: 'new', distractors: ['By letter only', 'by Létter only!'] }),
      [['questions', 0, 'distractors', 1], 'The option “by Létter only!” says the same as “By letter only”.'],
    ],
    [
      'the answer among the wrong options',
      aChoice({ id: 'new', distractors: ['by telephone', 'By letter only'] }),
      [['questions', 0, 'distractors', 0], 'The option “by telephone” says the same as “By telephone”.'],
    ],
    [
      'an option about the others',
      aChoice({ id: 'new', distractors: ['By letter only', 'None of the above'] }),
      [
        ['questions', 0, 'distractors', 1],
        'The option “None of the above” speaks of the other options, which are shuffled.',
      ],
    ],
    [
      'a right option much longer than the next',
      aChoice({ id: 'new', answer: 'By telephone for 20 minutes', distractors: ['At a summit', 'Never'] }),
      [
        ['questions', 0, 'answer'],
        'The right option has 27 characters, the next longest 11: its length gives it away.',
      ],
    ],
    [
      'an item with its year',
      anOrder({ id: 'new', items: [{ text: 'The 1956 treaty', date: '1956-10-19' }, ...anOrder().items.slice(1)] }),
      [['questions', 0, 'items', 0, 'text'], '“1956” tells when this was, and so its place in the order.'],
    ],
    [
      'an item with its month',
      anOrder({ id: 'new', items: [{ text: 'The October treaty', date: '1956-10-19' }, ...anOrder().items.slice(1)] }),
      [['questions', 0, 'items', 0, 'text'], '“October” tells when this was, and so its place in the order.'],
    ],
    [
      'an order prompt with the years',
      anOrder({ id: 'new', prompt: 'What was in 1956, in 2018 and in 2020?' }),
      [['questions', 0, 'prompt'], 'The prompt gives dates of its items away (1956, 2018, 2020).'],
    ],
    [
      'an order prompt with a date',
      anOrder({ id: 'new', prompt: 'What led to the call of 29 September 2020?' }),
      [['questions', 0, 'prompt'], 'The prompt gives dates of its items away (29 September 2020).'],
    ],
    [
      'an item twice',
      anOrder({ id: 'new', items: [...anOrder().items.slice(0, 2), { text: 'the envoys meet.', date: '2020-09-29' }] }),
      [['questions', 0, 'items', 2, 'text'], '“the envoys meet.” stands here twice.'],
    ],
    [
      'items that may coincide',
      anOrder({ id: 'new', items: [...anOrder().items.slice(0, 2), { text: 'Another', date: '2018-11' }] }),
      [['questions', 0, 'items', 2, 'date'], 'The dates 2018-11 and 2018-11 do not tell which comes first.'],
    ],
    [
      'a typed answer both right and wrong',
      aText({ id: 'new', answers: { accept: ['Moscow'], prompt: [], reject: [{ text: 'MOSCOW', reason: 'No.' }] } }),
      [
        ['questions', 0, 'answers', 'reject', 0, 'text'],
        '“MOSCOW” says the same as “Moscow” under “accept”; case, accents and punctuation do not count.',
      ],
    ],
    [
      'a typed answer both right and vague',
      aText({ id: 'new', answers: { accept: ['Moscow'], prompt: [{ text: 'Móscow', ask: 'Which?' }], reject: [] } }),
      [
        ['questions', 0, 'answers', 'prompt', 0, 'text'],
        '“Móscow” says the same as “Moscow” under “accept”; case, accents and punctuation do not count.',
      ],
    ],
  ])('%s', (_, question, finding) => {
    expect(found(withQuestion(question))).toEqual([finding]);
  });

  test.each<[string, Article['questions'][number]]>([
    [
      'a prompt that offers all options',
      aChoice({ id: 'new', prompt: 'By telephone, by letter only or at a summit?' }),
    ],
    ['a prompt with part of a word of its answer', aText({ id: 'new', prompt: 'Where do Moscowites live?' })],
    ['an order prompt with the span of years', anOrder({ id: 'new', prompt: 'Put these in order, 1956 to 2020.' })],
    [
      'a modal verb that looks like a month',
      anOrder({ id: 'new', items: [{ text: 'It may rain', date: '1956-10-19' }, ...anOrder().items.slice(1)] }),
    ],
    [
      'a long option next to another nearly as long',
      aChoice({
        id: 'new',
        answer: 'The two leaders spoke by telephone',
        distractors: ['They never spoke together', 'They met'],
      }),
    ],
    [
      'short names of different length',
      aChoice({ id: 'new', facts: ['envoys'], answer: 'Vienna met', distractors: ['Rome', 'Oslo'] }),
    ],
  ])('%s is sound', (_, question) => {
    expect(found(withQuestion(question))).toEqual([]);
  });

  test('items that share a year may name it', () => {
    const dates = ['2020-07-01', '2020-08-28', '2020-09-29'];
    const facts = [...sound.facts, ...dates.map((date) => aFact({ id: `on-${date}`, date, asOf: '2020' }))];
    const items = dates.map((date, index) => ({ text: `Step ${index} of 2020`, date }));
    const question = anOrder({ id: 'new', items, facts: dates.map((date) => `on-${date}`) });
    expect(found({ facts, ...withQuestion(question) })).toEqual([]);
  });

  test('a month does not tell its order within its year', () => {
    const facts = [...sound.facts, aFact({ id: 'some-day', date: '2018', asOf: '2018' })];
    const items = [...anOrder().items.slice(0, 2), { text: 'Another', date: '2018' }];
    const question = anOrder({ id: 'new', items, facts: ['treaty', 'envoys', 'some-day'] });
    expect(found({ facts, ...withQuestion(question) })).toEqual([
      [['questions', 0, 'items', 2, 'date'], 'The dates 2018-11 and 2018 do not tell which comes first.'],
    ]);
  });

  const long = (id: string) => aChoice({ id, answer: 'By the telephone' });
  test('the right option is the longest in more than half of the choice questions', () => {
    const questions = [long('a'), long('b'), long('c'), aChoice({ id: 'd' }), aChoice({ id: 'e' }), aYear(), aText()];
    expect(found({ questions })).toEqual([
      [
        ['questions'],
        'In 3 of 5 choice questions the right option is the longest (a, b, c), so that a guess by length wins.',
      ],
    ]);
  });

  test('half of them is sound, and so are two', () => {
    const half = [long('a'), long('b'), long('c'), ...['d', 'e', 'f'].map((id) => aChoice({ id })), aYear(), aText()];
    expect([found({ questions: half }), found({ questions: [long('a'), long('b'), aYear(), aText()] })]).toEqual([
      [],
      [],
    ]);
  });
});

test('questions of two kinds are too few', () => {
  expect(found({ questions: [aChoice(), aYear()] })).toEqual([
    [['questions'], 'The questions are of 2 kinds only: choice, year.'],
  ]);
});

describe('events of October', () => {
  test.each<[string, Partial<DiplomaticEvent>, [JsonPath, string]]>([
    [
      'an id of another day',
      { id: '1956-10-18-treaty' },
      [['events', 0, 'id'], "The id “1956-10-18-treaty” does not begin with the event's date, 1956-10-19."],
    ],
    [
      'a day of another month',
      { id: '1956-11-19-treaty', date: '1956-11-19' },
      [['events', 0, 'date'], '1956-11-19 does not belong in the file 10.json.'],
    ],
    [
      'a day to come',
      { id: '2027-10-19-treaty', date: '2027-10-19' },
      [['events', 0, 'date'], '2027-10-19 has not come yet: today is 2026-11-25.'],
    ],
    [
      'a source read before it was published',
      { sources: [aSource({ published: '2026-11-21' })] },
      [
        ['events', 0, 'sources', 0, 'checked'],
        'A page cannot be read before it is published, but 2026-11-20 lies before 2026-11-21.',
      ],
    ],
    [
      'a Julian day that is another',
      { julianDate: '1956-10-07' },
      [
        ['events', 0, 'julianDate'],
        '1956-10-07 in the Julian calendar is 1956-10-20 in the Gregorian, not 1956-10-19.',
      ],
    ],
    ['an unknown topic', { topics: ['asia'] }, [['events', 0, 'topics', 0], 'There is no topic “asia”.']],
    ['an unknown article', { articles: ['x'] }, [['events', 0, 'articles', 0], 'There is no article “x”.']],
  ])('%s', (_, changes, finding) => {
    expect(foundInOctober([anEvent(changes)])).toEqual([finding]);
  });

  test('two of one id', () => {
    expect(foundInOctober([anEvent(), anEvent()])).toEqual([
      [['events', 1, 'id'], 'Another event has the id “1956-10-19-treaty” already.'],
    ]);
  });

  test.each([
    ['days', '1956-10-20', '1990-10-19', '1990-10-19 stands after 1956-10-20.'],
    ['years', '1990-10-19', '1956-10-19', '1956-10-19 stands after 1990-10-19.'],
  ])('%s out of order', (_, first, second, wrong) => {
    const events = [first, second].map((date) => anEvent({ id: `${date}-x`, date }));
    expect(foundInOctober(events)).toEqual([[['events', 1, 'date'], wrong]]);
  });

  test('a Julian day that fits is sound', () => {
    expect(foundInOctober([anEvent({ julianDate: '1956-10-06' })])).toEqual([]);
  });
});

describe('neutral names', () => {
  const places = [
    aNeutralName({ neutral: ['Kuril dispute'], sides: [{ party: 'Japan', names: ['Northern Territories'] }] }),
  ];

  test('may stand alone, and allow a side’s own beside them', () => {
    for (const headline of ['The Kuril dispute', 'The Kuril dispute, Northern Territories to Japan']) {
      expect(found({ headline }, { ...around, places })).toEqual([]);
    }
  });

  test('are missed where a side’s own stands alone', () => {
    expect(found({ headline: 'The Northern Territories' }, { ...around, places }).map(([path]) => path)).toEqual([
      ['headline'],
    ]);
  });
});

describe('loaded words', () => {
  const wrong = "“regime” judges a party in the library's own voice.";

  test.each<[string, Partial<Article>, JsonPath]>([
    ['headline', { headline: 'The Regime falls' }, ['headline']],
    [
      'fact',
      withFact({ text: 'The two leaders spoke by telephone for 20 minutes, of the regime.' }),
      ['facts', 0, 'text'],
    ],
    [
      'explanation',
      withQuestion(aTrueFalse({ id: 'new', explanation: 'The regime fell.' })),
      ['questions', 0, 'explanation'],
    ],
  ])('are found in a %s', (_, changes, path) => {
    expect(found(changes)).toEqual([[path, wrong]]);
  });

  test('are found in an event', () => {
    expect(foundInOctober([anEvent({ significance: 'It ended the regime.' })])).toEqual([
      [['events', 0, 'text'], wrong],
    ]);
  });

  test.each(['He spoke of “the regime”.', 'A new sanctions regime was agreed.', 'A regimen of drills.'])(
    'may stand in: %s',
    (headline) => {
      expect(found({ headline })).toEqual([]);
    },
  );

  test('are found beside a phrase in which they are fine', () => {
    expect(found({ headline: 'The sanctions regime and the regime' })).toEqual([[['headline'], wrong]]);
  });
});

describe('names of countries', () => {
  test('are written alike everywhere', () => {
    const wrong = '“ussr” is written “Soviet Union” elsewhere.';
    expect(found({ places: ['Moscow', 'ussr'] })).toEqual([[['places', 1], wrong]]);
    expect(foundInOctober([anEvent({ parties: ['ussr'] })])).toEqual([[['events', 0, 'parties', 0], wrong]]);
    expect(found({ places: ['soviet union'] }).length).toBe(1);
  });
});

describe('sources', () => {
  test('are pages of two publishers at least, each of whom says a fact', () => {
    const facts = anArticle().facts.map((fact) => ({ ...fact, source: 'gazette' }));
    const [finding] = found({ facts });
    expect(finding).toEqual([['furtherSources'], 'All facts rest on one publisher, The Gazette.']);
  });
});

describe('the day of the second reading', () => {
  test('comes after the sources were read, and not after today', () => {
    expect(found({ verifiedOn: TODAY })).toEqual([]);
    expect(found({ verifiedOn: '2026-11-19' }).map(([path]) => path)).toEqual([['verifiedOn'], ['verifiedOn']]);
    expect(found({ verifiedOn: '2026-11-26' }).map(([path]) => path)).toEqual([['verifiedOn']]);
  });
});

test('no article is on the topic of the glossary', () => {
  expect(found({ topics: ['glossary'] }, { ...around, topics: ['europe', 'glossary'] }).map(([path]) => path)).toEqual([
    ['topics', 0],
  ]);
});
