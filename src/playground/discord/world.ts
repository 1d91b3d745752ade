import type { PermissionFlagsBits } from 'discord.js';

/** A permission by its name in Discord's documentation, in capitals and small letters: `SendMessages`. */
export type PermissionName = keyof typeof PermissionFlagsBits;

/** One person, or the bot itself. */
export interface User {
  readonly userId: string;
  /** The unique handle: small letters. */
  readonly username: string;
  /** The name others see. */
  readonly name: string;
  readonly bot: boolean;
  /** The language of this person's client, such as `en-GB`. */
  readonly locale: string;
  /** Whether the bot may write to this person directly. */
  readonly takesDirectMessages: boolean;
}

export interface Role {
  readonly roleId: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly mentionable: boolean;
  readonly position: number;
  readonly colour: number;
  /** True for the role Discord makes for a bot. */
  readonly managed: boolean;
}

export interface Member {
  readonly userId: string;
  readonly roleIds: readonly string[];
}

/** What a channel grants or withholds from one role or one member. */
export interface Overwrite {
  readonly targetId: string;
  readonly target: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

/** A text channel of a guild, a public thread of one, or the direct messages of one person with the bot. */
export interface Channel {
  readonly channelId: string;
  /** Without the `#`; for direct messages, the person's name. */
  readonly name: string;
  readonly guildId?: string;
  /** The person on the other side of direct messages. */
  readonly recipientId?: string;
  /** What a thread has beyond other channels. */
  readonly thread?: Thread;
  readonly position: number;
  /** None for a thread, in which those of its channel hold. */
  readonly overwrites: readonly Overwrite[];
}

export interface Thread {
  readonly parentId: string;
  readonly ownerId: string;
  /** Minutes without a message after which it would be put away. */
  readonly archivesAfter: number;
}

export interface Guild {
  readonly guildId: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  readonly roles: readonly Role[];
  readonly members: readonly Member[];
  readonly channels: readonly Channel[];
  readonly threads: readonly Channel[];
}

/** What there is, as plain values. Each read gives the present state. */
export interface World {
  readonly guilds: readonly Guild[];
  /** Every person, and the bot. */
  readonly users: readonly User[];
  /** The direct messages opened so far. */
  readonly directChannels: readonly Channel[];
}
