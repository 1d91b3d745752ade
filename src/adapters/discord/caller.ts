import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { Caller } from '../../command.ts';
import { missingIn } from './permissions.ts';

/** Who calls, and where. */
export function callerOf(interaction: Interaction): Caller {
  const { channel, member, user, memberPermissions } = interaction;
  const roles = interaction.inCachedGuild() ? interaction.member.roles.cache.map(({ id }) => id) : [];
  const inServer = interaction.inGuild();
  return {
    userId: user.id,
    guildId: interaction.guildId ?? undefined,
    name: (member && 'displayName' in member ? member.displayName : undefined) ?? user.displayName,
    roles,
    manages: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    moderates: memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false,
    channelId: interaction.channelId ?? '',
    parentId: channel?.isThread() ? (channel.parentId ?? undefined) : undefined,
    missing: inServer && channel ? missingIn(channel) : [],
  };
}
