/** What Attaché says, before it is Discord's. A card is one message; its texts are Discord's Markdown. */

import type { Press } from './press.ts';

export interface Card {
  /** Gives the card a colour; the words say the same. */
  readonly tone: Tone;
  readonly blocks: readonly Block[];
}

export type Tone = 'plain' | 'right' | 'wrong' | 'notice' | 'trouble';

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rule' }
  /** At most five. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | Menu
  /** Shows a picture that is sent along. `alt` says in words all that it shows, in at most 1,024 characters. */
  | { readonly kind: 'picture'; readonly file: string; readonly alt: string }
  /** Offers a file that is sent along. */
  | { readonly kind: 'file'; readonly file: string };

/** discord-api-docs `components/reference`, Action Row. */
export const BUTTONS_PER_ROW = 5;

/** A label has at most 80 characters. */
export type Button =
  | { readonly label: string; readonly press: Press; readonly main?: boolean; readonly off?: boolean }
  | { readonly label: string; readonly url: string };

/** discord-api-docs `components/reference`, String Select: options in a menu, and characters in each text of one. */
export const MENU_OPTIONS = 25;
export const MENU_TEXT = 100;

export interface Menu {
  readonly kind: 'menu';
  readonly press: Press;
  readonly placeholder: string;
  /** At most `MENU_OPTIONS`. */
  readonly options: readonly MenuOption[];
}

/** At most `MENU_TEXT` characters each. */
export interface MenuOption {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
}

/** A form that opens over everything else. */
export interface Dialog {
  readonly press: Press;
  /** At most 45 characters. */
  readonly title: string;
  /** What is asked, in full. */
  readonly intro: string;
  readonly field: { readonly label: string; readonly hint: string; readonly maxLength: number };
}

export function text(...lines: readonly (string | undefined | false)[]): Block {
  return { kind: 'text', text: lines.filter((line) => line !== undefined && line !== false).join('\n') };
}

/** How many characters of text these blocks show; Discord counts those of a whole message together. */
export function charactersIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'text' ? block.text.length : 0), 0);
}

export const rule: Block = { kind: 'rule' };

export function buttons(...all: readonly (Button | undefined | false)[]): Block {
  return { kind: 'buttons', buttons: all.filter((one) => one !== undefined && one !== false) };
}
