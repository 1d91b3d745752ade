import { type Reply, whisper } from '../../src/command.ts';
import type { GameRefusal } from '../../src/domain/game/game.ts';
import { text } from '../../src/views/card.ts';
import { noticeCard } from '../../src/views/notices.ts';
import type { Words } from '../../src/words/words.ts';

/** One sentence for the caller alone. */
export function said(sentence: string): Reply {
  return whisper({ tone: 'plain', blocks: [text(sentence)] });
}

export function gameRefused(words: Words, refusal: GameRefusal): Reply {
  return whisper(noticeCard(words.game.refused, words.game.refusals[refusal]));
}
