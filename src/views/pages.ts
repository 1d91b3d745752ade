import type { Words } from '../words/words.ts';
import { type Block, type Button, buttons, text } from './card.ts';
import { small } from './markdown.ts';
import type { Press } from './press.ts';

/** Discord allows a message 4,000 characters of text; the rest is for what stands around the entries. */
export const PAGE_CHARACTERS = 3000;

export interface Page<T> {
  readonly entries: readonly T[];
  /** Counted from 0. */
  readonly number: number;
  readonly of: number;
}

/** Entries by pages; none is cut. A page holds at most `most` and at most `PAGE_CHARACTERS`, but always one. */
export function pagesOf<T>(all: readonly T[], most: number, lengthOf: (entry: T) => number): readonly (readonly T[])[] {
  const pages: T[][] = [[]];
  let room = PAGE_CHARACTERS;
  for (const entry of all) {
    const current = pages.at(-1) ?? [];
    const length = lengthOf(entry);
    if (current.length && (current.length >= most || length > room)) {
      pages.push([entry]);
      room = PAGE_CHARACTERS - length;
    } else {
      current.push(entry);
      room -= length;
    }
  }
  return pages;
}

/** One page of entries. A number past the end means the last page. */
export function pageOf<T>(all: readonly T[], number: number, most: number, lengthOf: (entry: T) => number): Page<T> {
  const pages = pagesOf(all, most, lengthOf);
  const at = Math.max(0, Math.min(number, pages.length - 1));
  return { entries: pages[at] ?? [], number: at, of: pages.length };
}

/** Where we are and how to turn; nothing when there is one page only. */
export function turning(words: Words, { number, of }: Page<unknown>, to: (page: number) => Press): readonly Block[] {
  if (of < 2) return [];
  const turn = (label: string, page: number): Button => ({ label, press: to(page), off: page < 0 || page >= of });
  return [
    text(small(words.page(number + 1, of))),
    buttons(turn(words.previous, number - 1), turn(words.next, number + 1)),
  ];
}
