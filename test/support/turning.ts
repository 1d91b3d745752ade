import type { Actor } from '../../src/playground/discord/actor.ts';
import { buttonsOf, textOf } from '../../src/playground/discord/messageText.ts';
import type { SeenMessage } from '../../src/playground/discord/sight.ts';
import { messageIn } from './aClub.ts';

/** What somebody reads in a message on every page, from this one to the last, by pressing “Next”. */
export async function pagesFrom(reader: Actor, first: SeenMessage): Promise<readonly string[]> {
  const pages = [textOf(first)];
  let page = first;
  while (buttonsOf(page).some(({ label, disabled }) => label === 'Next' && !disabled)) {
    page = messageIn(await reader.press(page, 'Next'));
    if (page.id !== first.id) throw new Error('the next page came in another message');
    pages.push(textOf(page));
  }
  return pages;
}
