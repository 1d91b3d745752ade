import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { permissionsIn } from '../../../src/playground/discord/permissions.ts';
import type { Channel, Guild, Overwrite } from '../../../src/playground/discord/world.ts';

const { ViewChannel, SendMessages, MentionEveryone, ManageGuild, Administrator } = PermissionFlagsBits;

const aRole = (roleId: string, permissions: bigint) => ({
  roleId,
  name: roleId,
  permissions,
  mentionable: false,
  position: 0,
  colour: 0,
  managed: false,
});

const guild: Guild = {
  guildId: 'all',
  name: 'Club',
  ownerId: 'mona',
  locale: 'en-GB',
  roles: [
    aRole('all', ViewChannel | SendMessages | MentionEveryone),
    aRole('tutors', ManageGuild),
    aRole('admins', Administrator),
  ],
  members: [
    { userId: 'mona', roleIds: [] },
    { userId: 'ana', roleIds: [] },
    { userId: 'ben', roleIds: ['tutors'] },
    { userId: 'chi', roleIds: ['admins'] },
  ],
  channels: [],
  threads: [],
};

const aChannel = (...overwrites: Overwrite[]): Channel => ({
  channelId: 'c',
  name: 'c',
  guildId: 'all',
  position: 0,
  overwrites,
});

const set = (targetId: string, target: Overwrite['target'], allow: bigint, deny: bigint): Overwrite => ({
  targetId,
  target,
  allow,
  deny,
});

describe('what a member may do', () => {
  test.each([
    [
      'what everyone may, and their roles add',
      aChannel(),
      'ben',
      ViewChannel | SendMessages | MentionEveryone | ManageGuild,
    ],
    ['nothing, without sight of the channel', aChannel(set('all', 'role', 0n, ViewChannel)), 'ana', 0n],
    [
      'what a role restores',
      aChannel(set('all', 'role', 0n, ViewChannel), set('tutors', 'role', ViewChannel, 0n)),
      'ben',
      ViewChannel | SendMessages | MentionEveryone | ManageGuild,
    ],
    [
      'what is left when it is taken from them alone',
      aChannel(set('tutors', 'role', SendMessages, 0n), set('ben', 'member', 0n, MentionEveryone)),
      'ben',
      ViewChannel | SendMessages | ManageGuild,
    ],
    ['no mention without a word', aChannel(set('all', 'role', 0n, SendMessages)), 'ana', ViewChannel],
    ['nothing, for a stranger', aChannel(), 'dan', 0n],
  ])('%s', (_, channel, userId, permissions) => {
    expect(permissionsIn(guild, channel, userId)).toBe(permissions);
  });

  test.each(['mona', 'chi'])('%s may do everything', (userId) => {
    const closed = aChannel(set('all', 'role', 0n, ViewChannel));
    expect(permissionsIn(guild, closed, userId) & ManageGuild).toBe(ManageGuild);
  });
});
