import type { APIApplicationCommand } from 'discord.js';
import type { Actor } from './actor.ts';
import type { Fault } from './faults.ts';
import type { Dialog, SeenMessage } from './sight.ts';
import type { WireEntry } from './wire.ts';
import type { Channel, PermissionName, World } from './world.ts';
import type { GuildSeed, WorldSeed } from './worldSeed.ts';

export interface LocalDiscordOptions {
  /** Unix milliseconds, for ids, timestamps, tokens and nonces. `Date.now` if left out. */
  readonly clock?: () => number;
  /** Any free port if left out. */
  readonly port?: number;
  /** The Model UN club if left out. */
  readonly world?: WorldSeed;
}

/** Something a screen would have to redraw. */
export type Change =
  | { readonly kind: 'message'; readonly channelId: string; readonly messageId: string; readonly onlyFor?: string }
  | { readonly kind: 'message-gone'; readonly channelId: string; readonly messageId: string; readonly onlyFor?: string }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'world' }
  | { readonly kind: 'commands' }
  | { readonly kind: 'connection'; readonly connected: boolean };

/**
 * The part of Discord that a slash-command bot talks to, in this process and on 127.0.0.1 only.
 *
 * A real discord.js `Client` connects with `rest: { api: apiUrl }`. What Discord would refuse is refused
 * here, with the same status and error code.
 */
export interface LocalDiscord {
  /** For discord.js: `new Client({ rest: { api: apiUrl } })`. Without the `/v10`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botUserId: string;
  readonly world: World;
  /** The registered slash commands: the global ones, then those of guilds. */
  readonly commands: readonly APIApplicationCommand[];

  /** Acts as a person, by name or user id. @throws when there is no such person. */
  as(person: string): Actor;
  /** A channel by id or by name, with or without `#`. @throws when there is none. */
  channel(name: string): Channel;
  /** What one person sees in a channel, oldest first: ephemeral messages of others are not among it. */
  messages(channelId: string, viewerId: string): readonly SeenMessage[];
  /** One message as it is now; `undefined` once it is deleted. */
  message(messageId: string): SeenMessage | undefined;

  /** Calls back after every change; returns what stops it. */
  onChange(listener: (change: Change) => void): () => void;
  /** What travelled lately, oldest first: the last 1,000 entries. */
  readonly wire: readonly WireEntry[];
  onWire(listener: (entry: WireEntry) => void): () => void;

  /** Whether the bot has a session that is ready. */
  readonly connected: boolean;
  /** Resolves once the bot is ready (received READY and its guilds), at once if it is. */
  whenConnected(): Promise<void>;
  /** Resolves once the bot is connected and has registered at least one command. */
  whenReady(): Promise<void>;
  /** Resolves once commands are registered: at once if they are. */
  whenCommands(): Promise<readonly APIApplicationCommand[]>;
  /** Resolves with the first change, from now on, that `accept` holds for. */
  whenChanged(accept: (change: Change) => boolean): Promise<Change>;
  /** Resolves with the first message, present or to come, that `accept` holds for. */
  whenMessage(accept: (message: SeenMessage) => boolean): Promise<SeenMessage>;

  /** Closes the gateway's sockets. A session stays resumable unless told otherwise. */
  dropConnections(options?: { readonly resumable?: boolean }): void;
  /** Asks the bot to reconnect (opcode 7). */
  askToReconnect(): void;
  /** Lets the next matching requests fail. */
  failNext(fault: Fault): void;

  /**
   * Grants and withholds permissions in a channel, replacing what was set for that target.
   * `target` is `@everyone`, `@bot`, a role's or a person's name or id.
   */
  setChannelPermissions(
    channelId: string,
    target: string,
    set: { readonly allow?: readonly PermissionName[]; readonly deny?: readonly PermissionName[] },
  ): void;
  deleteChannel(channelId: string): void;
  /** Brings back a deleted channel with its id; its messages stay gone. */
  restoreChannel(channelId: string): void;
  deleteMessage(messageId: string): void;
  /** Whether the bot may write to this person directly. */
  setDirectMessages(person: string, open: boolean): void;
  /** Invites the bot into a new guild; returns its id. */
  addGuild(seed: GuildSeed): string;
  /** Removes the bot from a guild. */
  removeGuild(guildId: string): void;

  close(): Promise<void>;
}

/** Opens a local Discord. It speaks as soon as this resolves. */
export async function openLocalDiscord(_options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  throw new Error('not opened yet');
}
