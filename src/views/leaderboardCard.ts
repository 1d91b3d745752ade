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
  /** The topic's name, where only its points count. */
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
  const { board, window, topic, viewer, viewerHidden, start, settings } = shown;
  const title = text(heading(words.leaderboard.title(window.kind)), ...details(words, shown).map(small));
  const notes = [
    board.players ? words.leaderboard.players(board.players) : undefined,
    viewerHidden ? words.leaderboard.hidden(settings) : undefined,
  ].flatMap((note) => (note === undefined ? [] : [small(note)]));
  const row = (one: Ranked) => rowLine(words, one, topic === undefined);
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

function details(words: Words, { window, zone, topic }: LeaderboardShown): readonly string[] {
  const when = {
    week: () =>
      words.leaderboard.since(words.weekday(1), words.monthDay(window.kind === 'week' ? window.week : ''), zone),
    month: () => words.leaderboard.month(words.date(window.kind === 'month' ? window.month : ''), zone),
    all: () => undefined,
  }[window.kind]();
  const parts = [when, topic === undefined ? undefined : words.leaderboard.topic(plain(topic))];
  const line = parts.filter((part) => part !== undefined).join(' · ');
  return line ? [line] : [];
}

/** How many were right is only known of all topics together. */
function rowLine(words: Words, { player, place, points, tally }: Ranked, all: boolean): string {
  const row = words.leaderboard.row(place, `<@${player}>`, points);
  return all ? `${row}, ${words.leaderboard.right(tally.right, tally.answered)}` : row;
}
