/** What a server and its members have set for games. */

import type { ModeName } from './game/game.ts';

/** The least and the most that a server can set for one question. */
export const SECONDS = { least: 5, most: 300 } as const;
/** So that a server cannot fill the store, nor the card that lists them. */
export const CHANNELS_PER_SERVER = 50;

export interface ServerSettings {
  readonly mode: ModeName;
  /** To answer a question in. */
  readonly seconds: number;
  /** An IANA name. Without one, the zone of the server's schedules counts. */
  readonly zone?: string | undefined;
  readonly hosts: Hosts;
  /** Where games may be played; everywhere if empty. */
  readonly channels: readonly string[];
  /** Whether a game gets a thread of its own. */
  readonly threads: boolean;
}

/** Who may start games: all, those who manage the server, or also those with a role. */
export type Hosts = 'everyone' | 'managers' | { readonly role: string };

export const SERVER_DEFAULTS: ServerSettings = {
  mode: 'classic',
  seconds: 20,
  hosts: 'everyone',
  channels: [],
  threads: false,
};

/** What is left out stays as it was. */
export interface ServerChange {
  readonly mode?: ModeName | undefined;
  readonly seconds?: number | undefined;
  readonly zone?: string | undefined;
  readonly hosts?: Hosts | undefined;
  readonly channels?: ChannelChange | undefined;
  readonly threads?: boolean | undefined;
}

/** `all` first opens every channel again. */
export interface ChannelChange {
  readonly all: boolean;
  readonly add?: string | undefined;
  readonly remove?: string | undefined;
}

export function changeServer(settings: ServerSettings, change: ServerChange): ServerSettings | 'too-many-channels' {
  const channels = change.channels ? changeChannels(settings.channels, change.channels) : settings.channels;
  if (channels.length > CHANNELS_PER_SERVER) return 'too-many-channels';
  return {
    mode: change.mode ?? settings.mode,
    seconds: change.seconds ?? settings.seconds,
    zone: change.zone ?? settings.zone,
    hosts: change.hosts ?? settings.hosts,
    channels,
    threads: change.threads ?? settings.threads,
  };
}

function changeChannels(channels: readonly string[], { all, add, remove }: ChannelChange): readonly string[] {
  const kept = new Set(all ? [] : channels);
  if (add !== undefined) kept.add(add);
  if (remove !== undefined) kept.delete(remove);
  return [...kept];
}

export function mayHost({ hosts }: ServerSettings, member: { manages: boolean; roles: readonly string[] }): boolean {
  if (hosts === 'everyone' || member.manages) return true;
  return hosts !== 'managers' && member.roles.includes(hosts.role);
}

/** Of a thread, `parentId` is the channel that it belongs to. */
export function mayPlayIn({ channels }: ServerSettings, channelId: string, parentId?: string): boolean {
  return !channels.length || channels.includes(channelId) || (parentId !== undefined && channels.includes(parentId));
}

/** How much longer a member may take: 1 is no longer, 1.5 half as long again. */
export const EXTRA_TIMES = [1, 1.25, 1.5, 2] as const;
export type ExtraTime = (typeof EXTRA_TIMES)[number];

/** Of one member in one server. Nobody else is ever told. */
export interface MemberSettings {
  readonly extraTime: ExtraTime;
  /** Not to be seen on leaderboards. */
  readonly hidden: boolean;
}

export const MEMBER_DEFAULTS: MemberSettings = { extraTime: 1, hidden: false };

/** Whether there is anything to remember. */
export function isSet({ extraTime, hidden }: MemberSettings): boolean {
  return extraTime !== MEMBER_DEFAULTS.extraTime || hidden !== MEMBER_DEFAULTS.hidden;
}
