/** One voice for everything that cannot be done: what it is, and what to do. */

import type { Article } from '../domain/library.ts';
import type { Words } from '../words/words.ts';
import { type Card, text } from './card.ts';
import { articlesMenu, short } from './libraryCard.ts';
import { bold, plain } from './markdown.ts';

/** A title and a sentence or two. `sentence` is Markdown. */
export function noticeCard(title: string, sentence: string): Card {
  return { tone: 'notice', blocks: [text(bold(title), sentence)] };
}

/** What a person typed, on one line; a very long text only by its beginning. */
export function echo(typed: string): string {
  return plain(short(typed.trim(), 100));
}

/** With the nearest articles to open instead. */
export function unknownArticleCard(words: Words, typed: string, nearest: readonly Article[], browse: string): Card {
  const { title, text: sentence, nearest: offer, browse: hint } = words.refusals.unknownArticle;
  const card = noticeCard(title, `${sentence(echo(typed))} ${nearest.length ? '' : hint(browse)}`.trim());
  return nearest.length ? { ...card, blocks: [...card.blocks, articlesMenu(nearest, offer)] } : card;
}

/** Our own fault: a reference that stands in the log beside the cause. */
export function faultCard(words: Words, reference: string): Card {
  return { ...noticeCard(words.refusals.ours.title, words.refusals.ours.text(`\`${reference}\``)), tone: 'trouble' };
}
