/**
 * Judging typed answers the way quiz bowl does: an answer line says what to
 * accept, what to prompt on and what to reject (NAQT and ACF answer lines).
 * Accents, case, articles, other scripts and small slips are forgiven.
 */

import anyAscii from 'any-ascii';
import leven from 'leven';
import { fold } from './folding.ts';
import type { AnswerLine, TextQuestion, YearQuestion } from './library.ts';

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

function judgeYear(right: number, text: string): Verdict {
  const year = /^\s*(?:in |the year )?(\d{3,4})(?:\s*(?:ad|ce))?[\s.!?]*$/i.exec(text.normalize('NFKC'))?.[1];
  if (year === undefined) return { kind: 'unreadable' };
  return Number(year) === right ? { kind: 'right' } : { kind: 'wrong' };
}

function judgeText({ accept, prompt, reject }: AnswerLine, text: string): Verdict {
  const given = plain(text);
  if (!given) return { kind: 'unreadable' };
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
function nearest<T>(given: string, lines: readonly T[], textOf: (line: T) => string) {
  let best: { line?: T; slips: number } = { slips: Number.POSITIVE_INFINITY };
  for (const line of lines) {
    const wanted = plain(textOf(line));
    const slips = leven(given, wanted);
    if (slips <= slipsForgiven(given, wanted) && slips < best.slips) best = { line, slips };
  }
  return best;
}

/** One letter in an answer of five or more, two from ten; none where the numbers in it differ. */
function slipsForgiven(given: string, wanted: string): number {
  if (digits(given) !== digits(wanted)) return 0;
  const { length } = wanted;
  return length >= 10 ? 2 : length >= 5 ? 1 : 0;
}

function digits(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

/** Folded, in Latin letters, without a leading article. */
function plain(text: string): string {
  return fold(anyAscii(fold(text))).replace(/^(the|an|a) (?=.)/, '');
}
