/** What the person at the local Discord does, and what is noted of it. */

export const DEEDS = ['summary', 'facts', 'onthisday', 'press', 'autocomplete'] as const;
export type Deed = (typeof DEEDS)[number];

export interface Load {
  readonly perSecond: number;
  readonly seconds: number;
  readonly seed: string;
}

/** One interaction, from when it was written to the gateway until its acknowledgement came in. */
export interface Answered {
  readonly deed: Deed;
  readonly ms: number;
}

export interface LoadResult {
  readonly answered: readonly Answered[];
  /** How many were never acknowledged. */
  readonly lost: number;
  /** How late interactions were sent, against their time. */
  readonly lateMs: readonly number[];
  /** What the local Discord took to read and check an acknowledgement. Not part of `ms`. */
  readonly checkMs: readonly number[];
}
