import { PermissionFlagsBits } from 'discord.js';
import type { Channel, Guild, PermissionName } from './world.ts';

const {
  Administrator,
  ViewChannel,
  SendMessages,
  SendMessagesInThreads,
  MentionEveryone,
  SendTTSMessages,
  AttachFiles,
  EmbedLinks,
} = PermissionFlagsBits;

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What @everyone may do in a new guild. */
export const EVERYONE = bitsOf([
  'ViewChannel',
  'SendMessages',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'UseExternalEmojis',
  'UseApplicationCommands',
  'CreateInstantInvite',
  'ChangeNickname',
]);

/** What an invitation grants the bot. */
export const INVITED_BOT = bitsOf([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
]);

/**
 * What anyone may do in direct messages with the bot.
 * Source: discord-api-docs `developers/interactions/receiving-and-responding.mdx`, "Interaction Structure", third note.
 */
export const DIRECT = bitsOf([
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'AttachFiles',
  'EmbedLinks',
  'MentionEveryone',
  'UseExternalEmojis',
  'AddReactions',
]);

export function bitsOf(names: readonly PermissionName[] = []): bigint {
  return names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

/** Source: discord-api-docs `developers/topics/permissions.mdx`, "Permission Overwrites", `compute_base_permissions`. */
function inGuild(guild: Guild, userId: string, roleIds: readonly string[]): bigint {
  if (guild.ownerId === userId) return ALL;
  const granted = guild.roles
    .filter(({ roleId }) => roleId === guild.guildId || roleIds.includes(roleId))
    .reduce((bits, { permissions }) => bits | permissions, 0n);
  return granted & Administrator ? ALL : granted;
}

/** What lets somebody write there. Source: discord-api-docs `developers/topics/threads.mdx`, "Permissions". */
export const writingIn = ({ thread }: Channel): bigint => (thread ? SendMessagesInThreads : SendMessages);

/**
 * What a member may do in a channel: nothing, if they cannot see it. In a thread what they may in its channel.
 * Source: the same section, `compute_overwrites`, "Inherited Permissions" and "Implicit Permissions".
 */
export function permissionsIn(guild: Guild, channel: Channel, userId: string): bigint {
  const member = guild.members.find((one) => one.userId === userId);
  if (!member) return 0n;
  const base = inGuild(guild, userId, member.roleIds);
  if (base === ALL) return ALL;

  const apply = (bits: bigint, targets: readonly { readonly allow: bigint; readonly deny: bigint }[]) => {
    const deny = targets.reduce((all, one) => all | one.deny, 0n);
    const allow = targets.reduce((all, one) => all | one.allow, 0n);
    return (bits & ~deny) | allow;
  };
  const { thread } = channel;
  const set = (thread ? guild.channels.find(({ channelId }) => channelId === thread.parentId) : channel)?.overwrites;
  if (!set) return 0n;
  let bits = apply(
    base,
    set.filter(({ targetId }) => targetId === guild.guildId),
  );
  bits = apply(
    bits,
    set.filter(({ target, targetId }) => target === 'role' && member.roleIds.includes(targetId)),
  );
  bits = apply(
    bits,
    set.filter(({ target, targetId }) => target === 'member' && targetId === userId),
  );
  if (!(bits & ViewChannel)) return 0n;
  if (!(bits & writingIn(channel))) bits &= ~(MentionEveryone | SendTTSMessages | AttachFiles | EmbedLinks);
  return bits;
}
