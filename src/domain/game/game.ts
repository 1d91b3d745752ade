/**
 * A group's quiz game, as a value. What happens to it is in `step.ts`; how the
 * modes differ is in `modes/`.
 */

import type { Question } from '../library.ts';
import type { Answer, Scope } from '../quiz.ts';
import type { Seed } from '../random.ts';
import type { Instant } from '../time.ts';

export type PlayerId = string;

export const MODES = ['classic', 'race', 'survival', 'teams', 'host-paced', 'async'] as const;
export type ModeName = (typeof MODES)[number];

/** Everything about a game that is decided before it opens. */
export interface Rules {
  readonly mode: ModeName;
  /** How long a question stays open. In `async`, how long the whole quiz does. Not used by `host-paced`. */
  readonly windowMs: number;
  readonly speedBonus: boolean;
  readonly streaks: boolean;
  /** Of `survival`: how many misses a player survives less one. 1–5. */
  readonly lives: number;
  /** Of `teams`: how many, 2–6. */
  readonly teams: number;
  /** Of `teams`: whether players choose theirs, or are dealt evenly. */
  readonly teamsChosen: boolean;
}

/** A question and where its answer can be read up: in an article, in events that it was made from, or in the glossary. */
export interface GameQuestion {
  /** The short name by which a server remembers having seen it. */
  readonly ref: string;
  readonly question: Question;
  readonly article?: string | undefined;
  readonly events?: readonly string[] | undefined;
  readonly term?: string | undefined;
  /** For the standings by topic. */
  readonly topics: readonly string[];
}

export interface Game {
  /** Seven letters and digits. */
  readonly id: string;
  readonly guildId: string;
  /** Where it is played: a channel or a thread. */
  readonly channelId: string;
  readonly hostId: PlayerId;
  readonly rules: Rules;
  /** What its questions were chosen from, for a rematch. */
  readonly scope: Scope;
  /** Orders the options, and draws the teams. */
  readonly seed: Seed;
  readonly questions: readonly GameQuestion[];
  readonly phase: Phase;
  readonly players: Readonly<Record<PlayerId, Player>>;
  /** Those asked so far, the current one last. In `async` all of them. */
  readonly rounds: readonly Round[];
  readonly protests: readonly Protest[];
  /** The message of the lobby, or of the open quiz. */
  readonly lobbyMessageId?: string | undefined;
  /** What the shell still has to do, in order. */
  readonly outbox: readonly Sending[];
  /** How many effects there have been; the next one's number. */
  readonly effects: number;
}

export type Phase =
  | { readonly kind: 'lobby'; readonly startsAt: Instant }
  | { readonly kind: 'question' }
  /** Until then the answer is shown; without a time, until the host goes on. */
  | { readonly kind: 'reveal'; readonly until?: Instant | undefined }
  /** Of `async`: each member takes it when it suits. */
  | { readonly kind: 'open'; readonly closesAt: Instant }
  | {
      readonly kind: 'paused';
      readonly reason: PauseReason;
      readonly was: Exclude<Phase, { kind: 'paused' | 'over' }>;
    }
  | { readonly kind: 'over'; readonly how: 'finished' | 'stopped' | 'abandoned'; readonly at: Instant };

export type PauseReason = 'channel-gone' | 'missing-permissions' | 'message-gone' | 'trouble' | 'by-host';

export interface Player {
  /** As the server shows it, for the picture of the standings. */
  readonly name?: string | undefined;
  readonly joinedAt: Instant;
  /** Counted from 0; of `teams` only. */
  readonly team?: number | undefined;
  /** How much longer this player may take, privately: 1 is no longer, 1.5 half as long again. */
  readonly extra: number;
  /** Left before the end; the answers stay. */
  readonly left: boolean;
}

export interface Round {
  /** Counted from 0; also the question's place. */
  readonly number: number;
  /** When Discord showed the question, by its message's id. Unknown until it is posted. */
  readonly askedAt?: Instant | undefined;
  readonly messageId?: string | undefined;
  /** Moved ahead when everybody has answered, or somebody has won the race. */
  readonly closesAt?: Instant | undefined;
  readonly closed: boolean;
  /** Thrown away by the host: it costs no life, breaks no streak and is not a quiet one. */
  readonly skipped?: boolean | undefined;
  readonly answers: Readonly<Record<PlayerId, Given>>;
  /** Who paid for a hint. */
  readonly hints: readonly PlayerId[];
}

