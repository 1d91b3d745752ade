import type { Scoring } from './scoring.ts';

/** What a right answer is worth. */
export const FULL_POINTS = 100;
/** What is left of it for those who took a hint. */
const WITH_HINT = 0.5;

/** For being right, and in part for being near or partly right. */
export const accuracy: Scoring = ({ round, by, given: { share } }) =>
  Math.round(FULL_POINTS * share * (round.hints.includes(by) ? WITH_HINT : 1));
