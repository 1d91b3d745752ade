import type { Library } from '../domain/library.ts';
import type { Words } from '../words/words.ts';
import { type Card, rule, text } from './card.ts';
import { bold, heading, plain, small } from './markdown.ts';

export interface Listed {
  /** As something that can be pressed. */
  readonly mention: string;
  readonly description: string;
}

export function helpCard(words: Words, commands: readonly Listed[]): Card {
  return {
    tone: 'plain',
    blocks: [
      text(heading(words.help.title), words.help.intro),
      text(...commands.map(({ mention, description }) => `${mention} — ${plain(description)}`)),
      text(small(words.help.privacy)),
    ],
  };
}

export function aboutCard(words: Words, library: Library, version: string): Card {
  const facts = library.articles.reduce((sum, { facts: { length } }) => sum + length, 0);
  const [newest] = library.articles;
  return {
    tone: 'plain',
    blocks: [
      text(
        heading(words.about.title),
        words.about.version(version),
        words.about.size(library.articles.length, facts, library.questions.length, library.events.length),
        newest && words.about.newest(plain(newest.headline), words.date(newest.source.published ?? newest.source.checked)),
        words.about.reads,
      ),
      rule,
      text(bold(words.about.privacyTitle), words.about.privacy),
    ],
  };
}
