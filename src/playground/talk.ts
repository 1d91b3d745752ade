/** What the page and its server say to each other over one WebSocket, as JSON. */

import type { BotState, Scene, ShownChoice, ShownDialog, ShownMessage, WireLine } from './shown.ts';

export type Value = string | number | boolean;
export type Values = Readonly<Record<string, Value>>;
export type FieldValues = Readonly<Record<string, string | boolean | readonly string[]>>;

/** What a tab may ask, with what it gets back. */
export interface Asks {
  /** Becomes this person; without a name, whoever comes first. A scene follows. */
  be: { asked: { readonly person?: string }; answer: Told };
  type: { asked: { readonly channelId: string; readonly command: string; readonly values: Values }; answer: Told };
  complete: {
    asked: {
      readonly channelId: string;
      readonly command: string;
      readonly option: string;
      readonly typed: string;
      readonly others: Values;
    };
    answer: { readonly choices: readonly ShownChoice[] } | { readonly notice: string };
  };
  press: { asked: { readonly messageId: string; readonly customId: string }; answer: Told };
  choose: {
    asked: { readonly messageId: string; readonly customId: string; readonly values: readonly string[] };
    answer: Told;
  };
  submit: { asked: { readonly dialogId: string; readonly fields: FieldValues }; answer: Told };
  /** Closes a dialog without sending it. */
  leave: { asked: { readonly dialogId: string }; answer: Told };
  dismiss: { asked: { readonly messageId: string }; answer: Told };
  /** This person has seen the channel up to this message. */
  read: { asked: { readonly channelId: string; readonly messageId: string }; answer: Told };
  moveTime: { asked: { readonly to: number }; answer: Told };
  restartBot: { asked: Record<string, never>; answer: Told };
  dropConnection: { asked: Record<string, never>; answer: Told };
  /** Starts or stops the inspector's news. */
  inspect: { asked: { readonly on: boolean }; answer: Told };
  wireBodies: {
    asked: { readonly number: number };
    answer: { readonly request?: unknown; readonly response?: unknown };
  };
}

export type AskName = keyof Asks;

/** Done, or why not, in words for the person. */
export type Told = { readonly done: true } | { readonly done: false; readonly notice: string };

export type Asked = {
  [Name in AskName]: { readonly id: number; readonly ask: Name; readonly with: Asks[Name]['asked'] };
}[AskName];

/** What the server tells a tab. */
export type News =
  | { readonly news: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly news: 'scene'; readonly scene: Scene }
  /** A message that is new or has changed. */
  | { readonly news: 'message'; readonly message: ShownMessage }
  | { readonly news: 'message-gone'; readonly channelId: string; readonly messageId: string }
  | { readonly news: 'dialogs'; readonly dialogs: readonly ShownDialog[] }
  | { readonly news: 'read'; readonly read: Readonly<Record<string, string>> }
  | { readonly news: 'time'; readonly now: number }
  | { readonly news: 'bot'; readonly botState: BotState }
  | { readonly news: 'wire'; readonly lines: readonly WireLine[]; readonly afresh: boolean };
