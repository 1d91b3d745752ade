import { type Channel, PermissionFlagsBits, type Role } from 'discord.js';

/** What a post needs, by the names that Discord's settings show. Reading back is how a post is found after an interruption. */
const NEEDED = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
] as const;

/** What Attaché lacks in a channel of a server, as far as is known. */
export function missingIn(channel: Channel | undefined): readonly string[] {
  if (!channel || channel.isDMBased()) return [];
  const granted = channel.permissionsFor(channel.client.user);
  return granted ? NEEDED.filter(([, flag]) => !granted.has(flag)).map(([name]) => name) : [];
}

/** Whether a message of Attaché's could ping a role. */
export function canPing(role: Role): boolean {
  return role.mentionable || (role.guild.members.me?.permissions.has(PermissionFlagsBits.MentionEveryone) ?? false);
}
