/** What the outside world must offer. Interfaces only; `src/adapters` implements them. */

import type { PostRefusal } from './domain/schedules.ts';
import type { Instant } from './domain/time.ts';
import type { Card } from './views/card.ts';
import type { Press } from './views/press.ts';
import type { StandingsPicture } from './views/standingsPicture.ts';

/** A small durable map of values. */
export interface Store<T> {
  /** `undefined` when there is no such key. @throws UnreadableRecord when what is stored is not of this shape. */
  get(key: string): Promise<T | undefined>;
  /**
   * Reads, changes and writes one key, with no other update to that key in between.
   *
   * `change` returns what to keep (`undefined` removes the key) and a result to hand back.
   * Keeping what was there writes nothing.
   * @throws when the value could not be read or written; nothing was changed.
   */
  update<R>(key: string, change: (current: T | undefined) => readonly [keep: T | undefined, result: R]): Promise<R>;
  /** All that can be read. What cannot is logged, left where it is, and passed over. */
  entries(): AsyncIterable<readonly [key: string, value: T]>;
}

/** A store whose values one owner holds in memory, and need not read before writing. */
export interface OwnedStore<T> extends Store<T> {
  /** Writes one key, after everything that was asked of it before. @throws when it could not be written. */
  put(key: string, value: T): Promise<void>;
}

/** A store whose keys begin with whose they are, such as `<server>:<member>`. */
export interface GroupedStore<T> extends Store<T> {
  /** As `entries`, but only of the keys that begin with `group:`. `group` has letters and digits only. */
  entriesUnder(group: string): AsyncIterable<readonly [key: string, value: T]>;
}

/** What is stored under a key does not have the shape that is expected; it was left as it is. */
export class UnreadableRecord extends Error {
  constructor(key: string, options: ErrorOptions) {
    super(`the record ${key} cannot be read; it was left as it is`, options);
    this.name = 'UnreadableRecord';
  }
}

export interface Post {
  /**
   * Sends a card to a channel. The same nonce within some minutes gives the same message.
   * @throws when Discord or the network is in trouble; the message may exist.
   */
  send(channelId: string, card: Card, options: PostOptions): Promise<SendResult>;
  /**
   * Looks through the channel's messages, from `since` on, for one of ours with this press on it.
   * @throws when Discord or the network is in trouble.
   */
  find(channelId: string, marker: Press, since: Instant): Promise<FindResult>;
}

/** A channel in which more happens than posts: messages change, and threads are opened. */
export interface Stage extends Post {
  /**
   * Puts a card in place of a message of ours.
   * @throws when Discord or the network is in trouble.
   */
  edit(channelId: string, messageId: string, card: Card): Promise<EditResult>;
  /**
   * Opens a thread of its own in a channel.
   * @throws when Discord or the network is in trouble.
   */
  openThread(channelId: string, name: string): Promise<ThreadResult>;
}

export interface PostOptions {
  /** At most 25 characters. */
  readonly nonce: string;
  /** The one role that the message may ping. */
  readonly pings?: string | undefined;
  /** What the card's picture and file blocks show. */
  readonly files?: readonly FileToSend[];
}

export interface FileToSend {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type EditResult =
  | { readonly kind: 'edited' }
  | { readonly kind: 'message-gone' }
  | { readonly kind: 'refused'; readonly reason: PostRefusal };

export type ThreadResult =
  | { readonly kind: 'opened'; readonly channelId: string }
  | { readonly kind: 'refused'; readonly reason: PostRefusal };

export type SendResult =
  | { readonly kind: 'sent'; readonly messageId: string; readonly at: Instant }
  | { readonly kind: 'refused'; readonly reason: PostRefusal };

export type FindResult =
  | { readonly kind: 'found'; readonly messageId: string; readonly at: Instant }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly reason: PostRefusal };

export type Clock = () => Instant;

/** Calls `ring` once the clock shows `at`, at once if it does. Forgotten on restart. Returns what cancels it. */
export type Alarm = (at: Instant, ring: () => void) => () => void;

/** The ids of what fits a query, best first; typos, accents and case are forgiven. An empty query finds nothing. */
export type Search = (query: string, limit: number) => readonly string[];

export interface Searches {
  readonly articles: Search;
  readonly topics: Search;
  readonly terms: Search;
  readonly zones: Search;
}

export interface Pictures {
  /** The standings as a PNG, within three seconds. `undefined` when that cannot be; the log says why. Never throws. */
  standings(picture: StandingsPicture): Promise<Uint8Array | undefined>;
}

/** One structured line per call. `event` is a stable kebab-case name, safe to search for. */
export interface Log {
  debug(event: string, fields?: Readonly<Record<string, unknown>>): void;
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, error: unknown, fields?: Readonly<Record<string, unknown>>): void;
}
