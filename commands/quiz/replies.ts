import { type Reply, whisper } from '../../src/command.ts';
import type { Game, GameRefusal } from '../../src/domain/game/game.ts';
import { text } from '../../src/views/card.ts';
import { pausedCard } from '../../src/views/gameCards.ts';
import { noticeCard } from '../../src/views/notices.ts';
import type { Words } from '../../src/words/words.ts';

/** One sentence for the caller alone. */
export function said(sentence: string): Reply {
  return whisper({ tone: 'plain', blocks: [text(sentence)] });
}

/** What a pause refuses, which the game itself takes for a wrong moment. */
const WRONG_MOMENT: ReadonlySet<GameRefusal> = new Set([
  'time-is-up',
  'not-open',
  'already-started',
  'nothing-to-skip',
]);

/** Why not, and of a paused game why it is paused. */
export function gameRefused(words: Words, refusal: GameRefusal, { phase }: Pick<Game, 'phase'>): Reply {
  if (phase.kind === 'paused' && WRONG_MOMENT.has(refusal)) return whisper(pausedCard(words, phase.reason));
  return whisper(noticeCard(words.game.refused, words.game.refusals[refusal]));
}
