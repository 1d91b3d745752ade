/** What servers and members have set, held in memory: it is asked for at every answer. Only what was changed is stored. */

import {
  changeServer,
  isSet,
  MEMBER_DEFAULTS,
  type MemberSettings,
  SERVER_DEFAULTS,
  type ServerChange,
  type ServerSettings,
} from '../domain/groupSettings.ts';
import type { Store } from '../ports.ts';
import type { Schedules } from './schedules.ts';

export interface Preferences {
  server(guildId: string | undefined): ServerSettings;
  member(guildId: string | undefined, userId: string): MemberSettings;
  /** Those who are not to be seen on a server's leaderboards. */
  hidden(guildId: string): ReadonlySet<string>;
  changeServer(guildId: string, change: ServerChange): Promise<ServerSettings | 'too-many-channels'>;
  changeMember(guildId: string, userId: string, change: Partial<MemberSettings>): Promise<MemberSettings>;
}

export interface PreferenceStores {
  /** By server. */
  readonly servers: Store<ServerSettings>;
  /** By `<server>:<member>`. */
  readonly members: Store<MemberSettings>;
}

/** Reads everything once; from then on memory and store change together. */
export async function openPreferences(stores: PreferenceStores): Promise<Preferences> {
  const servers = new Map<string, ServerSettings>();
  const members = new Map<string, MemberSettings>();
  const hidden = new Map<string, Set<string>>();

  for await (const [guildId, settings] of stores.servers.entries()) servers.set(guildId, settings);
  for await (const [key, settings] of stores.members.entries()) {
    const [guildId = '', userId = ''] = key.split(':');
    remember(guildId, userId, settings);
  }

  function remember(guildId: string, userId: string, settings: MemberSettings): void {
    if (isSet(settings)) members.set(`${guildId}:${userId}`, settings);
    else members.delete(`${guildId}:${userId}`);
    const hiding = hidden.get(guildId) ?? new Set();
    if (settings.hidden) hiding.add(userId);
    else hiding.delete(userId);
    hidden.set(guildId, hiding);
  }

  return {
    server: (guildId) => (guildId && servers.get(guildId)) || SERVER_DEFAULTS,
    member: (guildId, userId) => members.get(`${guildId}:${userId}`) ?? MEMBER_DEFAULTS,
    hidden: (guildId) => hidden.get(guildId) ?? new Set(),

    async changeServer(guildId, change) {
      const outcome = await stores.servers.update(guildId, (current) => {
        const changed = changeServer(current ?? SERVER_DEFAULTS, change);
        return [changed === 'too-many-channels' ? current : changed, changed];
      });
      if (outcome !== 'too-many-channels') servers.set(guildId, outcome);
      return outcome;
    },

    async changeMember(guildId, userId, change) {
      const settings = await stores.members.update(`${guildId}:${userId}`, (current) => {
        const changed = { ...MEMBER_DEFAULTS, ...current, ...change };
        return [isSet(changed) ? changed : undefined, changed];
      });
      remember(guildId, userId, settings);
      return settings;
    },
  };
}

/** An IANA name: what the server has set, else the zone of its schedules, else UTC. */
export function zoneFor(preferences: Preferences, schedules: Schedules, guildId: string | undefined): string {
  return preferences.server(guildId).zone ?? schedules.zoneOf(guildId) ?? 'UTC';
}
