import { shownOptions } from '../../quiz.ts';
import { readingMs } from '../time.ts';
import { accuracy } from './accuracy.ts';
import type { Scoring } from './scoring.ts';

/**
 * Never more than half of all points: at most as much again as for accuracy.
 * Measured from the question's message to the answer, both by Discord's ids; it
 * is whole until the text can have been read, and then falls to nothing at the end.
 */
export const speed: Scoring = (scored) => {
  const { game, round, given } = scored;
  if (!game.rules.speedBonus || round.askedAt === undefined) return 0;
  const asked = game.questions[round.number]?.question;
  if (!asked) return 0;
  const text = [asked.prompt, ...shownOptions(asked, game.seed)].join(' ');
  const reading = Math.min(readingMs(text.length), game.rules.windowMs / 2);
  const late = given.at - round.askedAt - reading;
  const left = late <= 0 ? 1 : 1 - Math.min(1, late / (game.rules.windowMs - reading));
  return Math.floor(accuracy(scored) * left);
};
