/** Commands as Discord registers them, and registering them only where they differ. */

import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  type Client,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTGetAPIApplicationCommandsResult,
  type RESTPutAPIApplicationCommandsJSONBody,
  type RESTPutAPIApplicationCommandsResult,
  Routes,
} from 'discord.js';
import type { Action, Command, Option } from '../../command.ts';
import type { Log } from '../../ports.ts';

/** Required options come first, as Discord demands. */
export function manifestOf(commands: readonly Command[]): RESTPutAPIApplicationCommandsJSONBody {
  return commands.map(({ name, description, where, requires, actions }) => ({
    name,
    description,
    contexts:
      where === 'server'
        ? [InteractionContextType.Guild]
        : [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types:
      where === 'server'
        ? [ApplicationIntegrationType.GuildInstall]
        : [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    default_member_permissions: requires ? String(PermissionFlagsBits.ManageGuild) : null,
    options: Object.entries(actions).flatMap<APIApplicationCommandOption>(([action, spec]) =>
      action
        ? {
            type: ApplicationCommandOptionType.Subcommand,
            name: action,
            description: spec.description,
            options: optionsOf(spec),
          }
        : optionsOf(spec),
    ),
  }));
}

/**
 * Registers the commands globally, unless Discord already has just these.
 * Returns the id of each by its name.
 */
export async function register(
  client: Client<true>,
  commands: readonly Command[],
  log: Log,
): Promise<ReadonlyMap<string, string>> {
  const route = Routes.applicationCommands(client.application.id);
  const wanted = manifestOf(commands);
  const known = (await client.rest.get(route)) as RESTGetAPIApplicationCommandsResult;
  if (alike(known, wanted)) {
    log.info('commands-unchanged', { commands: known.length });
    return idsOf(known);
  }
  const registered = (await client.rest.put(route, { body: wanted })) as RESTPutAPIApplicationCommandsResult;
  log.info('commands-registered', { commands: registered.length });
  return idsOf(registered);
}

/** Whether two lists say the same of every command, whatever their order and whatever Discord adds. */
export function alike(known: readonly unknown[], wanted: readonly unknown[]): boolean {
  const all = (list: readonly unknown[]) => list.map((one) => JSON.stringify(essence(one))).toSorted();
  return JSON.stringify(all(known)) === JSON.stringify(all(wanted));
}

/** What we say of a command: the fields of ours, in one order, without what is empty or false. */
const OURS = [
  'name',
  'description',
  'type',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'choices',
  'value',
  'channel_types',
  'contexts',
  'integration_types',
  'default_member_permissions',
  'options',
];
/** Chat input, which Discord states and we leave out. */
const CHAT_INPUT = 1;

function essence(thing: unknown, depth = 0): unknown {
  if (Array.isArray(thing)) {
    const members = thing.map((one) => essence(one, depth + 1));
    return members.every((one) => typeof one === 'number') ? members.toSorted() : members;
  }
  if (typeof thing !== 'object' || thing === null) return thing;
  const fields = new Map<string, unknown>(Object.entries(thing));
  return OURS.flatMap((name) => {
    const value = fields.get(name);
    const empty = value === undefined || value === null || value === false || (Array.isArray(value) && !value.length);
    if (empty || (depth === 0 && name === 'type' && value === CHAT_INPUT)) return [];
    return [[name, essence(value, depth + 1)]];
  });
}

function optionsOf({ options }: Action): APIApplicationCommandBasicOption[] {
  const all = Object.entries(options).map(([name, option]) => optionOf(name, option));
  return all.toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
}

function optionOf(name: string, option: Option): APIApplicationCommandBasicOption {
  const common = { name, description: option.description, required: option.required ?? false };
  switch (option.type) {
    case 'text':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        ...(option.maxLength === undefined ? {} : { max_length: option.maxLength }),
        ...(option.choices
          ? { choices: option.choices.map(({ label, value }) => ({ name: label, value })) }
          : { autocomplete: option.suggest !== undefined }),
      } as APIApplicationCommandBasicOption;
    case 'whole':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        ...(option.min === undefined ? {} : { min_value: option.min }),
        ...(option.max === undefined ? {} : { max_value: option.max }),
        ...(option.choices ? { choices: option.choices.map(({ label, value }) => ({ name: label, value })) } : {}),
      };
    case 'flag':
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case 'channel':
      return {
        ...common,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      };
    case 'role':
      return { ...common, type: ApplicationCommandOptionType.Role };
  }
}

function idsOf(list: readonly { readonly name: string; readonly id: string }[]): ReadonlyMap<string, string> {
  return new Map(list.map(({ name, id }) => [name, id]));
}
