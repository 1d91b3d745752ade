import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Offer } from './actor.ts';
import type { Channel, User } from './world.ts';
import type { WorldState } from './worldState.ts';

/** What the client lists under `/` for this person in this channel, and what it keeps from the list. */
export function offersFor(
  commands: readonly APIApplicationCommand[],
  user: User,
  channel: Channel,
  world: WorldState,
): readonly Offer[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .filter(({ guild_id: guildId }) => guildId === undefined || guildId === channel.guildId)
    .flatMap((command) => {
      const hidden = reasonToHide(command, user, channel, world);
      return spellings(command.name, command.description, command.options).map(([name, description]) => ({
        name,
        description,
        command,
        ...(hidden === undefined ? {} : { hidden }),
      }));
    });
}

/** `/schedule add` and `/schedule list` rather than `/schedule`, where there are subcommands. */
function spellings(
  name: string,
  description: string,
  options: readonly APIApplicationCommandOption[] = [],
): readonly (readonly [name: string, description: string])[] {
  const inner = options.flatMap((option) => {
    if (option.type === ApplicationCommandOptionType.Subcommand) return [[option.name, option.description] as const];
    if (option.type !== ApplicationCommandOptionType.SubcommandGroup) return [];
    return spellings(option.name, option.description, option.options).map(
      ([deep, text]) => [deep.slice(1), text] as const,
    );
  });
  return inner.length === 0
    ? [[`/${name}`, description]]
    : inner.map(([deep, text]) => [`/${name} ${deep}`, text] as const);
}

/**
 * Source: discord-api-docs `developers/interactions/application-commands.mdx`, "Contexts" and "Permissions".
 */
function reasonToHide(
  command: APIApplicationCommand,
  user: User,
  channel: Channel,
  world: WorldState,
): string | undefined {
  const permissions = world.permissions(channel, user.userId);
  if (!(permissions & PermissionFlagsBits.ViewChannel)) return 'This person cannot see this channel.';
  const context = channel.guildId ? 0 : 1;
  const offeredIn: readonly number[] = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2]);
  if (!offeredIn.includes(context)) {
    return context === 0 ? 'Not offered in servers.' : 'Not offered in direct messages.';
  }
  if (!channel.guildId) return undefined;
  const installs: readonly number[] = command.integration_types ?? [0];
  if (!installs.includes(0)) return 'Only for people who installed it for themselves.';
  if (!(permissions & PermissionFlagsBits.UseApplicationCommands)) return 'This person may not use commands here.';
  if (command.nsfw) return 'Only in age-restricted channels.';
  const needed = command.default_member_permissions;
  if (needed == null || permissions & PermissionFlagsBits.Administrator) return undefined;
  if (BigInt(needed) === 0n) return 'Only for administrators.';
  if ((permissions & BigInt(needed)) === BigInt(needed)) return undefined;
  return `Needs ${namesOf(BigInt(needed) & ~permissions)}.`;
}

/** As Discord's settings name them. */
function namesOf(bits: bigint): string {
  return Object.entries(PermissionFlagsBits)
    .filter(([, bit]) => (bits & bit) !== 0n)
    .map(([name]) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace('Guild', 'Server'))
    .filter((name, index, all) => all.indexOf(name) === index)
    .join(', ');
}
