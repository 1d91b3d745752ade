import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { Caller } from '../../command.ts';
import { missingIn } from './permissions.ts';

/** Who calls, and where. What takes some working out is worked out only for the commands that ask. */
export function callerOf(interaction: Interaction): Caller {
  const { channel, member, user, memberPermissions } = interaction;
  const inServer = interaction.inGuild();
  return {
    userId: user.id,
    guildId: interaction.guildId ?? undefined,
    name: (member && 'displayName' in member ? member.displayName : undefined) ?? user.displayName,
    get roles() {
      return interaction.inCachedGuild() ? interaction.member.roles.cache.map(({ id }) => id) : [];
    },
    get manages() {
      return memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
    },
    get moderates() {
      return memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
    },
    channelId: interaction.channelId ?? '',
    parentId: channel?.isThread() ? (channel.parentId ?? undefined) : undefined,
    get missing() {
      return inServer && channel ? missingIn(channel) : [];
    },
  };
}
