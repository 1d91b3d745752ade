import { expect, test } from 'vitest';
import { articleSchema, eventsSchema } from '../../../src/adapters/dataset/schema.ts';
import { isWellShaped, shapeFindings } from '../../../src/adapters/dataset/shape.ts';
import { aChoice, aFact, anArticle, anEvent, aSentence, aSource, aYear } from '../../support/anArticle.ts';

const sound = anArticle();
const { date: _, ...undated } = aFact();

test.each<[string, object, string, string]>([
  [
    'a text too long',
    { headline: 'x'.repeat(123) },
    'headline',
    'This has 123 characters; 120 are the most. Shorten it by 3.',
  ],
  [
    'an empty text',
    { headline: '' },
    'headline',
    'This text is empty. Write it, or remove the field if it may be left out.',
  ],
  [
    'a space at the end',
    { headline: 'x ' },
    'headline',
    '“x ” is not written as it must be. Write no space at the start or end.',
  ],
  [
    'an id that is no slug',
    { id: 'A b' },
    'id',
    '“A b” is not written as it must be. Write lower-case words joined by hyphens, such as "suga-putin-call-2020".',
  ],
  [
    'a missing field',
    { facts: [undated] },
    'facts.0.date',
    'The field “date” is missing. Add it: a day (2020-09-29), a month (2020-09) or a year (2020).',
  ],
  ['a missing text', { headline: undefined }, 'headline', 'The field “headline” is missing. Add it: a text.'],
  [
    'a field too many',
    { colour: 'red' },
    'colour',
    'There is no field “colour” here. Correct its spelling, or remove it.',
  ],
  ['a number for a text', { headline: 3 }, 'headline', 'This is a number and must be a text. Write it as such.'],
  ['null for a list', { places: null }, 'places', 'This is null and must be a list. Write it as such.'],
  [
    'too few facts',
    { facts: sound.facts.slice(0, 7) },
    'facts',
    'This list has 7 entries: an article has at least 8 facts. Add 1 or more.',
  ],
  [
    'a sentence without a fact',
    { summary: { ...sound.summary, line: aSentence('A line.', []) } },
    'summary.line.facts',
    'This list has 0 entries: every sentence and question names at least one fact. Add 1 or more.',
  ],
  [
    'too many sentences',
    { summary: { ...sound.summary, standard: Array.from({ length: 6 }, () => aSentence()) } },
    'summary.standard',
    'This list has 6 entries; 5 are the most. Take 1 out.',
  ],
  [
    'a day that does not exist',
    { source: aSource({ checked: '2021-02-29' }) },
    'source.checked',
    '“2021-02-29” is not a day of the calendar. Write a day that exists, such as 2020-09-29.',
  ],
  [
    'a partial date that does not exist',
    { facts: [aFact({ asOf: '2020-13' }), ...sound.facts.slice(1)] },
    'facts.0.asOf',
    '“2020-13” is not written as it must be. Write a day (2020-09-29), a month (2020-09) or a year (2020).',
  ],
  [
    'no address',
    { source: aSource({ url: 'nikkei' }) },
    'source.url',
    '“nikkei” is not written as it must be. Write the whole address of a page, beginning with https://.',
  ],
  [
    'a kind of question that there is not',
    { questions: [{ ...aChoice(), kind: 'riddle' }, ...sound.questions] },
    'questions.0.kind',
    '“riddle” is not possible here. Write one of choice, true-false, year, text, order.',
  ],
  [
    'a difficulty that there is not',
    { questions: [{ ...aChoice(), difficulty: 4 }, ...sound.questions] },
    'questions.0.difficulty',
    '4 is not possible here. Use one of 1, 2, 3.',
  ],
  [
    'a year too great',
    { questions: [aYear({ answer: 20200 }), ...sound.questions] },
    'questions.0.answer',
    '20200 is too much; 2100 is the most. Write a smaller number.',
  ],
])('%s', (_, changes, path, sentences) => {
  const value = { ...sound, ...changes };
  const issues = articleSchema.safeParse(value).error?.issues ?? [];
  const findings = shapeFindings(issues, value).filter((finding) => finding.path.join('.') === path);
  expect(findings.map(({ wrong, mend }) => `${wrong} ${mend}`)).toEqual([sentences]);
});

test('an event of an unknown kind is told the kinds', () => {
  const value = { events: [{ ...anEvent(), kind: 'dreamt' }] };
  const [finding] = shapeFindings(eventsSchema.safeParse(value).error?.issues ?? [], value);
  expect([finding?.path, finding?.mend.slice(0, 27)]).toEqual([['events', 0, 'kind'], 'Use one of signed, adopted,']);
});

test.each<[string, object, boolean]>([
  ['texts too long and lists too short', { headline: 'x'.repeat(200), facts: [] }, true],
  ['a date that does not exist', { facts: [aFact({ date: '2020-13' })] }, true],
  ['a field too many', { colour: 'red' }, true],
  ['a missing field', { facts: [undated] }, false],
  ['a field of another type', { headline: 3 }, false],
  ['a date that is a number', { facts: [{ ...aFact(), date: 2020 }] }, false],
  ['an unknown kind of question', { questions: [{ ...aChoice(), kind: 'riddle' }] }, false],
])('with %s, whether the rules can be tried: %s', (_, changes, tried) => {
  const value = { ...sound, ...changes };
  expect(isWellShaped(articleSchema.safeParse(value).error?.issues ?? [], value)).toBe(tried);
});
