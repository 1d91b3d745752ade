import type { Article } from '../domain/library.ts';
import type { Words } from '../words/words.ts';
import { type Card, charactersIn, MENU_OPTIONS, MENU_TEXT, type Menu, text } from './card.ts';
import { bold, heading, plain, small } from './markdown.ts';
import { pageOf, turning } from './pages.ts';

const ARTICLES_PER_PAGE = 6;

export interface Browsing {
  /** The topic's id and name. */
  readonly topic?: { readonly id: string; readonly name: string } | undefined;
  readonly query?: string | undefined;
  readonly page: number;
}

/** A list of articles with their one-line summaries, and a menu to open one. */
export function libraryCard(words: Words, articles: readonly Article[], { topic, query, page }: Browsing): Card {
  const about = [
    words.library.found(articles.length),
    topic && words.library.on(plain(topic.name)),
    query && words.library.matching(plain(query)),
    articles.length > 1 && `· ${query ? words.library.bestFirst : words.library.newestFirst}`,
  ];
  const body = (shown: readonly Article[]) => [
    text(heading(words.library.title), small(about.filter(Boolean).join(' '))),
    text(...(shown.length ? shown.map((article) => entry(words, article)) : [words.library.none])),
  ];
  const shown = pageOf(articles, page, ARTICLES_PER_PAGE, (some) => charactersIn(body(some)));
  return {
    tone: 'plain',
    blocks: [
      ...body(shown.entries),
      ...turning(words, shown, (to) => ({ kind: 'articles', topic: topic?.id, query, page: to })),
      ...(shown.entries.length ? [articlesMenu(shown.entries, words.library.open)] : []),
    ],
  };
}

/** A menu that opens the chosen article. */
export function articlesMenu(articles: readonly Article[], placeholder: string): Menu {
  return {
    kind: 'menu',
    press: { kind: 'open' },
    placeholder,
    options: articles.slice(0, MENU_OPTIONS).map(({ id, headline, source }) => ({
      label: short(headline, MENU_TEXT),
      value: id,
      detail: short(source.publisher, MENU_TEXT),
    })),
  };
}

/** Cut at a word, with an ellipsis; for menus only, whose labels Discord limits. */
export function short(whole: string, most: number): string {
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, most - 1);
  // Never between the two halves of a letter beyond U+FFFF.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\ud800-\udbff]$/, '')}…`;
}

function entry(words: Words, { headline, date, summary, source }: Article): string {
  return [bold(headline), plain(summary.line.text), small(`${words.date(date)} · ${plain(source.publisher)}`)].join(
    '\n',
  );
}