/** A player's answer to a round. */
export interface Given {
  readonly answer: Answer;
  /** When Discord received it, by the interaction's id. */
  readonly at: Instant;
  /** How much of it is right, 0–1; 1 is right. */
  readonly share: number;
  /** Asked to be more precise, and not answered yet. */
  readonly more: boolean;
  /** Made right by a protest that the host accepted. */
  readonly accepted: boolean;
}

export interface Protest {
  readonly number: number;
  readonly by: PlayerId;
  readonly round: number;
  readonly state: 'open' | 'accepted' | 'declined';
}

/** An effect on its way. `number` makes it the same one after a restart. */
export interface Sending {
  readonly number: number;
  /** When it became due. */
  readonly at: Instant;
  readonly effect: Effect;
}

/** What the shell must do, in order, each at least once and visibly only once. */
export type Effect =
  | { readonly kind: 'lobby' }
  | { readonly kind: 'ask'; readonly round: number }
  | { readonly kind: 'reveal'; readonly round: number }
  | { readonly kind: 'result' }
  /** Something to say in the channel. */
  | { readonly kind: 'note'; readonly note: Note }
  /** To add to the standings. */
  | { readonly kind: 'score'; readonly entries: readonly ScoreEntry[] }
  | { readonly kind: 'protest'; readonly protest: number };

export type Note =
  | { readonly kind: 'back'; readonly timePassed: boolean }
  | { readonly kind: 'paused'; readonly reason: PauseReason }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'stopped'; readonly by: PlayerId }
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'ruled'; readonly round: number; readonly accepted: boolean };

export interface ScoreEntry {
  readonly player: PlayerId;
  /** By topic of the question; each question counts for each of its topics, and once in all. */
  readonly points: number;
  readonly right: number;
  readonly answered: number;
  readonly topics: Readonly<Record<string, number>>;
}

export type Move =
  | {
      readonly kind: 'join';
      readonly by: PlayerId;
      readonly name?: string | undefined;
      readonly team?: number | undefined;
      readonly extra: number;
      readonly at: Instant;
    }
  | { readonly kind: 'leave'; readonly by: PlayerId; readonly at: Instant }
  | { readonly kind: 'start'; readonly by?: PlayerId | undefined; readonly at: Instant }
  /** The question is to be seen: `at` by the id of its message. */
  | { readonly kind: 'asked'; readonly round: number; readonly messageId: string; readonly at: Instant }
  | {
      readonly kind: 'answer';
      readonly by: PlayerId;
      readonly name?: string | undefined;
      readonly round: number;
      readonly answer: Answer;
      readonly extra: number;
      readonly at: Instant;
    }
  | { readonly kind: 'hint'; readonly by: PlayerId; readonly at: Instant }
  /** A timer rang. It does nothing that is not due. */
  | { readonly kind: 'time'; readonly at: Instant }
  /** The host closes the question, or goes on from the answer. */
  | { readonly kind: 'go-on'; readonly by: PlayerId; readonly round: number; readonly at: Instant }
  /** The host throws the question away; nobody gets points for it. */
  | { readonly kind: 'skip'; readonly by: PlayerId; readonly at: Instant }
  | { readonly kind: 'stop'; readonly by: PlayerId; readonly at: Instant }
  | { readonly kind: 'pause'; readonly reason: PauseReason; readonly at: Instant }
  | { readonly kind: 'resume'; readonly by: PlayerId; readonly channelId: string; readonly at: Instant }
  | { readonly kind: 'protest'; readonly by: PlayerId; readonly round: number; readonly at: Instant }
  | {
      readonly kind: 'rule';
      readonly by: PlayerId;
      readonly protest: number;
      readonly accept: boolean;
      readonly at: Instant;
    }
  /** The process was away and is back. */
  | { readonly kind: 'back'; readonly at: Instant }
  /** An effect is done; `messageId` is the message that it posted. */
  | { readonly kind: 'done'; readonly effect: number; readonly messageId?: string | undefined };

export const GAME_REFUSALS = [
  'game-over',
  'already-joined',
  'already-answered',
  'not-in-the-game',
  'out-of-lives',
  'time-is-up',
  'not-open',
  'not-the-host',
  'nothing-to-skip',
  'not-paused',
  'unreadable',
  'no-hint',
  'hint-taken',
  'not-answered',
  'was-right',
  'already-protested',
  'already-ruled',
  'already-started',
  'nobody-there',
  'no-such-team',
  'all-answered',
] as const;
export type GameRefusal = (typeof GAME_REFUSALS)[number];

export interface Step {
  /** The same value as before where the move was refused. */
  readonly game: Game;
  readonly refused?: GameRefusal;
}
