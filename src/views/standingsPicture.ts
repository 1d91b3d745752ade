/** The standings of a finished game as a picture, and what it shows in words. How it looks is the business of whoever draws it. */

import type { Words } from '../words/words.ts';

export interface StandingsPicture {
  readonly title: string;
  readonly subtitle: string;
  /** The best, at most ten, best first. */
  readonly rows: readonly StandingsRow[];
  /** Of a team game, best first. */
  readonly teams: readonly TeamRow[];
  readonly footer: string;
  /** What stands over the columns, and over teams and players where there are both. */
  readonly heads: { readonly points: string; readonly right: string; readonly teams: string; readonly players: string };
}

export interface StandingsRow {
  /** 1 is the first; equal points share a place. */
  readonly place: number;
  readonly name: string;
  readonly points: number;
  /** How many answers were right, and of how many questions. */
  readonly right: number;
  readonly of: number;
  readonly team?: string | undefined;
}

export interface TeamRow {
  readonly place: number;
  readonly name: string;
  readonly points: number;
  readonly members: number;
}

/** Everything that is known of a game's end, all players in order. Names stand as their owners wrote them. */
export interface Standings {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly StandingsRow[];
  readonly teams?: readonly TeamRow[] | undefined;
  readonly footer: string;
}

const MOST_ROWS = 10;
/** Discord's limit of an attachment's description. Source: discord-api-docs `resources/message`, Attachment Object. */
const ALT_LENGTH = 1024;
/** So much of title, subtitle and footer is in the words, each, however long the names. */
const LEAST_LINE = 40;
/** Discord's longest name has 32 letters, a server's longest 100. */
const NAME_LENGTH = 100;

/** Takes the ten best, says how many more there are, and makes every text legible. */
export function standingsPicture(
  words: Words,
  { title, subtitle, rows, teams = [], footer }: Standings,
): StandingsPicture {
  const { points, right, teams: teamsHead, players, nameless, more } = words.picture;
  const named = (name: string) => short(legible(name), NAME_LENGTH) || nameless;
  const left = rows.length - MOST_ROWS;
  return {
    title: legible(title),
    subtitle: legible(subtitle),
    rows: rows.slice(0, MOST_ROWS).map(({ name, team, ...row }) => ({
      ...row,
      name: named(name),
      ...(team === undefined ? {} : { team: named(team) }),
    })),
    teams: teams.map(({ name, ...team }) => ({ ...team, name: named(name) })),
    footer: [left > 0 && more(left), legible(footer)].filter(Boolean).join(' · '),
    heads: { points, right, teams: teamsHead, players },
  };
}

/** Every row in words, at most 1,024 characters: long names are cut as far as that takes, and the lines about them with them. */
export function altText(words: Words, picture: StandingsPicture): string {
  let [fits, over] = [1, NAME_LENGTH + 1];
  while (over - fits > 1) {
    const half = (fits + over) >> 1;
    if (inWords(words, picture, half).length <= ALT_LENGTH) fits = half;
    else over = half;
  }
  return short(inWords(words, picture, fits), ALT_LENGTH);
}

function inWords({ picture: say }: Words, { title, subtitle, rows, teams, footer }: StandingsPicture, length: number) {
  const name = (text: string) => short(text, length);
  const line = (text: string) => short(text, LEAST_LINE + length);
  return [
    line(title),
    line(subtitle),
    ...teams.map((team) => say.teamRow({ ...team, name: name(team.name) })),
    ...rows.map((row) => say.row({ ...row, name: name(row.name), team: row.team && name(row.team) })),
    line(footer),
  ]
    .filter(Boolean)
    .join('\n');
}

/**
 * The text on one line, without what would spill over it: marks piled on a
 * letter beyond two, direction marks, control and unassigned characters, and
 * letters that show nothing (the Hangul fillers and the blank Braille pattern).
 * Joiners stay: Persian and emoji need them.
 */
export function legible(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u2800\u115f\u1160\u3164\uffa0]/gu, ' ')
    .replace(/(?![\u200c\u200d])\p{C}/gu, '')
    .replace(/ +/g, ' ')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/^[\p{M}\p{Z}\u200c\u200d]+|[\p{Z}\u200c\u200d]+$/gu, '');
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function graphemes(text: string): readonly string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/** At most so many UTF-16 units, cut between what a reader sees as letters, with an ellipsis. */
function short(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (cut.length + segment.length >= length) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
