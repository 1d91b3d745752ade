/**
 * The shape of a slash command. The types of its options flow into `run`, so
 * that renaming an option is a compile error. A command returns what to say;
 * the gateway says it.
 */

import type { Games } from './app/games.ts';
import type { Preferences } from './app/preferences.ts';
import type { Schedules } from './app/schedules.ts';
import type { Standings } from './app/standings.ts';
import type { Started, StartGame } from './app/starting.ts';
import type { Library } from './domain/library.ts';
import type { Random } from './domain/random.ts';
import type { CalendarDay, Instant } from './domain/time.ts';
import type { FileToSend, Searches } from './ports.ts';
import type { Card, Dialog } from './views/card.ts';
import type { Press } from './views/press.ts';
import type { Words } from './words/words.ts';

export type { Started };

/** What a command gives back. */
export type Reply =
  /** Everyone in the channel sees it. */
  | { readonly to: 'channel'; readonly card: Card }
  /** Only the caller sees it. `files` are what its file blocks offer. */
  | { readonly to: 'caller'; readonly card: Card; readonly files?: readonly FileToSend[] }
  /** In place of the message that was pressed, where that is the caller's own; else only the caller sees it. */
  | { readonly to: 'here'; readonly card: Card }
  /** In place of the message that was pressed, for everyone. */
  | { readonly to: 'in-place'; readonly card: Card }
  | { readonly to: 'dialog'; readonly dialog: Dialog };

interface Described {
  /** At most 100 characters, for the person typing, the default spelled out. */
  readonly description: string;
  readonly required?: true;
}

export interface TextOption extends Described {
  readonly type: 'text';
  readonly maxLength?: number;
  readonly choices?: readonly { readonly label: string; readonly value: string }[];
  /** At most 25, best first, for what was typed so far. */
  readonly suggest?: (typed: string, context: Context) => readonly Suggestion[];
}

export interface WholeOption extends Described {
  readonly type: 'whole';
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly { readonly label: string; readonly value: number }[];
}

export interface FlagOption extends Described {
  readonly type: 'flag';
}

/** A text channel of the server. */
export interface ChannelOption extends Described {
  readonly type: 'channel';
}

export interface RoleOption extends Described {
  readonly type: 'role';
}

export type Option = TextOption | WholeOption | FlagOption | ChannelOption | RoleOption;
export type Options = Readonly<Record<string, Option>>;

export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

export interface ChannelValue {
  readonly id: string;
  /** What Attaché would need there and has not, by Discord's names. */
  readonly missing: readonly string[];
}

export interface RoleValue {
  readonly id: string;
  /** Whether a message of ours could ping it. */
  readonly pingable: boolean;
}

interface ValueOf {
  readonly text: string;
  readonly whole: number;
  readonly flag: boolean;
  readonly channel: ChannelValue;
  readonly role: RoleValue;
}

export type Values<O extends Options> = {
  readonly [K in keyof O as O[K] extends { readonly required: true } ? K : never]: ValueOf[O[K]['type']];
} & {
  readonly [K in keyof O as O[K] extends { readonly required: true } ? never : K]?: ValueOf[O[K]['type']];
};

/** Who calls, and where. */
export interface Caller {
  readonly userId: string;
  /** Absent in direct messages. */
  readonly guildId?: string | undefined;
  /** As this server shows it. */
  readonly name: string;
  /** Ids. */
  readonly roles: readonly string[];
  /** Has Manage Server. */
  readonly manages: boolean;
  /** Has Manage Messages here. */
  readonly moderates: boolean;
  readonly channelId: string;
  /** Of a thread: the channel that it belongs to. */
  readonly parentId?: string | undefined;
  /** What Attaché would need here and has not, by Discord's names. */
  readonly missing: readonly string[];
}

/** What every command is given. */
export interface Context {
  readonly library: Library;
  readonly search: Searches;
  readonly schedules: Schedules;
  readonly standings: Standings;
  readonly preferences: Preferences;
  readonly words: Words;
  readonly random: Random;
  readonly games: Games;
  readonly startGame: StartGame;
  /** Rows as the bytes of a file for spreadsheets. */
  readonly tableFile: (rows: readonly (readonly (string | number)[])[]) => Uint8Array;
  /** When Discord received what is answered, by its id. */
  readonly at: Instant;
  readonly now: Instant;
  /** An IANA name: what this server has set, else the zone of its schedules, else UTC. */
  readonly zone: string;
  /** The day it is in that zone. */
  readonly today: CalendarDay;
  readonly caller: Caller;
  /** A command as something that can be pressed, such as `</summary:123>`; its plain name before it is registered. */
  readonly mention: (command: string) => string;
  /** A channel's name, where it is known. */
  readonly channelName: (channelId: string) => string | undefined;
  /** All commands, in the order of the listing. */
  readonly commands: readonly Command[];
  readonly version: string;
}

type Answer = Reply | Promise<Reply>;

export interface Action<O extends Options = Options> {
  readonly description: string;
  /** Where the other actions of the command need less: Discord shows it to all, and the gateway refuses it. */
  readonly requires?: 'Manage Server';
  readonly options: O;
  run(values: Values<O>, context: Context): Answer;
}

/** How the presses that a command's cards carry are answered. */
export type Presses = {
  readonly [K in Press['kind']]?: (press: Extract<Press, { kind: K }>, context: Context, given: Given) => Answer;
};

/** What came along with a press: the values chosen in a menu, or the text of a dialog's field. */
export interface Given {
  readonly chosen: readonly string[];
  readonly typed: string;
}

export interface Command {
  /** The file's name. */
  readonly name: string;
  readonly description: string;
  /** `anywhere` includes direct messages and accounts that installed it for themselves. */
  readonly where: 'anywhere' | 'server';
  readonly requires?: 'Manage Server';
  readonly actions: Readonly<Record<string, Action>> | { readonly '': Action };
  readonly presses: Presses;
}

interface Common {
  readonly name: string;
  readonly description: string;
  readonly where?: 'server';
  readonly requires?: 'Manage Server';
  readonly presses?: Presses;
}

/** A command of one action. */
export function command<const O extends Options>(
  spec: Common & { readonly options: O; run(values: Values<O>, context: Context): Answer },
): Command {
  const { description, options, run } = spec;
  return { ...described(spec), actions: { '': action({ description, options, run }) } };
}

/** A command of several actions, each typed after its name: `/schedule add`. */
export function commandGroup(spec: Common & { readonly actions: Readonly<Record<string, Action>> }): Command {
  return { ...described(spec), actions: spec.actions };
}

/** One action of a group. */
export function action<const O extends Options>(spec: Action<O>): Action {
  // The gateway reads the values by these very options, so `run` gets what its types say.
  return spec as unknown as Action;
}

function described({ name, description, where, requires, presses }: Common) {
  return {
    name,
    description,
    where: where ?? ('anywhere' as const),
    ...(requires ? { requires } : {}),
    presses: presses ?? {},
  };
}

/** Only the caller sees it: one thing to know, in a sentence or two. */
export function whisper(card: Card): Reply {
  return { to: 'caller', card };
}
