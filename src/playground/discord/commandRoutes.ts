import type { APIApplicationCommand } from 'discord.js';
import { missingAccess, unknownRoute } from './apiError.ts';
import type { CommandRegistry } from './commandRegistry.ts';
import type { Component } from './components.ts';
import type { Asked, Route } from './route.ts';
import type { WorldState } from './worldState.ts';

export interface CommandRoutesContext {
  readonly world: WorldState;
  readonly applicationId: string;
  readonly registry: CommandRegistry;
}

/** Registering commands, for all guilds and for one. */
export function commandRoutes({ world, applicationId, registry }: CommandRoutesContext): readonly Route[] {
  const scopes = [
    { path: '/applications/:application/commands', guildOf: () => undefined },
    { path: '/applications/:application/guilds/:guild/commands', guildOf: ({ part }: Asked) => part('guild') },
  ];
  return scopes.flatMap(({ path, guildOf }): readonly Route[] => {
    /** @throws ApiError for another application, or a guild the bot is not in */
    const scope = (asked: Asked) => {
      if (asked.part('application') !== applicationId) throw unknownRoute();
      const guildId = guildOf(asked);
      if (guildId !== undefined && !world.guild(guildId)) throw missingAccess();
      return guildId;
    };
    const one = `${path}/:command`;
    return [
      {
        method: 'GET',
        pattern: path,
        handle: (asked) => {
          const shown = asked.query.get('with_localizations') === 'true' ? whole : plain;
          return { status: 200, body: registry.of(scope(asked)).map(shown) };
        },
      },
      {
        method: 'PUT',
        pattern: path,
        handle: (asked) => ({ status: 200, body: registry.replaceAll(scope(asked), asked.body) }),
      },
      {
        method: 'POST',
        pattern: path,
        handle: (asked) => {
          const { command, isNew } = registry.put(scope(asked), asked.body);
          return { status: isNew ? 201 : 200, body: command };
        },
      },
      {
        method: 'GET',
        pattern: one,
        handle: (asked) => ({ status: 200, body: registry.get(scope(asked), asked.part('command')) }),
      },
      {
        method: 'PATCH',
        pattern: one,
        handle: (asked) => ({
          status: 200,
          body: registry.change(scope(asked), asked.part('command'), asked.body),
        }),
      },
      {
        method: 'DELETE',
        pattern: one,
        handle: (asked) => {
          registry.remove(scope(asked), asked.part('command'));
          return { status: 204 };
        },
      },
    ];
  });
}

const whole = (command: APIApplicationCommand): unknown => command;

/** Without localisations, as a list is given unless asked otherwise. Source: `developers/interactions/application-commands.mdx`, "Get Global Application Commands". */
function plain(command: APIApplicationCommand): unknown {
  const strip = ({ name_localizations: _n, description_localizations: _d, ...rest }: Component): Component => ({
    ...rest,
    ...(Array.isArray(rest.options) ? { options: rest.options.map(strip) } : {}),
    ...(Array.isArray(rest.choices) ? { choices: rest.choices.map(strip) } : {}),
  });
  return strip(command as unknown as Component);
}
