import { PermissionFlagsBits } from 'discord.js';
import type { LocalDiscord } from './discord/localDiscord.ts';
import { permissionsIn } from './discord/permissions.ts';
import type { SeenMessage } from './discord/sight.ts';
import type { Channel } from './discord/world.ts';
import type { Screens } from './screens.ts';
import type { BotState, Scene, ShownChannel, ShownPerson, ShownRole } from './shown.ts';
import { shownCommands } from './shownCommands.ts';
import { shownDialog } from './shownDialog.ts';
import { hexOf, shownMessage, type Viewer } from './shownMessage.ts';

/** What scenes are made from. */
export interface SceneContext {
  readonly discord: LocalDiscord;
  readonly screens: Screens;
  readonly clock: () => number;
  readonly botState: () => BotState;
  readonly addressOf: (url: string) => string | undefined;
}

/** How many messages of a channel a screen starts with. */
const HISTORY = 200;

/** One person's whole screen. */
export function sceneFor(personId: string, context: SceneContext): Scene {
  const { discord, screens } = context;
  const viewer = viewerOf(personId, context);
  const channels = channelsOf(personId, discord);
  const actor = discord.as(personId);
  return {
    you: personId,
    bot: { personId: discord.botUserId, name: viewer.nameOf(discord.botUserId) },
    people: peopleIn(discord),
    channels: channels.map((channel) => shownChannel(channel, discord)),
    roles: rolesIn(discord),
    commands: shownCommands(channels.map(({ channelId }) => ({ channelId, offers: actor.commands(channelId) }))),
    messages: Object.fromEntries(
      channels.map(({ channelId }) => [
        channelId,
        discord
          .messages(channelId, personId)
          .slice(-HISTORY)
          .map((message) => shownMessage(message, viewer)),
      ]),
    ),
    dialogs: screens.dialogsOf(personId).map(shownDialog),
    read: screens.readBy(personId),
    now: context.clock(),
    botState: context.botState(),
  };
}

export function viewerOf(personId: string, { discord, screens, addressOf }: SceneContext): Viewer {
  const { guilds, users } = discord.world;
  return {
    personId,
    roleIds: guilds.flatMap(({ members }) => members.find(({ userId }) => userId === personId)?.roleIds ?? []),
    nameOf: (id) => users.find(({ userId }) => userId === id)?.name ?? 'Someone',
    addressOf,
    arrived: (message: SeenMessage) => screens.arrivedAt(message.id) === message.edited_timestamp,
  };
}

/** The channels a person can see: those of servers, each with its threads after it, then their direct messages with the bot. */
export function channelsOf(personId: string, discord: LocalDiscord): readonly Channel[] {
  discord.as(personId).messages('dm'); // Opens them.
  const seen = discord.world.guilds.flatMap((guild) =>
    guild.channels
      .filter((channel) => permissionsIn(guild, channel, personId) & PermissionFlagsBits.ViewChannel)
      .toSorted((a, b) => a.position - b.position)
      .flatMap((channel) => [channel, ...guild.threads.filter(({ thread }) => thread?.parentId === channel.channelId)]),
  );
  return [...seen, ...discord.world.directChannels.filter(({ recipientId }) => recipientId === personId)];
}

function shownChannel({ channelId, name, guildId, thread }: Channel, { world, botUserId }: LocalDiscord): ShownChannel {
  const server = world.guilds.find((guild) => guild.guildId === guildId);
  if (server) return { channelId, name, server: server.name, ...(thread ? { thread: true } : {}) };
  return { channelId, name: world.users.find(({ userId }) => userId === botUserId)?.name ?? name };
}

function peopleIn({ world }: LocalDiscord): readonly ShownPerson[] {
  return world.users
    .filter(({ bot }) => !bot)
    .map(({ userId, name }) => ({ personId: userId, name, standing: managesAny(userId) ? 'manager' : 'member' }));

  function managesAny(userId: string): boolean {
    return world.guilds.some(({ ownerId, members, roles }) => {
      const held = members.find((one) => one.userId === userId)?.roleIds ?? [];
      const manages = roles.some(
        ({ roleId, permissions }) => held.includes(roleId) && permissions & PermissionFlagsBits.ManageGuild,
      );
      return ownerId === userId || manages;
    });
  }
}

/** The roles a person could pick: not @everyone, and not the bot's own. */
function rolesIn({ world }: LocalDiscord): readonly ShownRole[] {
  return world.guilds.flatMap(({ guildId, roles }) =>
    roles
      .filter(({ roleId, managed }) => roleId !== guildId && !managed)
      .map(({ roleId, name, colour }) => {
        const hex = colour === 0 ? undefined : hexOf(colour);
        return { roleId, name, ...(hex ? { colour: hex } : {}) };
      }),
  );
}
