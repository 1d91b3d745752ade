import type { Words } from '../words/words.ts';
import { type Block, type Button, buttons, text } from './card.ts';
import { small } from './markdown.ts';
import type { Press } from './press.ts';

/**
 * Discord allows a message 4,000 characters of text, of all its text displays
 * together (it answers COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED); the rest is for the line that counts the pages.
 */
export const PAGE_CHARACTERS = 3900;

export interface Page<T> {
  readonly entries: readonly T[];
  /** Counted from 0. */
  readonly number: number;
  readonly of: number;
}

/** How many characters a page of these entries shows, with all that stands around them. */
type LengthOf<T> = (entries: readonly T[]) => number;

/** Entries by pages; none is cut. A page holds at most `most` and at most `PAGE_CHARACTERS`, but always one. */
export function pagesOf<T>(all: readonly T[], most: number, lengthOf: LengthOf<T>): readonly (readonly T[])[] {
  const pages: (readonly T[])[] = [];
  let page: readonly T[] = [];
  for (const entry of all) {
    const longer = [...page, entry];
    if (page.length && (longer.length > most || lengthOf(longer) > PAGE_CHARACTERS)) {
      pages.push(page);
      page = [entry];
    } else {
      page = longer;
    }
  }
  return [...pages, page];
}

/** One page of entries. A number past the end means the last page. */
export function pageOf<T>(all: readonly T[], number: number, most: number, lengthOf: LengthOf<T>): Page<T> {
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
