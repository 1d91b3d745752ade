/**
 * Judging typed answers the way quiz bowl does: an answer line says what to
 * accept, what to prompt on and what to reject (NAQT and ACF answer lines).
 * Accents, case, articles, titles, other scripts and small slips are forgiven;
 * another number, or a slip that makes another country's name, is not.
 */

import anyAscii from 'any-ascii';
import { countryNames } from './countries.ts';
import { fold } from './folding.ts';
import type { AnswerLine, TextQuestion, YearQuestion } from './library.ts';
import { slips } from './slips.ts';

export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly reason?: string }
  /** Right but too vague: the player is asked once more. */
  | { readonly kind: 'more'; readonly ask: string }
  /** Not an answer of this kind at all, such as words where a year is wanted; it does not count. */
  | { readonly kind: 'unreadable' };

export function answerGiven(question: TextQuestion | YearQuestion, text: string): Verdict {
  return question.kind === 'year' ? judgeYear(question.answer, text) : judgeText(question.answers, text);
}

/** The one number in the answer, if there is but one and it can be a year of our era. */
function judgeYear(right: number, text: string): Verdict {
  const typed = text.normalize('NFKC');
  const year = /^[^\d-]*(?<!\p{L})(\d{3,4})(?: ?(?:ad|ce)\b|(?!\p{L}))[^\d]*$/iu.exec(typed)?.[1];
  if (year === undefined || /\bb\.? ?c/i.test(typed)) return { kind: 'unreadable' };
  return Number(year) === right ? { kind: 'right' } : { kind: 'wrong' };
}

function judgeText({ accept, prompt, reject }: AnswerLine, text: string): Verdict {
  const given = readings(text);
  if (!given.length) return { kind: 'unreadable' };
  const right = nearest(given, accept, (line) => line);
  const vague = nearest(given, prompt, (line) => line.text);
  const near = nearest(given, reject, (line) => line.text);
  const closest = Math.min(right.slips, vague.slips, near.slips);
  if (closest === Number.POSITIVE_INFINITY) return { kind: 'wrong' };
  if (right.slips === closest) return { kind: 'right' };
  if (vague.slips === closest && vague.line) return { kind: 'more', ask: vague.line.ask };
  return near.line ? { kind: 'wrong', reason: near.line.reason } : { kind: 'wrong' };
}

/** The line that the answer is nearest to, with how many letters differ; infinitely many when it is none of them. */
function nearest<T>(given: readonly string[], lines: readonly T[], textOf: (line: T) => string) {
  let best: { line?: T; slips: number } = { slips: Number.POSITIVE_INFINITY };
  for (const line of lines) {
    const wanted = plain(textOf(line));
    const least = Math.min(...given.flatMap((one) => [slipsIn(one, wanted), slipsIn(sorted(one), sorted(wanted))]));
    if (least < best.slips) best = { line, slips: least };
  }
  return best;
}

/** How many letters differ; infinitely many when it is not the same answer mistyped. */
function slipsIn(given: string, wanted: string): number {
  if (given === wanted) return 0;
  if (digits(given) !== digits(wanted)) return Number.POSITIVE_INFINITY;
  if (given.replaceAll(' ', '') === wanted.replaceAll(' ', '')) return 1;
  const typed = given.split(' ');
  const meant = wanted.split(' ');
  if (typed.length !== meant.length) return Number.POSITIVE_INFINITY;
  // Word by word: "north" and "south" differ by two letters, which is much in five and little in eleven.
  const each = typed.map((word, at) => slipsInWord(word, meant[at] ?? ''));
  const total = each.reduce((sum, one) => sum + one, 0);
  return total <= slipsForgiven(wanted) ? total : Number.POSITIVE_INFINITY;
}

function slipsInWord(given: string, wanted: string): number {
  if (given === wanted) return 0;
  const made = slips(given, wanted);
  return made <= slipsForgiven(wanted) && !countryNames().has(given) ? made : Number.POSITIVE_INFINITY;
}

/** One letter in five or more, two from ten. */
function slipsForgiven({ length }: string): number {
  return length >= 10 ? 2 : length >= 5 ? 1 : 0;
}

function digits(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

/** What the answer says, as it stands and without what people put before a name. */
function readings(text: string): readonly string[] {
  const whole = plain(text);
  const bare = whole.replace(LEAD_IN, '').replace(TITLE, '');
  return [...new Set([whole, bare])].filter(Boolean);
}

const LEAD_IN = /^((it (is|was)|they (are|were)|in|at|on|by|to|from) )+(the )?(?=.)/;
const TITLE =
  /^(mr|mrs|ms|dr|sir|count|emperor|king|queen|(prime|foreign|deputy foreign) minister|president|chancellor|ambassador|secretary general) (?=.)/;

/** The things of a list in the order of the alphabet: "A and B" answers "B and A". */
function sorted(text: string): string {
  return text.split(' and ').toSorted().join(' and ');
}

/**
 * Folded, in Latin letters, without a leading article; the things of a list
 * joined by "and". Kana and й lose their sense without their marks, so letters
 * become Latin before they are folded.
 */
function plain(text: string): string {
  const latin = anyAscii(text.normalize('NFKC').replace(/\s*[,;/、]\s*(?=\p{L})|\sи\s/gu, ' and '));
  return fold(latin)
    .replace(/( and)+ /g, ' and ')
    .replace(/^(the|an|a) (?=.)/, '');
}
