import { bitsOf, DIRECT, EVERYONE, INVITED_BOT, permissionsIn } from './permissions.ts';
import type { Channel, Guild, Overwrite, Role, Thread, User, World } from './world.ts';
import type { GuildSeed, OverwriteSeed, WorldSeed } from './worldSeed.ts';

/** The world, and what changes it. Values are replaced, never written into. */
export interface WorldState extends World {
  readonly bot: User;
  guild(guildId: string): Guild | undefined;
  channel(channelId: string): Channel | undefined;
  user(userId: string): User | undefined;
  /** What a user may do in a channel, a guild's or direct. */
  permissions(channel: Channel, userId: string): bigint;
  /** @throws when the seed names a person or role that does not exist. */
  addGuild(seed: GuildSeed): Guild;
  removeGuild(guildId: string): void;
  /** Replaces a guild's roles or members; its channels have their own way. */
  putGuild(guild: Guild): void;
  putChannel(channel: Channel): void;
  addThread(parent: Channel, name: string, thread: Omit<Thread, 'parentId'>): Channel;
  /** With its threads. @throws when there is no such channel. */
  removeChannel(channelId: string): Channel;
  /** Without its threads. @throws when no such channel was removed. */
  restoreChannel(channelId: string): Channel;
  /** The direct messages with one person, opened on first use. */
  directWith(userId: string): Channel;
  putUser(user: User): void;
  /** The id a target's name stands for in a guild: `@everyone`, `@bot`, a role or a person. @throws when unknown. */
  overwriteFor(guild: Guild, seed: OverwriteSeed): Overwrite;
}

