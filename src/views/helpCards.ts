import type { Library } from '../domain/library.ts';
import type { Words } from '../words/words.ts';
import { type Card, charactersIn, rule, text } from './card.ts';
import { bold, heading, plain, small } from './markdown.ts';
import { pageOf, turning } from './pages.ts';

const COMMANDS_PER_PAGE = 20;

export interface Listed {
  /** As something that can be pressed. */
  readonly mention: string;
  readonly description: string;
}

export function helpCard(words: Words, commands: readonly Listed[], page: number): Card {
  const body = (some: readonly Listed[]) => [
    text(heading(words.help.title), words.help.intro),
    text(...some.map(({ mention, description }) => `${mention} — ${plain(description)}`)),
    text(small(words.help.privacy)),
  ];
  const shown = pageOf(commands, page, COMMANDS_PER_PAGE, (some) => charactersIn(body(some)));
  return {
    tone: 'plain',
    blocks: [...body(shown.entries), ...turning(words, shown, (to) => ({ kind: 'help', page: to }))],
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
        words.about.size(
          library.articles.length,
          facts,
          library.questions.length,
          library.events.length,
          library.terms.length,
        ),
        newest && words.about.newest(plain(newest.headline), words.date(newest.date)),
        words.about.reads,
      ),
      rule,
      text(bold(words.about.privacyTitle), words.about.privacy),
    ],
  };
}
