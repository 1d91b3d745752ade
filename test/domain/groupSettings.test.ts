import { describe, expect, test } from 'vitest';
import {
  CHANNELS_PER_SERVER,
  changeServer,
  isSet,
  MEMBER_DEFAULTS,
  mayHost,
  mayPlayIn,
  SERVER_DEFAULTS,
} from '../../src/domain/groupSettings.ts';

const LIMITED = { ...SERVER_DEFAULTS, channels: ['1', '2'] };

describe('a change of a server’s settings', () => {
  test('changes what it names, and leaves the rest', () => {
    const change = { mode: 'race', seconds: 45, zone: 'Asia/Tokyo', hosts: { role: '9' }, threads: true } as const;
    expect(changeServer(LIMITED, change)).toEqual({ ...change, channels: ['1', '2'] });
    expect(changeServer(LIMITED, {})).toEqual(LIMITED);
  });

  test.each([
    ['adds a channel', { all: false, add: '3' }, ['1', '2', '3']],
    ['adds none twice', { all: false, add: '2' }, ['1', '2']],
    ['removes one', { all: false, remove: '1' }, ['2']],
    ['opens all again', { all: true }, []],
    ['opens all but begins anew', { all: true, add: '3' }, ['3']],
  ])('%s', (_, channels, expected) => {
    expect(changeServer(LIMITED, { channels })).toEqual({ ...LIMITED, channels: expected });
  });

  test.each([
    ['up to the most', CHANNELS_PER_SERVER - 1, CHANNELS_PER_SERVER],
    ['and no further', CHANNELS_PER_SERVER, undefined],
  ])('takes channels %s', (_, held, then) => {
    const full = { ...SERVER_DEFAULTS, channels: Array.from({ length: held }, (_one, id) => `${id}`) };
    const changed = changeServer(full, { channels: { all: false, add: 'new' } });
    expect(changed === 'too-many-channels' ? undefined : changed.channels.length).toBe(then);
  });
});

describe('who may start games', () => {
  const member = { manages: false, roles: ['7'] };
  test.each([
    ['everyone, at first', SERVER_DEFAULTS.hosts, member, true],
    ['only managers', 'managers', member, false],
    ['managers', 'managers', { manages: true, roles: [] }, true],
    ['who has the role', { role: '7' }, member, true],
    ['not who has it not', { role: '8' }, member, false],
    ['managers without the role', { role: '8' }, { manages: true, roles: [] }, true],
  ] as const)('%s', (_, hosts, who, may) => {
    expect(mayHost({ ...SERVER_DEFAULTS, hosts }, who)).toBe(may);
  });
});

test.each([
  ['everywhere at first', SERVER_DEFAULTS, ['5'], true],
  ['in a channel that is named', LIMITED, ['1'], true],
  ['not in another', LIMITED, ['5'], false],
  ['in a thread of one that is named', LIMITED, ['5', '2'], true],
  ['not in a thread of another', LIMITED, ['5', '6'], false],
] as const)('games are played %s', (_, settings, [channel, parent], may) => {
  expect(mayPlayIn(settings, channel, parent)).toBe(may);
});

test.each([
  ['at first', {}, false],
  ['with extra time', { extraTime: 1.5 }, true],
  ['when hidden', { hidden: true }, true],
] as const)('whether a member has set anything: %s', (_, change, set) => {
  expect(isSet({ ...MEMBER_DEFAULTS, ...change })).toBe(set);
});
