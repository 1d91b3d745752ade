import { isDeepStrictEqual } from 'node:util';
import type { APIApplicationCommand } from 'discord.js';
import { ApplicationCommandCreateRequestSchema, ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { type FormFault, invalidForm, tooManyCommands, tooManyCreates, unknownCommand } from './apiError.ts';
import { commandFaults } from './commandRules.ts';
import type { Component } from './components.ts';
import { formFaults } from './formFaults.ts';

/** The application's commands: the global ones, and each guild's own. `undefined` stands for the global ones. */
export interface CommandRegistry {
  all(): readonly APIApplicationCommand[];
  of(guildId: string | undefined): readonly APIApplicationCommand[];
  /** @throws ApiError when there is none. */
  get(guildId: string | undefined, commandId: string): APIApplicationCommand;
  /** Makes these the only ones. Those that are the same keep their id and version. @throws ApiError */
  replaceAll(guildId: string | undefined, bodies: unknown): readonly APIApplicationCommand[];
  /** Adds one, or overwrites the one of the same name. @throws ApiError */
  put(guildId: string | undefined, body: unknown): { readonly command: APIApplicationCommand; readonly isNew: boolean };
  /** @throws ApiError */
  change(guildId: string | undefined, commandId: string, body: unknown): APIApplicationCommand;
  /** @throws ApiError */
  remove(guildId: string | undefined, commandId: string): void;
}

export interface RegistryContext {
  readonly applicationId: string;
  readonly mint: () => string;
  readonly clock: () => number;
  readonly changed: () => void;
}

/** Of each type. Source: discord-api-docs `developers/interactions/application-commands.mdx`, "Registering a Command". */
const COMMANDS = 100;
/** Source: the same document, "Registering a Command". */
const CREATES_A_DAY = 200;
const DAY_MS = 24 * 60 * 60_000;

export function openCommandRegistry({ applicationId, mint, clock, changed }: RegistryContext): CommandRegistry {
  const scopes = new Map<string, readonly APIApplicationCommand[]>();
  const creates: { readonly scope: string; readonly at: number }[] = [];
  const scopeOf = (guildId: string | undefined) => guildId ?? '';
  const of = (guildId: string | undefined) => scopes.get(scopeOf(guildId)) ?? [];

  function get(guildId: string | undefined, commandId: string): APIApplicationCommand {
    const command = of(guildId).find(({ id }) => id === commandId);
    if (!command) throw unknownCommand();
    return command;
  }

  function keep(guildId: string | undefined, commands: readonly APIApplicationCommand[]): void {
    const scope = scopeOf(guildId);
    const before = new Set(of(guildId).map(({ id }) => id));
    const fresh = commands.filter(({ id }) => !before.has(id));
    const today = creates.filter((one) => one.scope === scope && one.at > clock() - DAY_MS).length;
    if (today + fresh.length > CREATES_A_DAY) throw tooManyCreates();
    const types = commands.map(({ type }) => type);
    if (types.some((type) => types.filter((one) => one === type).length > COMMANDS)) throw tooManyCommands();
    for (const _ of fresh) creates.push({ scope, at: clock() });
    scopes.set(scope, commands);
    changed();
  }

  /** The body as a registered command; the one it replaces, if nothing differs. */
  function settle(
    guildId: string | undefined,
    body: Component,
    present?: APIApplicationCommand,
  ): APIApplicationCommand {
    const same = present ?? of(guildId).find(({ name, type }) => name === body.name && type === (body.type ?? 1));
    const command = {
      id: same?.id ?? mint(),
      application_id: applicationId,
      ...(guildId ? { guild_id: guildId } : {}),
      version: same?.version ?? '',
      type: body.type ?? 1,
      name: body.name,
      name_localizations: body.name_localizations ?? null,
      description: body.description ?? '',
      description_localizations: body.description_localizations ?? null,
      ...(Array.isArray(body.options) && body.options.length > 0 ? { options: body.options.map(pruned) } : {}),
      default_member_permissions: body.default_member_permissions ?? null,
      dm_permission: body.dm_permission ?? true,
      contexts: body.contexts ?? null,
      integration_types: body.integration_types ?? [0],
      nsfw: body.nsfw ?? false,
    } as unknown as APIApplicationCommand;
    return same && isDeepStrictEqual(same, command) ? same : { ...command, version: mint() };
  }

  return {
    all: () => [...scopes.values()].flat(),
    of,
    get,
    replaceAll(guildId, bodies) {
      if (!Array.isArray(bodies)) throw invalidForm([NOT_A_LIST]);
      const commands = bodies as readonly Component[];
      const faults = commands.flatMap((body, index) => faultsOf(body, [String(index)], true));
      if (faults.length > 0) throw invalidForm(faults);
      const repeated = commands.flatMap((body, index) => {
        const first = commands.findIndex((one) => one.name === body.name && (one.type ?? 1) === (body.type ?? 1));
        return first === index ? [] : [{ path: [String(index), 'name'], ...NAME_TAKEN }];
      });
      if (repeated.length > 0) throw invalidForm(repeated);
      const settled = commands.map((body) => settle(guildId, body));
      keep(guildId, settled);
      return settled;
    },
    put(guildId, body) {
      const faults = faultsOf(body as Component, [], false);
      if (faults.length > 0) throw invalidForm(faults);
      const command = settle(guildId, body as Component);
      const others = of(guildId).filter(({ id }) => id !== command.id);
      const isNew = others.length === of(guildId).length;
      keep(guildId, [...others, command]);
      return { command, isNew };
    },
    change(guildId, commandId, body) {
      const present = get(guildId, commandId);
      const whole = { ...asBody(present), ...(body as Component) };
      const faults = faultsOf(whole, [], false);
      if (faults.length > 0) throw invalidForm(faults);
      const command = settle(guildId, whole, present);
      keep(
        guildId,
        of(guildId).map((one) => (one.id === commandId ? command : one)),
      );
      return command;
    },
    remove(guildId, commandId) {
      get(guildId, commandId);
      keep(
        guildId,
        of(guildId).filter(({ id }) => id !== commandId),
      );
    },
  };
}

const NAME_TAKEN = {
  code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
  message: 'Application command names must be unique',
};

const NOT_A_LIST: FormFault = {
  path: [],
  code: 'LIST_TYPE_CONVERT',
  message: 'Only iterables may be used in a ListType',
};

/** The fields of a registered command that a request may carry. */
function asBody(command: APIApplicationCommand): Component {
  const { id: _id, application_id: _app, version: _version, guild_id: _guild, ...body } = command;
  return body as unknown as Component;
}

/** An option without the fields that say nothing, as Discord gives it back. */
function pruned(option: Component): Component {
  const told = Object.entries(option).filter(
    ([field, value]) => value !== undefined && value !== null && !(value === false && field !== 'default'),
  );
  return {
    ...Object.fromEntries(told),
    ...(Array.isArray(option.options) ? { options: option.options.map(pruned) } : {}),
  };
}

function faultsOf(body: Component, path: readonly string[], mayNameId: boolean): FormFault[] {
  const schema = mayNameId ? ApplicationCommandUpdateRequestSchema : ApplicationCommandCreateRequestSchema;
  const at = (faults: readonly FormFault[]) => faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
  const shape = formFaults(schema, typeof body === 'object' && body ? readable(body) : body);
  return shape.length > 0 ? at(shape) : [...commandFaults(body, path)];
}

/**
 * The body as the schema wants it. The schema takes permissions for a number where Discord gives and takes a
 * string of digits, and does not know `nsfw`. Source: the same document, "Create Global Application Command".
 */
function readable({ nsfw: _nsfw, ...body }: Component): Component {
  const bits = body.default_member_permissions;
  return typeof bits === 'string' && /^\d+$/.test(bits) ? { ...body, default_member_permissions: 0 } : body;
}
