import { capitalised, type Term } from '../domain/glossary.ts';
import type { Menu } from './card.ts';
import { short } from './libraryCard.ts';

/** Discord's most, of options in a menu and of characters in one. */
const OPTIONS = 25;
const DETAIL = 100;

/** A menu that explains the chosen term; none where there are no terms. */
export function termsMenu(terms: readonly Term[], placeholder: string): readonly Menu[] {
  if (!terms.length) return [];
  const options = terms.slice(0, OPTIONS).map(({ id, name, definition }) => ({
    label: capitalised(name),
    value: id,
    detail: short(definition, DETAIL),
  }));
  return [{ kind: 'menu', press: { kind: 'explain' }, placeholder, options }];
}
