import type { Article, DiplomaticEvent, Source } from '../library.ts';
import { fromJulian, isBefore, isPartialDate, startOf } from '../partialDate.ts';
import type { PartialDate } from '../time.ts';
import type { Finding, JsonPath } from './finding.ts';

/** What the dates of an article say against each other and against `today` (YYYY-MM-DD). */
export function wrongDatesIn(article: Article, today: string): Finding[] {
  const { date: about, source, furtherSources, facts, timeline, verifiedOn } = article;
  return [
    ...ahead(about, ['date'], today),
    ...ahead(verifiedOn, ['verifiedOn'], today),
    ...[source, ...furtherSources].flatMap(({ checked }) =>
      backwards(checked, verifiedOn, ['verifiedOn'], 'Facts are compared with their sources after these are read'),
    ),
    ...wrongDatesInCitation(source, ['source'], today),
    ...furtherSources.flatMap((further, index) => wrongDatesInCitation(further, ['furtherSources', index], today)),
    ...facts.flatMap(({ date, asOf, validUntil }, index) => [
      ...ahead(date, ['facts', index, 'date'], today),
      ...ahead(asOf, ['facts', index, 'asOf'], today),
      ...backwards(date, asOf, ['facts', index, 'asOf'], 'A fact cannot be known before its date'),
      ...backwards(asOf, validUntil, ['facts', index, 'validUntil'], 'A fact cannot lapse before its asOf'),
    ]),
    ...timeline.flatMap(({ date }, index) => [
      ...ahead(date, ['timeline', index, 'date'], today),
      ...backwards(
        timeline[index - 1]?.date,
        date,
        ['timeline', index, 'date'],
        'The timeline runs from the earliest to the latest',
      ),
    ]),
  ];
}

/** The same of an event, its own date included. */
export function wrongDatesOf(event: DiplomaticEvent, today: string): Finding[] {
  return [
    ...ahead(event.date, ['date'], today),
    ...misconverted(event),
    ...event.sources.flatMap((source, index) => wrongDatesInCitation(source, ['sources', index], today)),
  ];
}

function misconverted({ date, julianDate }: DiplomaticEvent): Finding[] {
  if (julianDate === undefined || !isPartialDate(julianDate) || fromJulian(julianDate) === date) return [];
  return [
    {
      path: ['julianDate'],
      wrong: `${julianDate} in the Julian calendar is ${fromJulian(julianDate)} in the Gregorian, not ${date}.`,
      mend: 'Correct one of the two dates.',
    },
  ];
}

/** The same of where something was read. */
export function wrongDatesInCitation(
  { published, checked }: Omit<Source, 'id'>,
  path: JsonPath,
  today: string,
): Finding[] {
  return [
    ...ahead(checked, [...path, 'checked'], today),
    ...backwards(published, checked, [...path, 'checked'], 'A page cannot be read before it is published'),
  ];
}

function ahead(date: PartialDate | undefined, path: JsonPath, today: string): Finding[] {
  if (date === undefined || startOf(date) <= today || !isPartialDate(date)) return [];
  return [
    {
      path,
      wrong: `${date} has not come yet: today is ${today}.`,
      mend: 'Correct the date; the library tells what has happened.',
    },
  ];
}

function backwards(
  first: PartialDate | undefined,
  second: PartialDate | undefined,
  path: JsonPath,
  rule: string,
): Finding[] {
  if (first === undefined || second === undefined || !isBefore(second, first)) return [];
  if (!isPartialDate(first) || !isPartialDate(second)) return [];
  return [
    {
      path,
      wrong: `${rule}, but ${second} lies before ${first}.`,
      mend: 'Correct one of the two dates, or their order.',
    },
  ];
}
