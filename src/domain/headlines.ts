/**
 * Events in a few words, as options and prompts need them. A title is a whole
 * clause ("Sudan becomes independent") or a name ("Treaty of Versailles"); what
 * happened to what is named follows from the event's kind.
 */

import type { DiplomaticEvent, EventKind } from './library.ts';

/** How a name goes on as a clause, of one thing and of several, and how its year is asked for. */
interface Wording {
  readonly clause?: readonly [one: string, several: string];
  readonly year: readonly [one: string, several: string];
}

const happened: Wording = { year: ['did it take place', 'did they take place'] };
const made = (participle: string): Wording => ({
  clause: [`is ${participle}`, `are ${participle}`],
  year: [`was it ${participle}`, `were they ${participle}`],
});
const does = (one: string, several: string): Wording => ({
  clause: [one, several],
  year: [`did it ${several}`, `did they ${several}`],
});
const asks = (year: string): Wording => ({ year: [year, year] });

const WORDING: { readonly [K in EventKind]: Wording } = {
  signed: made('signed'),
  adopted: made('adopted'),
  ratified: asks('was the ratification'),
  'in-force': does('enters into force', 'enter into force'),
  held: happened,
  opened: does('opens', 'open'),
  concluded: made('concluded'),
  founded: made('founded'),
  joined: asks('was the accession'),
  left: asks('was the departure'),
  recognised: asks('was the recognition'),
  'relations-established': asks('were relations established'),
  'relations-broken': asks('were relations broken off'),
  independence: asks('did independence come'),
  announced: made('announced'),
  decided: made('decided'),
  began: does('begins', 'begin'),
  ended: does('ends', 'end'),
  visited: happened,
  died: asks('was the death'),
};

/** Such as "Treaty of Versailles is signed". */
export function headline({ title, kind }: DiplomaticEvent): string {
  const { clause } = WORDING[kind];
  return !clause || isClause(title) ? title : `${title} ${clause[isSeveral(title) ? 1 : 0]}`;
}

/** Such as "Treaty of Versailles: in which year was it signed?" */
export function yearPrompt({ title, kind }: DiplomaticEvent): string {
  const { year } = WORDING[kind];
  const asked = isClause(title) ? 'was that' : year[isSeveral(title) ? 1 : 0];
  return `${title}: in which year ${asked}?`;
}

/** Whether a title names a year, a decade or a month, so that nobody has to know when it was. */
export function isDated(text: string): boolean {
  return DATED.test(text);
}

const DATED =
  /(?<!\d)(?:1\d|20)\d\d(?!\d)|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** Verbs in the form that headlines have. One that is missing makes a clumsier question, not a wrong one. */
const VERBS = new Set(
  'is are arrives calls breaks nationalises orders visits founded concluded signed adopted dies'.split(' ').concat(
    'become leave meet open enter unite take come return end join begin agree sever denounce settle endorse declare'
      .concat(' recognise proclaim sign adopt restore withdraw announce admit vote cede accept reject ban freeze')
      .split(' ')
      .flatMap((verb) => [verb, `${verb}s`]),
    'ratify ratifies establish establishes'.split(' '),
  ),
);

/** A verb stands behind at least one other word. */
function isClause(title: string): boolean {
  return title
    .split(' ')
    .slice(1)
    .some((word) => VERBS.has(word.replace(/,$/, '')));
}

/** By the noun before the first "of", "on", "between": the Accords, the Treaties, one thing and another. */
function isSeveral(title: string): boolean {
  const [name = ''] = title.split(/ (?:of|on|between|for|to|against|relating|in|with)\b| \(|,/);
  return / and /.test(name) || /[^s]s$/.test(name);
}
