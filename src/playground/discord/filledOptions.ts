import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Option,
} from 'discord.js';
import type { OptionValue, OptionValues } from './actor.ts';
import type { Component } from './components.ts';
import { apiResolvedChannel, apiResolvedMember, apiRole, apiUser } from './payloads.ts';
import type { Channel, User } from './world.ts';
import type { WorldState } from './worldState.ts';

/** What was filled in, as an interaction carries it. */
export interface Filled {
  readonly options: readonly Component[];
  readonly resolved: Component | undefined;
  /** What the client has against it, if anything. */
  readonly faults: readonly string[];
  /** The option being typed into, for suggestions. */
  readonly focused: APIApplicationCommandBasicOption | undefined;
}

export interface FillContext {
  readonly world: WorldState;
  readonly user: User;
  readonly channel: Channel;
  /** The option being typed into. It, and what is missing, are not checked. */
  readonly focus?: string | undefined;
}

/**
 * Fills a command's options in, as a client does, and checks them as a client does before it sends them.
 * @param words the subcommands: `['add']` for `/schedule add`
 */
export function fillIn(
  declared: readonly APIApplicationCommandOption[],
  words: readonly string[],
  values: OptionValues,
  context: FillContext,
): Filled {
  const [word, ...deeper] = words;
  if (word !== undefined) {
    const inner = declared.find(({ name }) => name === word);
    const below = inner && 'options' in inner ? ((inner.options ?? []) as APIApplicationCommandOption[]) : [];
    const filled = fillIn(below, deeper, values, context);
    return { ...filled, options: [{ type: inner?.type, name: word, options: filled.options }] };
  }

  const basic = declared as readonly APIApplicationCommandBasicOption[];
  const entries = Object.entries(values);
  const unknown = entries.filter(([name]) => !basic.some((option) => option.name === name));
  const missing = basic.filter(({ name, required }) => required && !(name in values));
  const given = basic.flatMap((option) => {
    const value = values[option.name];
    return value === undefined ? [] : [fillOne(option, value, context)];
  });
  const strays = unknown.map(([name, value]) => ({
    option: { type: Option.String, name, value },
    resolved: {},
    fault: `There is no option called ${name}.`,
  }));
  const all = [...given, ...strays];
  const resolved = all.reduce<Record<string, Component>>((sum, one) => {
    for (const [kind, found] of Object.entries(one.resolved)) sum[kind] = { ...sum[kind], ...(found as Component) };
    return sum;
  }, {});
  return {
    options: all.map(({ option }) => option),
    resolved: Object.keys(resolved).length > 0 ? resolved : undefined,
    faults: [
      ...(context.focus === undefined ? missing.map(({ name }) => `${name}: this option is required.`) : []),
      ...all.flatMap(({ fault }) => fault ?? []),
    ],
    focused: basic.find(({ name }) => name === context.focus),
  };
}

interface FilledOne {
  readonly option: Component;
  readonly resolved: Component;
  readonly fault?: string | undefined;
}

function fillOne(declared: APIApplicationCommandBasicOption, given: OptionValue, context: FillContext): FilledOne {
  const { name, type } = declared;
  if (name === context.focus) {
    return { option: { type, name, value: String(given), focused: true }, resolved: {} };
  }
  const found = read(declared, given, context);
  return {
    option: { type, name, value: found.value },
    resolved: found.resolved ?? {},
    ...(found.fault ? { fault: `${name}: ${found.fault}` } : {}),
  };
}

interface Found {
  readonly value: OptionValue;
  readonly resolved?: Component;
  readonly fault?: string | undefined;
}

function read(declared: APIApplicationCommandBasicOption, given: OptionValue, context: FillContext): Found {
  switch (declared.type) {
    case Option.String:
    case Option.Integer:
    case Option.Number: {
      const choices: readonly { readonly name: string; readonly value: string | number }[] = declared.choices ?? [];
      const choice = choices.find(({ name, value }) => name === given || value === given);
      if (choice) return { value: choice.value };
      if (choices.length > 0) return { value: given, fault: 'choose one of the list.' };
      return { value: given, fault: faultIn(declared, given) };
    }
    case Option.Boolean:
      return { value: given, fault: typeof given === 'boolean' ? undefined : 'choose True or False.' };
    case Option.User:
      return readUser(String(given), context) ?? { value: given, fault: 'there is no such person here.' };
    case Option.Role:
      return readRole(String(given), context) ?? { value: given, fault: 'there is no such role here.' };
    case Option.Mentionable:
      return (
        readUser(String(given), context) ??
        readRole(String(given), context) ?? { value: given, fault: 'there is no such person or role here.' }
      );
    case Option.Channel: {
      const found = readChannel(String(given), context);
      if (!found) return { value: given, fault: 'there is no such channel here.' };
      const types: readonly number[] = declared.channel_types ?? [];
      return types.length > 0 && !types.includes(0) ? { ...found, fault: 'not this kind of channel.' } : found;
    }
    case Option.Attachment:
      return { value: given, fault: 'files cannot be given here.' };
  }
}

type Typed = Extract<APIApplicationCommandBasicOption, { type: Option.String | Option.Integer | Option.Number }>;

function faultIn(declared: Typed, given: OptionValue): string | undefined {
  if (declared.type === Option.String) {
    if (typeof given !== 'string') return 'this must be text.';
    const { min_length: min, max_length: max = 6000 } = declared as { min_length?: number; max_length?: number };
    if (given.length < (min ?? 1)) return `at least ${min ?? 1} characters.`;
    return given.length > max ? `at most ${max} characters.` : undefined;
  }
  if (typeof given !== 'number') return 'this must be a number.';
  if (declared.type === Option.Integer && !Number.isInteger(given)) return 'this must be a whole number.';
  const { min_value: min, max_value: max } = declared as { min_value?: number; max_value?: number };
  if (min !== undefined && given < min) return `at least ${min}.`;
  return max !== undefined && given > max ? `at most ${max}.` : undefined;
}

const named = (given: string, sigil: string) => (given.startsWith(sigil) ? given.slice(1) : given);

export function readUser(given: string, { world, channel }: FillContext): Found | undefined {
  const guild = world.guild(channel.guildId ?? '');
  const user = world.users.find(({ userId, name }) => userId === given || name === named(given, '@'));
  if (!user) return undefined;
  const member = guild?.members.find(({ userId }) => userId === user.userId);
  return {
    value: user.userId,
    resolved: {
      users: { [user.userId]: apiUser(user) },
      ...(guild && member ? { members: { [user.userId]: apiResolvedMember(guild, channel, member) } } : {}),
    },
  };
}

export function readRole(given: string, { world, channel }: FillContext): Found | undefined {
  const roles = world.guild(channel.guildId ?? '')?.roles ?? [];
  const role = roles.find(({ roleId, name }) => roleId === given || name === given || name === named(given, '@'));
  return role && { value: role.roleId, resolved: { roles: { [role.roleId]: apiRole(role) } } };
}

export function readChannel(given: string, { world, channel, user }: FillContext): Found | undefined {
  const channels = world.guild(channel.guildId ?? '')?.channels ?? [];
  const found = channels.find(({ channelId, name }) => channelId === given || name === named(given, '#'));
  if (!found || world.permissions(found, user.userId) === 0n) return undefined;
  const shown = apiResolvedChannel(found, world, user.userId);
  return { value: found.channelId, resolved: { channels: { [found.channelId]: shown } } };
}
