import type { Leaderboard, Ranked, Window } from '../domain/standings.ts';
import type { Words } from '../words/words.ts';
import { type Card, rule, text } from './card.ts';
import { heading, plain, small } from './markdown.ts';

/** How many rows a leaderboard shows beside the viewer's own. */
export const ROWS = 10;

export interface LeaderboardShown {
  readonly board: Leaderboard;
  readonly window: Window;
  /** The server's, an IANA name. */
  readonly zone: string;
  /** The name of the window's topic. */
  readonly topic?: string | undefined;
  readonly viewer: string;
  /** Whether the viewer is hidden from others, and so alone may see this. */
  readonly viewerHidden: boolean;
  /** Commands as something that can be pressed. */
  readonly start: string;
  readonly settings: string;
}

/** The best, and the viewer's own place if it is not among them. Names are mentions, which a card never turns into pings. */
export function leaderboardCard(words: Words, shown: LeaderboardShown): Card {
  const { board, window, viewer, viewerHidden, start, settings } = shown;
  const known = detail(words, shown);
  const title = text(heading(words.leaderboard.title(window.kind)), known !== undefined && small(known));
  const notes = [
    board.players ? words.leaderboard.players(board.players) : undefined,
    viewerHidden ? words.leaderboard.hidden(settings) : undefined,
  ].flatMap((note) => (note === undefined ? [] : [small(note)]));
  const row = (one: Ranked) => rowLine(words, one);
  const own = board.own ? row(board.own) : words.leaderboard.noPoints(`<@${viewer}>`);
  if (!board.rows.length) {
    return { tone: 'plain', blocks: [title, text(board.own ? own : words.leaderboard.empty(start), ...notes)] };
  }
  const listed = board.rows.some(({ player }) => player === viewer);
  return {
    tone: 'plain',
    blocks: [title, text(...board.rows.map(row)), rule, text(listed ? undefined : own, ...notes)],
  };
}

/** Which days or which topic it counts; nothing for all of both. */
function detail(words: Words, { window, zone, topic }: LeaderboardShown): string | undefined {
  switch (window.kind) {
    case 'week':
      return words.leaderboard.since(words.weekday(1), words.monthDay(window.week), zone);
    case 'month':
      return words.leaderboard.month(words.date(window.month), zone);
    case 'topic':
      return words.leaderboard.topic(plain(topic ?? window.topic));
    case 'all':
      return undefined;
  }
}

function rowLine(words: Words, { player, place, won }: Ranked): string {
  const row = words.leaderboard.row(place, `<@${player}>`, won.points);
  return won.right === undefined ? row : `${row}, ${words.leaderboard.right(won.right, won.answered)}`;
}