export function openWorld(seed: WorldSeed, mint: () => string): WorldState {
  const users = new Map<string, User>();
  const guilds = new Map<string, Guild>();
  const homes = new Map<string, string>();
  const directs = new Map<string, Channel>();
  const removed = new Map<string, Channel>();

  const bot = person(seed.botName, { bot: true });
  for (const { name, locale } of seed.people) person(name, locale ? { locale } : {});
  for (const guild of seed.guilds) addGuild(guild);

  function person(name: string, more: Partial<User>): User {
    const user: User = {
      userId: mint(),
      username: name.toLowerCase().replace(/[^\p{L}\p{N}_.]/gu, '_'),
      name,
      bot: false,
      locale: 'en-GB',
      takesDirectMessages: true,
      ...more,
    };
    users.set(user.userId, user);
    return user;
  }

  function userNamed(name: string): User {
    const user = name === '@bot' ? bot : [...users.values()].find((one) => one.name === name || one.userId === name);
    if (!user) throw new Error(`There is no person called ${name}.`);
    return user;
  }

  function addGuild(seed: GuildSeed): Guild {
    const guildId = mint();
    const role = (name: string, permissions: bigint, position: number, more: Partial<Role> = {}): Role => ({
      roleId: mint(),
      name,
      permissions,
      mentionable: false,
      position,
      colour: 0,
      managed: false,
      ...more,
    });
    const botRole = role(bot.name, INVITED_BOT, (seed.roles?.length ?? 0) + 1, { managed: true });
    const named = (seed.roles ?? []).map(({ name, permissions, mentionable = false, colour = 0 }, index) =>
      role(name, bitsOf(permissions), index + 1, { mentionable, colour }),
    );
    const roles = [role('@everyone', EVERYONE, 0, { roleId: guildId }), ...named, botRole];
    const roleIdOf = (name: string) => {
      const found = named.find((one) => one.name === name);
      if (!found) throw new Error(`There is no role called ${name} in ${seed.name}.`);
      return found.roleId;
    };
    const bare: Guild = {
      guildId,
      name: seed.name,
      ownerId: userNamed(seed.owner).userId,
      locale: seed.locale ?? 'en-GB',
      roles,
      members: [
        ...seed.members.map(({ name, roles: theirs = [] }) => ({
          userId: userNamed(name).userId,
          roleIds: theirs.map(roleIdOf),
        })),
        { userId: bot.userId, roleIds: [botRole.roleId] },
      ],
      channels: [],
      threads: [],
    };
    const channels = seed.channels.map(({ name, overwrites = [] }, position) => ({
      channelId: mint(),
      name,
      guildId,
      position,
      overwrites: overwrites.map((one) => overwriteFor(bare, one)),
    }));
    for (const { channelId } of channels) homes.set(channelId, guildId);
    const guild = { ...bare, channels };
    guilds.set(guildId, guild);
    return guild;
  }

  function overwriteFor(guild: Guild, { for: name, allow, deny }: OverwriteSeed): Overwrite {
    const role =
      name === '@everyone'
        ? guild.roles.find((one) => one.roleId === guild.guildId)
        : guild.roles.find((one) => !one.managed && (one.roleId === name || one.name === name));
    return {
      targetId: role?.roleId ?? userNamed(name).userId,
      target: role ? 'role' : 'member',
      allow: bitsOf(allow),
      deny: bitsOf(deny),
    };
  }

  const channelById = (channelId: string) => {
    const home = guilds.get(homes.get(channelId) ?? '');
    const all = [...(home?.channels ?? []), ...(home?.threads ?? [])];
    return all.find((one) => one.channelId === channelId) ?? directs.get(channelId);
  };

  function setChannels(guildId: string, change: (channels: readonly Channel[]) => readonly Channel[]) {
    const guild = guilds.get(guildId);
    if (guild) guilds.set(guildId, { ...guild, channels: change(guild.channels) });
  }

  function setThreads(guildId: string, change: (threads: readonly Channel[]) => readonly Channel[]) {
    const guild = guilds.get(guildId);
    if (guild) guilds.set(guildId, { ...guild, threads: change(guild.threads) });
  }

  return {
    bot,
    get guilds() {
      return [...guilds.values()];
    },
    get users() {
      return [...users.values()];
    },
    get directChannels() {
      return [...directs.values()];
    },
    guild: (guildId) => guilds.get(guildId),
    channel: channelById,
    user: (userId) => users.get(userId),
    permissions(channel, userId) {
      if (!channel.guildId) return userId === bot.userId || userId === channel.recipientId ? DIRECT : 0n;
      const guild = guilds.get(channel.guildId);
      return guild ? permissionsIn(guild, channel, userId) : 0n;
    },
    addGuild,
    putGuild: (guild) => void guilds.set(guild.guildId, guild),
    removeGuild(guildId) {
      const guild = guilds.get(guildId);
      for (const { channelId } of [...(guild?.channels ?? []), ...(guild?.threads ?? [])]) homes.delete(channelId);
      guilds.delete(guildId);
    },
    putChannel(channel) {
      setChannels(channel.guildId ?? '', (all) =>
        all.map((one) => (one.channelId === channel.channelId ? channel : one)),
      );
    },
    addThread(parent, name, thread) {
      const guildId = parent.guildId ?? '';
      const { channelId: parentId, position } = parent;
      const made = { channelId: mint(), name, guildId, position, overwrites: [], thread: { ...thread, parentId } };
      homes.set(made.channelId, guildId);
      setThreads(guildId, (all) => [...all, made]);
      return made;
    },
    removeChannel(channelId) {
      const channel = channelById(channelId);
      if (!channel) throw new Error(`There is no channel ${channelId}.`);
      if (channel.guildId) {
        setChannels(channel.guildId, (all) => all.filter((one) => one.channelId !== channelId));
        setThreads(channel.guildId, (all) =>
          all.filter((one) => one.channelId !== channelId && one.thread?.parentId !== channelId),
        );
      }
      homes.delete(channelId);
      directs.delete(channelId);
      removed.set(channelId, channel);
      return channel;
    },
    restoreChannel(channelId) {
      const channel = removed.get(channelId);
      if (!channel) throw new Error(`No channel ${channelId} was deleted.`);
      removed.delete(channelId);
      if (!channel.guildId) directs.set(channelId, channel);
      else {
        homes.set(channelId, channel.guildId);
        if (channel.thread) setThreads(channel.guildId, (all) => [...all, channel]);
        else setChannels(channel.guildId, (all) => [...all, channel].toSorted((a, b) => a.position - b.position));
      }
      return channel;
    },
    directWith(userId) {
      const open = [...directs.values()].find(({ recipientId }) => recipientId === userId);
      if (open) return open;
      const channel: Channel = {
        channelId: mint(),
        name: users.get(userId)?.name ?? userId,
        recipientId: userId,
        position: 0,
        overwrites: [],
      };
      directs.set(channel.channelId, channel);
      return channel;
    },
    putUser: (user) => void users.set(user.userId, user),
    overwriteFor,
  };
}
