import { capitalised, type Term } from '../domain/glossary.ts';
import { MENU_OPTIONS, MENU_TEXT, type Menu } from './card.ts';
import { short } from './libraryCard.ts';

/** A menu that explains the chosen term; none where there are no terms. */
export function termsMenu(terms: readonly Term[], placeholder: string): readonly Menu[] {
  if (!terms.length) return [];
  const options = terms.slice(0, MENU_OPTIONS).map(({ id, name, definition }) => ({
    label: capitalised(name),
    value: id,
    detail: short(definition, MENU_TEXT),
  }));
  return [{ kind: 'menu', press: { kind: 'explain' }, placeholder, options }];
}
