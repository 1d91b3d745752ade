import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberSettings, serverSettings, standings } from '../../../src/adapters/store/groupShapes.ts';
import { openStores } from '../../../src/adapters/store/open.ts';
import { MODES } from '../../../src/domain/game/game.ts';
import {
  EXTRA_TIMES,
  MEMBER_DEFAULTS,
  type MemberSettings,
  SERVER_DEFAULTS,
  type ServerSettings,
} from '../../../src/domain/groupSettings.ts';
import type { Standing, Tally } from '../../../src/domain/standings.ts';
import { aLog } from '../../support/aLog.ts';

const whole = fc.integer({ min: -1000, max: 1_000_000 });
const id = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const tally: fc.Arbitrary<Tally> = fc.record({
  points: whole,
  right: whole,
  answered: whole,
});
const tallies = fc.dictionary(id, tally, { noNullPrototype: true });

const aStanding: fc.Arbitrary<Standing> = fc.record({
  all: tally,
  topics: fc.dictionary(id, whole, { noNullPrototype: true }),
  weeks: tallies,
  months: tallies,
  counted: fc.array(fc.record({ game: id, effect: whole })),
});

const someServerSettings: fc.Arbitrary<ServerSettings> = fc.record({
  mode: fc.constantFrom(...MODES),
  seconds: fc.integer({ min: 5, max: 300 }),
  zone: fc.option(fc.string(), { nil: undefined }),
  hosts: fc.oneof(fc.constantFrom('everyone' as const, 'managers' as const), fc.record({ role: id })),
  channels: fc.array(id),
  threads: fc.boolean(),
});

const someMemberSettings: fc.Arbitrary<MemberSettings> = fc.record({
  extraTime: fc.constantFrom(...EXTRA_TIMES),
  hidden: fc.boolean(),
});

test('standings and settings come back from the store as they went in', async () => {
  const stores = await openStores('memory:', aLog());
  await fc.assert(
    fc.asyncProperty(aStanding, someServerSettings, someMemberSettings, async (standing, server, member) => {
      await stores.standings.update('1:2', () => [standing, undefined]);
      await stores.serverSettings.update('1', () => [server, undefined]);
      await stores.memberSettings.update('1:2', () => [member, undefined]);
      expect([
        await stores.standings.get('1:2'),
        await stores.serverSettings.get('1'),
        await stores.memberSettings.get('1:2'),
      ]).toEqual([standing, server, member]);
    }),
  );
});

const nothing = { points: 0, right: 0, answered: 0 };
test.each([
  [
    'a standing with half a point',
    standings,
    { all: { ...nothing, points: 0.5 }, topics: {}, weeks: {}, months: {}, counted: [] },
  ],
  ['a standing without what was counted', standings, { all: nothing, topics: {}, weeks: {}, months: {} }],
  ['a mode that nobody knows', serverSettings, { ...SERVER_DEFAULTS, mode: 'duel' }],
  ['too little time', serverSettings, { ...SERVER_DEFAULTS, seconds: 4 }],
  ['too much time', serverSettings, { ...SERVER_DEFAULTS, seconds: 301 }],
  ['hosts that nobody knows', serverSettings, { ...SERVER_DEFAULTS, hosts: 'nobody' }],
  ['extra time that is not offered', memberSettings, { ...MEMBER_DEFAULTS, extraTime: 3 }],
])('%s is refused', (_, { schema }, value) => {
  expect(schema.safeParse(value).success).toBe(false);
});
