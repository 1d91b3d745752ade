import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStores, scheduleSchema } from '../../../src/adapters/store/open.ts';
import type { Outcome, PostRefusal, Schedule } from '../../../src/domain/schedules.ts';
import type { Weekday } from '../../../src/domain/time.ts';
import { aLog } from '../../support/aLog.ts';
import { aSchedule } from '../../support/aSchedule.ts';

const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const permissions = fc.array(fc.string(), { maxLength: 3 });

const refusal: fc.Arbitrary<PostRefusal> = fc.oneof(
  fc.constant({ kind: 'unknown-channel' as const }),
  fc.constant({ kind: 'trouble' as const }),
  fc.record({ kind: fc.constantFrom('missing-permissions' as const, 'unverifiable' as const), permissions }),
);

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ kind: fc.constantFrom('on-time' as const, 'late' as const), messageId: fc.string() }),
  fc.constant({ kind: 'missed' as const }),
  fc.record({ kind: fc.constant('failed' as const), reason: refusal }),
  fc.constant({ kind: 'nothing-to-post' as const }),
);

const due = { day, dueAt: instant };
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const schedule: fc.Arbitrary<Schedule> = fc.record({
  id: fc.string(),
  guildId: fc.string(),
  channelId: fc.string(),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  zone: fc.constantFrom('Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'),
  weekdays: fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  topic: maybe(fc.string()),
  roleId: maybe(fc.string()),
  whenEmpty: fc.constantFrom('nothing' as const, 'nearest' as const),
  createdAt: instant,
  paused: fc.boolean(),
  since: instant,
  failing: maybe(fc.record({ since: instant, reason: refusal })),
  intent: maybe(fc.record({ ...due, recordedAt: instant, uncertain: fc.boolean() })),
  deliveries: fc.array(fc.record({ ...due, at: instant, outcome }), { maxLength: 14 }),
});

describe('a schedule in the store', () => {
  test('comes back as it went in, whatever became of its posts', async () => {
    const { schedules } = await openStores('memory:', aLog());
    await fc.assert(
      fc.asyncProperty(schedule, async (one) => {
        await schedules.update('a', () => [one, undefined]);
        expect(await schedules.get('a')).toEqual(one);
      }),
      { numRuns: 300, seed: 20_260_501 },
    );
  });

  test.each<readonly [string, object]>([
    ['a time that no clock shows', { time: '24:00' }],
    ['a time with seconds', { time: '09:00:00' }],
    ['no weekday', { weekdays: [] }],
    ['an eighth weekday', { weekdays: [8] }],
    [
      'an outcome that nobody knows',
      { deliveries: [{ day: '2026-05-01', dueAt: 1, at: 1, outcome: { kind: 'lost' } }] },
    ],
    ['a day that the calendar lacks', { intent: { day: '2026-02-29', dueAt: 1, recordedAt: 1, uncertain: true } }],
    ['a field that nobody knows', { colour: 'red' }],
  ])('is refused with %s', (_, changes) => {
    expect(scheduleSchema.safeParse({ ...aSchedule(), ...changes }).success).toBe(false);
  });
});
