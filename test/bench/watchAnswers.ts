/** From when an interaction was written to the gateway until its acknowledgement came in, seen at Discord's end of the wire. */

import { setTimeout as wait } from 'node:timers/promises';
import type { LocalDiscord } from '../../src/playground/discord/localDiscord.ts';

/** Longer than Discord waits for an acknowledgement. */
const LAST_ANSWER_MS = 3200;
const LOOK_EVERY_MS = 20;

export interface Watch<T> {
  /** Says what is done next; it is done before anything else is said. */
  does(what: T): void;
  readonly answered: readonly { readonly what: T; readonly ms: number; readonly checkMs: number }[];
  /** By interaction: what was never acknowledged, or not yet. */
  readonly waiting: ReadonlyMap<string, unknown>;
  /** How many acknowledgements were turned away, as a second one or a late one is. */
  readonly refused: number;
  /** Waits until all is acknowledged, or can no longer be, and watches no further. */
  end(): Promise<void>;
}

export function watchAnswers<T>(discord: LocalDiscord): Watch<T> {
  const waiting = new Map<string, { readonly what: T; readonly at: number }>();
  const answered: { readonly what: T; readonly ms: number; readonly checkMs: number }[] = [];
  let now: T | undefined;
  let refused = 0;

  const stop = discord.onWire((entry) => {
    if (entry.via === 'gateway') {
      if (entry.event !== 'INTERACTION_CREATE' || now === undefined) return;
      waiting.set((entry.body as { readonly id: string }).id, { what: now, at: performance.now() });
      return;
    }
    if (!isCallback(entry.path)) return;
    if (entry.status >= 300) {
      refused += 1;
      return;
    }
    const id = entry.path.split('/')[2] ?? '';
    const began = waiting.get(id);
    if (!began) return;
    waiting.delete(id);
    answered.push({ what: began.what, ms: performance.now() - entry.tookMs - began.at, checkMs: entry.tookMs });
  });

  return {
    does(what) {
      now = what;
    },
    answered,
    waiting,
    get refused() {
      return refused;
    },
    async end() {
      const until = performance.now() + LAST_ANSWER_MS;
      while (waiting.size > 0 && performance.now() < until) await wait(LOOK_EVERY_MS);
      stop();
    },
  };
}

export function isCallback(path: string): boolean {
  return path.startsWith('/interactions/');
}
