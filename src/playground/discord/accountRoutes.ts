import { missingAccess, unknownUser } from './apiError.ts';
import { apiChannel, apiGuild, apiMember, apiUser } from './payloads.ts';
import type { Asked, Route } from './route.ts';
import type { Guild } from './world.ts';
import type { WorldState } from './worldState.ts';

export interface AccountRoutesContext {
  readonly world: WorldState;
  readonly applicationId: string;
  readonly gatewayUrl: () => string;
}

/** The bot's own account, its application and its guilds. */
export function accountRoutes({ world, applicationId, gatewayUrl }: AccountRoutesContext): readonly Route[] {
  const application = () => ({
    id: applicationId,
    name: world.bot.name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    bot: apiUser(world.bot),
    approximate_guild_count: world.guilds.length,
    integration_types_config: { 0: {} },
    team: null,
  });

  /** @throws ApiError 50001 for a guild the bot is not in, as Discord does not tell whether it exists */
  function guild({ part }: Asked): Guild {
    const found = world.guild(part('guild'));
    if (!found) throw missingAccess();
    return found;
  }

  const get = (pattern: string, read: (asked: Asked) => unknown): Route => ({
    method: 'GET',
    pattern,
    handle: (asked) => ({ status: 200, body: read(asked) }),
  });

  return [
    get('/gateway', () => ({ url: gatewayUrl() })),
    get('/gateway/bot', () => ({
      url: gatewayUrl(),
      shards: Math.max(1, Math.ceil(world.guilds.length / GUILDS_PER_SHARD)),
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
    })),
    get('/users/@me', () => apiUser(world.bot)),
    get('/users/:user', ({ part }) => {
      const user = world.user(part('user'));
      if (!user) throw unknownUser();
      return apiUser(user);
    }),
    get('/applications/@me', application),
    get('/oauth2/applications/@me', application),
    get('/guilds/:guild', (asked) => apiGuild(guild(asked))),
    get('/guilds/:guild/channels', (asked) => guild(asked).channels.map((channel) => apiChannel(channel, world))),
    get('/guilds/:guild/roles', (asked) => apiGuild(guild(asked)).roles),
    get('/guilds/:guild/members/:user', (asked) => {
      const member = guild(asked).members.find(({ userId }) => userId === asked.part('user'));
      const user = world.user(member?.userId ?? '');
      if (!member || !user) throw unknownUser();
      return { ...apiMember(member), user: apiUser(user) };
    }),
  ];
}

/** No shard may serve more. Source: discord-api-docs `developers/events/gateway.mdx`, "Sharding". */
const GUILDS_PER_SHARD = 2500;
