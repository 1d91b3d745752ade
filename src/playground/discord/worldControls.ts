import { ChannelType, GatewayIntentBits } from 'discord.js';
import type { Change } from './change.ts';
import type { Gateway } from './gateway.ts';
import type { Messages } from './messages.ts';
import { apiChannel, apiGuildCreate, apiRole } from './payloads.ts';
import { bitsOf } from './permissions.ts';
import type { Channel, Guild, PermissionName, User } from './world.ts';
import type { GuildSeed } from './worldSeed.ts';
import type { WorldState } from './worldState.ts';

const THREAD = ChannelType.PublicThread;

export interface RoleChange {
  readonly mentionable?: boolean;
  readonly permissions?: readonly PermissionName[];
}

/** What an administrator, or chance, does to the world. The bot is told as Discord would tell it. */
export interface WorldControls {
  /**
   * Grants and withholds permissions in a channel, replacing what was set for that target.
   * `target` is `@everyone`, `@bot`, a role's or a person's name or id.
   */
  setChannelPermissions(
    channelId: string,
    target: string,
    set: { readonly allow?: readonly PermissionName[]; readonly deny?: readonly PermissionName[] },
  ): void;
  /** A channel with its threads, or a thread. */
  deleteChannel(channelId: string): void;
  /** Brings back a deleted channel with its id; its messages and threads stay gone. */
  restoreChannel(channelId: string): void;
  deleteMessage(messageId: string): void;
  /** Changes a role, by name or id; `permissions` replaces those it had. */
  setRole(role: string, change: RoleChange): void;
  deleteRole(role: string): void;
  /** Gives a person these roles, by name or id, in one guild, and no others there. */
  setMemberRoles(person: string, guildId: string, roles: readonly string[]): void;
  /** Whether the bot may write to this person directly. */
  setDirectMessages(person: string, open: boolean): void;
  /** Invites the bot into a new guild; returns its id. */
  addGuild(seed: GuildSeed): string;
  /** Removes the bot from a guild. */
  removeGuild(guildId: string): void;
}

export interface ControlsContext {
  readonly world: WorldState;
  readonly messages: Messages;
  readonly dispatch: Gateway['dispatch'];
  readonly tell: (change: Change) => void;
  /** @throws when there is none */
  readonly channelNamed: (name: string) => Channel;
  /** @throws when there is none */
  readonly person: (name: string) => User;
}

export function openWorldControls(context: ControlsContext): WorldControls {
  const { world, messages, dispatch, tell, channelNamed, person } = context;

  function tellGuild(event: string, guildId: string, data: unknown): void {
    dispatch(event, data, { guildId, intent: GatewayIntentBits.Guilds });
    tell({ kind: 'world' });
  }

  /** @throws when there is none */
  function roleNamed(name: string, among: readonly Guild[] = world.guilds) {
    for (const guild of among) {
      const role = guild.roles.find((one) => one.roleId === name || one.name === name.replace(/^@(?!everyone$)/, ''));
      if (role) return { guild, role };
    }
    throw new Error(`There is no role called ${name}.`);
  }

  return {
    setChannelPermissions(channelId, target, set) {
      const channel = channelNamed(channelId);
      const guild = world.guild(channel.guildId ?? '');
      if (!guild) throw new Error('Direct messages have no permissions to set.');
      if (channel.thread) throw new Error('In a thread the permissions of its channel hold.');
      const overwrite = world.overwriteFor(guild, { for: target, ...set });
      const others = channel.overwrites.filter(({ targetId }) => targetId !== overwrite.targetId);
      const next = { ...channel, overwrites: [...others, overwrite] };
      world.putChannel(next);
      tellGuild('CHANNEL_UPDATE', guild.guildId, apiChannel(next, world));
    },
    deleteChannel(channelId) {
      const channel = channelNamed(channelId);
      const { guildId = '', thread } = channel;
      const lost = world.guild(guildId)?.threads.filter((one) => one.thread?.parentId === channel.channelId) ?? [];
      world.removeChannel(channel.channelId);
      for (const one of [channel, ...lost]) messages.clear(one.channelId);
      if (thread) {
        const { channelId: id } = channel;
        tellGuild('THREAD_DELETE', guildId, { id, guild_id: guildId, parent_id: thread.parentId, type: THREAD });
      } else if (guildId) tellGuild('CHANNEL_DELETE', guildId, apiChannel(channel, world));
    },
    restoreChannel(channelId) {
      const channel = world.restoreChannel(channelId);
      const event = channel.thread ? 'THREAD_CREATE' : 'CHANNEL_CREATE';
      if (channel.guildId) tellGuild(event, channel.guildId, apiChannel(channel, world));
    },
    deleteMessage: (messageId) => messages.remove(messageId),
    setRole(name, { permissions, ...change }) {
      const { guild, role } = roleNamed(name);
      const next = { ...role, ...change, ...(permissions ? { permissions: bitsOf(permissions) } : {}) };
      world.putGuild({ ...guild, roles: guild.roles.map((one) => (one === role ? next : one)) });
      tellGuild('GUILD_ROLE_UPDATE', guild.guildId, { guild_id: guild.guildId, role: apiRole(next) });
    },
    deleteRole(name) {
      const { guild, role } = roleNamed(name);
      const { roleId } = role;
      world.putGuild({
        ...guild,
        roles: guild.roles.filter((one) => one !== role),
        members: guild.members.map((one) => ({ ...one, roleIds: one.roleIds.filter((id) => id !== roleId) })),
      });
      tellGuild('GUILD_ROLE_DELETE', guild.guildId, { guild_id: guild.guildId, role_id: roleId });
    },
    setMemberRoles(name, guildId, roles) {
      const guild = world.guild(guildId);
      if (!guild) throw new Error(`There is no guild ${guildId}.`);
      const { userId } = person(name);
      const roleIds = roles.map((one) => roleNamed(one, [guild]).role.roleId);
      const members = guild.members.map((one) => (one.userId === userId ? { userId, roleIds } : one));
      world.putGuild({ ...guild, members });
      tell({ kind: 'world' }); // The bot hears of members only with a privileged intent.
    },
    setDirectMessages(name, open) {
      world.putUser({ ...person(name), takesDirectMessages: open });
      tell({ kind: 'world' });
    },
    addGuild(guildSeed) {
      const guild = world.addGuild(guildSeed);
      tellGuild('GUILD_CREATE', guild.guildId, apiGuildCreate(guild, world));
      return guild.guildId;
    },
    removeGuild(guildId) {
      const guild = world.guild(guildId);
      for (const one of [...(guild?.channels ?? []), ...(guild?.threads ?? [])]) messages.clear(one.channelId);
      world.removeGuild(guildId);
      tellGuild('GUILD_DELETE', guildId, { id: guildId });
    },
  };
}
