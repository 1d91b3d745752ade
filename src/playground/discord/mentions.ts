import { PermissionFlagsBits } from 'discord.js';
import type { Pings } from './sight.ts';
import type { Channel } from './world.ts';
import type { WorldState } from './worldState.ts';

export interface AllowedMentions {
  readonly parse?: readonly (string | null)[] | null;
  readonly users?: readonly (string | null)[] | null;
  readonly roles?: readonly (string | null)[] | null;
}

/** Source: discord-api-docs `developers/resources/message.mdx`, "Default Settings for Allowed Mentions". */
export const BY_DEFAULT = {
  message: { parse: ['users', 'roles', 'everyone'] },
  interaction: { parse: ['users'] },
} as const satisfies Record<string, AllowedMentions>;

export const NOBODY: Pings = { everyone: false, roleIds: [], userIds: [] };

/**
 * Whom a text notifies: who is named in it, allowed by the sender, and mentionable for the bot.
 * Source: the same document, "Allowed Mentions Object".
 */
export function pingsOf(text: string, allowed: AllowedMentions, channel: Channel, world: WorldState): Pings {
  const spoken = text.replace(CODE, ' ');
  const parse = allowed.parse ?? [];
  const mayAll = (world.permissions(channel, world.bot.userId) & PermissionFlagsBits.MentionEveryone) !== 0n;
  const guild = world.guild(channel.guildId ?? '');
  const named = (pattern: RegExp) => [...new Set([...spoken.matchAll(pattern)].map(([, id = '']) => id))];
  const mayPing = (kind: 'users' | 'roles', id: string) => parse.includes(kind) || Boolean(allowed[kind]?.includes(id));

  return {
    everyone: Boolean(guild) && mayAll && parse.includes('everyone') && /@(everyone|here)\b/.test(spoken),
    roleIds: named(/<@&(\d+)>/g).filter((roleId) => {
      const role = guild?.roles.find((one) => one.roleId === roleId);
      return role && mayPing('roles', roleId) && (role.mentionable || mayAll);
    }),
    userIds: named(/<@!?(\d+)>/g).filter((userId) => world.user(userId) && mayPing('users', userId)),
  };
}

/** Fenced and inline code, in which nothing is a mention. */
const CODE = /```[\s\S]*?```|``[^`]*``|`[^`\n]*`/g;
