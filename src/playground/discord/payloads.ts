import {
  type APIChannel,
  type APIInteractionDataResolvedChannel,
  type APIInteractionDataResolvedGuildMember,
  type APIInteractionGuildMember,
  type APIRole,
  type APIUser,
  type ChannelFlags,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  type GuildFeature,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildSystemChannelFlags,
  GuildVerificationLevel,
  type Locale,
  OverwriteType,
  type RoleFlags,
  type UserFlags,
} from 'discord.js';
import { permissionsIn } from './permissions.ts';
import { timeOf } from './snowflake.ts';
import type { Channel, Guild, Member, Role, Thread, User } from './world.ts';
import type { WorldState } from './worldState.ts';

/** The world's values in the shapes of Discord's API. */

/** When every member joined: what nobody here asks about needs no history. */
const JOINED_AT = '2025-01-01T00:00:00.000000+00:00';

export function apiUser(user: User): APIUser {
  return {
    id: user.userId,
    username: user.username,
    global_name: user.bot ? null : user.name,
    discriminator: user.bot ? '0001' : '0',
    avatar: null,
    ...(user.bot ? { bot: true } : {}),
    public_flags: 0 as UserFlags,
  };
}

export function apiRole(role: Role): APIRole {
  return {
    id: role.roleId,
    name: role.name,
    color: role.colour,
    colors: { primary_color: role.colour, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: String(role.permissions),
    managed: role.managed,
    mentionable: role.mentionable,
    flags: 0 as RoleFlags,
  };
}

export function apiChannel(channel: Channel, world: WorldState): APIChannel {
  if (!channel.guildId) {
    const recipient = world.user(channel.recipientId ?? '');
    return {
      id: channel.channelId,
      type: ChannelType.DM,
      name: null,
      last_message_id: null,
      recipients: recipient ? [apiUser(recipient)] : [],
    };
  }
  if (channel.thread) return apiThread(channel, channel.thread);
  return {
    id: channel.channelId,
    type: ChannelType.GuildText,
    guild_id: channel.guildId,
    name: channel.name,
    topic: null,
    nsfw: false,
    position: channel.position,
    parent_id: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites: channel.overwrites.map(({ targetId, target, allow, deny }) => ({
      id: targetId,
      type: target === 'role' ? OverwriteType.Role : OverwriteType.Member,
      allow: String(allow),
      deny: String(deny),
    })),
  };
}

function apiThread({ channelId, name, guildId }: Channel, { parentId, ownerId, archivesAfter }: Thread): APIChannel {
  return {
    id: channelId,
    type: ChannelType.PublicThread,
    guild_id: guildId,
    name,
    parent_id: parentId,
    owner_id: ownerId,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    thread_metadata: threadMetadata(channelId, archivesAfter),
    flags: 0 as ChannelFlags,
  } as APIChannel;
}

function threadMetadata(threadId: string, archivesAfter: number) {
  const openedAt = new Date(timeOf(threadId)).toISOString();
  return {
    archived: false,
    auto_archive_duration: archivesAfter,
    archive_timestamp: openedAt,
    create_timestamp: openedAt,
    locked: false,
  };
}

export function apiMember({ roleIds }: Member) {
  return {
    roles: [...roleIds],
    nick: null,
    avatar: null,
    banner: null,
    joined_at: JOINED_AT,
    premium_since: null,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
  };
}

/** A member as an interaction carries them: with what they may do in the channel. */
export function apiInteractionMember(
  guild: Guild,
  channel: Channel,
  member: Member,
  user: User,
): APIInteractionGuildMember {
  return {
    ...apiMember(member),
    user: apiUser(user),
    permissions: String(permissionsIn(guild, channel, user.userId)),
  };
}

/** A member as resolved data carries them: without the user. */
export function apiResolvedMember(
  guild: Guild,
  channel: Channel,
  member: Member,
): APIInteractionDataResolvedGuildMember {
  const { deaf: _deaf, mute: _mute, ...rest } = apiMember(member);
  return { ...rest, permissions: String(permissionsIn(guild, channel, member.userId)) };
}

/** A channel as resolved data carries it. */
export function apiResolvedChannel(
  channel: Channel,
  world: WorldState,
  viewerId: string,
): APIInteractionDataResolvedChannel {
  return {
    id: channel.channelId,
    name: channel.name,
    type: channel.thread ? ChannelType.PublicThread : channel.guildId ? ChannelType.GuildText : ChannelType.DM,
    permissions: String(world.permissions(channel, viewerId)),
    app_permissions: String(world.permissions(channel, world.bot.userId)),
    ...(channel.thread
      ? {
          parent_id: channel.thread.parentId,
          thread_metadata: threadMetadata(channel.channelId, channel.thread.archivesAfter),
        }
      : {}),
  } as APIInteractionDataResolvedChannel;
}

export function apiGuild(guild: Guild) {
  return {
    id: guild.guildId,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300 as const,
    verification_level: GuildVerificationLevel.Low,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.AllMembers,
    roles: guild.roles.map(apiRole),
    emojis: [],
    stickers: [],
    features: [] as GuildFeature[],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    premium_tier: GuildPremiumTier.None,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale as Locale,
    nsfw_level: GuildNSFWLevel.Default,
    hub_type: null,
    incidents_data: null,
  };
}

/** GUILD_CREATE. Of the members only the bot, as without the privileged intent for members. */
export function apiGuildCreate(guild: Guild, world: WorldState): GatewayGuildCreateDispatchData {
  const self = guild.members.filter(({ userId }) => userId === world.bot.userId);
  return {
    ...apiGuild(guild),
    joined_at: JOINED_AT,
    large: false,
    unavailable: false,
    member_count: guild.members.length,
    voice_states: [],
    members: self.map((member) => ({ ...apiMember(member), user: apiUser(world.bot) })),
    channels: guild.channels.map((channel) => apiChannel(channel, world)),
    threads: guild.threads
      .filter((thread) => permissionsIn(guild, thread, world.bot.userId) !== 0n)
      .map((thread) => apiChannel(thread, world)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  } as GatewayGuildCreateDispatchData;
}
