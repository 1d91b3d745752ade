import { type Channel, PermissionFlagsBits, type Role } from 'discord.js';

/** What a post needs, by the names that Discord's settings show. Reading back is how a post is found after an interruption. */
const SEEING = ['View Channel', PermissionFlagsBits.ViewChannel] as const;
const WRITING = ['Send Messages', PermissionFlagsBits.SendMessages] as const;
const READING = ['Read Message History', PermissionFlagsBits.ReadMessageHistory] as const;
/** In a thread writing is another permission: discord-api-docs `topics/threads`, "Permissions". */
const WRITING_IN_THREADS = ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads] as const;
const OPENING = ['Create Public Threads', PermissionFlagsBits.CreatePublicThreads] as const;

/** What Attaché lacks to post in a channel or thread of a server, as far as is known. */
export function missingIn(channel: Channel | undefined): readonly string[] {
  return lacking(channel, [SEEING, channel?.isThread() ? WRITING_IN_THREADS : WRITING, READING]);
}

/** What Attaché lacks to open a thread in a channel of a server and to post there. */
export function missingForThread(channel: Channel | undefined): readonly string[] {
  return lacking(channel, [SEEING, OPENING, WRITING_IN_THREADS, READING]);
}

function lacking(channel: Channel | undefined, needed: readonly (readonly [string, bigint])[]): readonly string[] {
  if (!channel || channel.isDMBased()) return [];
  const granted = channel.permissionsFor(channel.client.user);
  return granted ? needed.filter(([, flag]) => !granted.has(flag)).map(([name]) => name) : [];
}

/** Whether a message of Attaché's could ping a role. */
export function canPing(role: Role): boolean {
  return role.mentionable || (role.guild.members.me?.permissions.has(PermissionFlagsBits.MentionEveryone) ?? false);
}
