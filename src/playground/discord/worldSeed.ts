import type { PermissionName } from './world.ts';

/** What the local Discord holds when it opens. People, roles and channels are spoken of by name. */
export interface WorldSeed {
  readonly botName: string;
  readonly people: readonly PersonSeed[];
  readonly guilds: readonly GuildSeed[];
}

export interface PersonSeed {
  readonly name: string;
  /** `en-GB` if left out. */
  readonly locale?: string;
}

export interface GuildSeed {
  readonly name: string;
  readonly owner: string;
  /** `en-GB` if left out. */
  readonly locale?: string;
  readonly roles?: readonly RoleSeed[];
  readonly members: readonly MemberSeed[];
  readonly channels: readonly ChannelSeed[];
}

export interface RoleSeed {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  readonly mentionable?: boolean;
  readonly colour?: number;
}

export interface MemberSeed {
  readonly name: string;
  readonly roles?: readonly string[];
}

export interface ChannelSeed {
  readonly name: string;
  readonly overwrites?: readonly OverwriteSeed[];
}

export interface OverwriteSeed {
  /** `@everyone`, `@bot`, a role's name or a person's name. */
  readonly for: string;
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
}

/** One club with a manager, Mona, and three ordinary members. The bot may read #archive, but not write there. */
export const MODEL_UN_CLUB: GuildSeed = {
  name: 'Model UN Club',
  owner: 'Mona',
  roles: [
    {
      name: 'Organisers',
      permissions: ['ManageGuild', 'ManageChannels', 'ManageRoles', 'ManageMessages', 'MentionEveryone'],
      colour: 0xc27c0e,
    },
    { name: 'Delegates', mentionable: true, colour: 0x3498db },
    { name: 'Tutors', colour: 0x2ecc71 },
  ],
  members: [
    { name: 'Mona', roles: ['Organisers', 'Tutors'] },
    { name: 'Ana', roles: ['Delegates'] },
    { name: 'Ben', roles: ['Delegates'] },
    { name: 'Chi' },
  ],
  channels: [
    { name: 'general' },
    { name: 'on-this-day' },
    { name: 'quiz-room' },
    { name: 'archive', overwrites: [{ for: '@bot', deny: ['SendMessages'] }] },
  ],
};

export const DEFAULT_SEED: WorldSeed = {
  botName: 'Attaché',
  people: [{ name: 'Mona' }, { name: 'Ana' }, { name: 'Ben' }, { name: 'Chi' }],
  guilds: [MODEL_UN_CLUB],
};

/** `count` like guilds, named “Club 1” and so on, each with three channels. For benchmarks. */
export function manyGuilds(count: number): WorldSeed {
  const club = (number: number): GuildSeed => ({
    name: `Club ${number}`,
    owner: 'Mona',
    members: [{ name: 'Mona' }, { name: 'Ana' }],
    channels: [{ name: 'general' }, { name: 'on-this-day' }, { name: 'quiz-room' }],
  });
  return { ...DEFAULT_SEED, guilds: Array.from({ length: count }, (_, index) => club(index + 1)) };
}
