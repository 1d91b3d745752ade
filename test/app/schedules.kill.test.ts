/** The process dies at every moment there is, and at random ones; the promise of one post a day holds. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LATE_WINDOW_MS, NONCE_MEMORY_MS, REMEMBERED, type Schedule } from '../../src/domain/schedules.ts';
import { addDays, HOUR, type Instant, instantOf, localDay, MINUTE } from '../../src/domain/time.ts';
import type { ChannelState } from '../support/aDiscord.ts';
import { aLife } from '../support/aLife.ts';
import { aSchedule } from '../support/aSchedule.ts';
import { opened, type Surroundings, someSurroundings } from '../support/aScheduleDesk.ts';

const KEY = '100/abc1234';
const SECOND = 1000;
const DELAYS = {
  '10 seconds': 10 * SECOND,
  '90 seconds': 90 * SECOND,
  '3 minutes': 3 * MINUTE,
  '90 minutes': 90 * MINUTE,
  '3 hours': 3 * HOUR,
  '2 days': 48 * HOUR,
};

/** A process starts and ticks at once; whether it lived through that, and how many moments there were. */
async function start(around: Surroundings, diesAt?: number) {
  const life = aLife(diesAt);
  const ended = await life.live(async () => (await opened(around, life)).tick());
  return { died: ended === 'died', moments: life.moments() };
}

/**
 * What three days hold after a process starts at nine and dies at these moments, back after these delays. Discord
 * may be in trouble until the first death, and the channel closed in some way for a minute after the last.
 */
async function story(
  deaths: readonly { readonly at: number; readonly backAfter: number }[],
  { trouble = 'none', closed }: { readonly trouble?: 'none' | 'mute'; readonly closed?: Partial<ChannelState> } = {},
) {
  const around = await someSurroundings('2026-05-01T09:00Z', [aSchedule()]);
  around.discord.trouble = trouble;
  let died = 0;
  for (const { at, backAfter } of deaths) {
    if (!(await start(around, at)).died) break;
    died++;
    around.discord.trouble = 'none';
    around.clock.pass(backAfter);
  }
  const back = around.clock.clock();
  const schedules = await opened(around);
  if (closed) around.discord.change('200', closed);
  for (const after of [0, 1, 2, 3, 4, 5]) {
    around.clock.set(back + after * MINUTE);
    await schedules.tick();
    if (after === 1) around.discord.change('200', { exists: true, sendable: true, readable: true });
  }
  for (const day of ['2026-05-02', '2026-05-03', '2026-05-04']) {
    const due = Date.parse(`${day}T09:00Z`);
    if (due < back) continue;
    around.clock.set(due);
    await schedules.tick();
  }
  const { deliveries = [], intent } = (await around.store.get(KEY)) ?? {};
  return {
    died,
    back,
    intent,
    messages: around.discord.messages,
    outcomes: deliveries.map(({ day, outcome }) => [day, outcome.kind]),
  };
}

/** The promise, for a story that began with a post due at nine on the first of May. */
function expectKept({ back, intent, messages, outcomes }: Awaited<ReturnType<typeof story>>) {
  const days = messages.map(({ day }) => day);
  expect(messages.filter(({ at, day }) => at - Date.parse(`${day}T09:00Z`) > LATE_WINDOW_MS)).toEqual([]);
  expect(days).toEqual([...new Set(days)]);
  expect(outcomes.map(([day]) => day)).toEqual(['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04']);
  expect(intent).toBeUndefined();
  for (const [day, outcome] of outcomes) {
    expect([day, outcome === 'on-time' || outcome === 'late']).toEqual([day, days.includes(String(day))]);
    if (back - Date.parse(`${day}T09:00Z`) <= LATE_WINDOW_MS) expect(days).toContain(day);
    else expect(outcome === 'missed' || days.includes(String(day))).toBe(true);
  }
}

describe('killed between any two steps', () => {
  test('a delivery has six such moments: around recording, sending and settling', async () => {
    const around = await someSurroundings('2026-05-01T09:00Z', [aSchedule()]);
    expect(await start(around)).toEqual({ died: false, moments: 6 });
  });

  test.each(Object.entries(DELAYS))('and back after %s, it posts once, and never twice', async (_, backAfter) => {
    for (let at = 1; at <= 6; at++) {
      const told = await story([{ at, backAfter }]);
      expect(told.died).toBe(1);
      expectKept(told);
    }
  });

  test.each(Object.entries(DELAYS))(
    'when Discord’s answer was lost before that, back after %s, neither',
    async (_, backAfter) => {
      for (let at = 5; at <= 6; at++) {
        const told = await story([{ at, backAfter }], { trouble: 'mute' });
        expect(told.died).toBe(1);
        expectKept(told);
      }
    },
  );

  test.each<readonly [string, Partial<ChannelState>]>([
    ['gone', { exists: false }],
    ['not to be written', { sendable: false }],
    ['not to be read', { readable: false }],
    ['neither to be read nor written', { sendable: false, readable: false }],
  ])('and back to a channel that is %s for a while, neither', async (_, closed) => {
    for (let at = 1; at <= 6; at++) {
      for (const backAfter of [10 * SECOND, 90 * SECOND, 3 * MINUTE, 90 * MINUTE]) {
        expectKept(await story([{ at, backAfter }], { closed }));
      }
    }
  });

  test('twice, at any two moments and after any two delays, neither', async () => {
    let twice = 0;
    for (let first = 1; first <= 6; first++) {
      for (const backAfter of Object.values(DELAYS)) {
        for (const backAgainAfter of [10 * SECOND, 3 * MINUTE, 90 * MINUTE]) {
          for (let second = 1; second <= 12; second++) {
            const told = await story([
              { at: first, backAfter },
              { at: second, backAfter: backAgainAfter },
            ]);
            expectKept(told);
            if (told.died < 2) break;
            twice++;
          }
        }
      }
    }
    expect(twice).toBeGreaterThan(500);
  }, 30_000);
});

type Happening =
  | { readonly kind: 'minutes'; readonly count: number }
  | { readonly kind: 'to-the-time' }
  | { readonly kind: 'death'; readonly moment: number; readonly backAfter: number }
  | { readonly kind: 'discord'; readonly trouble: 'none' | 'deaf' | 'mute' }
  | { readonly kind: 'channel'; readonly what: 'exists' | 'sendable' | 'readable'; readonly is: boolean }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('minutes' as const), count: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('to-the-time' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('death' as const),
      moment: fc.integer({ min: 1, max: 10 }),
      backAfter: fc.constantFrom(...Object.values(DELAYS), 20 * 24 * HOUR),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('discord' as const), trouble: fc.constantFrom('none', 'deaf', 'mute') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('channel' as const),
      what: fc.constantFrom('exists', 'sendable', 'readable'),
      is: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resume' as const) }) },
);

/** Days on which a tick ran to its end, within the two hours, with nothing in the way. */
interface Lived extends Surroundings {
  readonly fair: ReadonlySet<string>;
  /** The schedule after each happening. */
  readonly seen: readonly Schedule[];
}

async function live(happenings: readonly Happening[], schedule: Schedule): Promise<Lived> {
  const around = await someSurroundings(new Date(schedule.createdAt).toISOString(), [schedule]);
  const { clock, store, discord } = around;
  const { channelId, time, zone } = schedule;
  const fair = new Set<string>();
  const seen: Schedule[] = [];
  let schedules = await opened(around);

  /** The days whose time was within the last two hours. */
  function open(now: Instant): readonly string[] {
    return [-1, 0, 1]
      .map((days) => addDays(localDay(now, zone), days))
      .filter((day) => {
        const late = now - instantOf(day, time, zone);
        return late >= 0 && late <= LATE_WINDOW_MS;
      });
  }

  async function tick() {
    const { exists, sendable, readable } = discord.state(channelId);
    const kept = await store.get(KEY);
    const now = clock.clock();
    await schedules.tick();
    if (discord.trouble !== 'none' || !exists || !sendable || !readable || kept?.paused) return;
    for (const day of open(now)) if (instantOf(day, time, zone) > (kept?.since ?? now)) fair.add(day);
  }

  for (const one of happenings) {
    switch (one.kind) {
      case 'minutes':
        for (let minute = 0; minute < one.count; minute++) {
          clock.pass(MINUTE);
          await tick();
        }
        break;
      case 'to-the-time': {
        const today = localDay(clock.clock(), zone);
        const times = [today, addDays(today, 1), addDays(today, 2)].map((day) => instantOf(day, time, zone));
        const next = times.find((at) => at > clock.clock() + MINUTE) ?? clock.clock();
        for (const at of [next - MINUTE, next]) {
          clock.set(at);
          await tick();
        }
        break;
      }
      case 'death': {
        const life = aLife(one.moment);
        const doomed = await opened(around, life);
        await life.live(() => doomed.tick());
        clock.pass(one.backAfter);
        schedules = await opened(around);
        await tick();
        break;
      }
      case 'discord':
        discord.trouble = one.trouble;
        break;
      case 'channel':
        discord.change(channelId, { [one.what]: one.is });
        break;
      case 'pause':
        await schedules.pause('100', 'abc1234');
        break;
      case 'resume':
        await schedules.resume('100', 'abc1234', clock.clock());
        break;
    }
    const kept = await store.get(KEY);
    if (kept) seen.push(kept);
  }
  return { ...around, fair, seen };
}

const places = fc.constantFrom(
  { zone: 'Europe/Berlin', time: '02:30', createdAt: Date.parse('2026-03-26T12:00Z') },
  { zone: 'Australia/Lord_Howe', time: '02:15', createdAt: Date.parse('2026-10-01T12:00Z') },
  { zone: 'UTC', time: '23:59', createdAt: Date.parse('2028-02-26T12:00Z') },
  { zone: 'America/Santiago', time: '00:00', createdAt: Date.parse('2026-09-03T12:00Z') },
);

/** Every run tells the same stories. */
const RUNS = { numRuns: 150, seed: 20_260_501 } as const;

describe('whatever happens, in any order,', () => {
  const anyLife = (promise: (lived: Lived, schedule: Schedule) => void | Promise<void>) =>
    fc.assert(
      fc.asyncProperty(places, fc.array(happening, { maxLength: 30, size: 'max' }), async (place, happenings) => {
        const schedule = aSchedule(place);
        await promise(await live(happenings, schedule), schedule);
      }),
      RUNS,
    );

  test('a day has at most one message', async () => {
    await anyLife(({ discord }) => expect(discord.days()).toEqual([...new Set(discord.days())]));
  }, 30_000);

  test('a day on which all was well for a moment within the two hours has its message', async () => {
    await anyLife(({ discord, fair }) => expect(discord.days()).toEqual(expect.arrayContaining([...fair])));
  }, 30_000);

  test('no message comes before its time, nor after the two hours but for a last sending of the same nonce', async () => {
    await anyLife(({ discord }, { time, zone }) => {
      const late = discord.messages.map(({ at, day }) => at - instantOf(day, time, zone));
      expect(late.filter((ms) => ms < 0 || ms > LATE_WINDOW_MS + NONCE_MEMORY_MS)).toEqual([]);
    });
  }, 30_000);

  test('a schedule is never lost, and remembers so many deliveries, each day once and in order', async () => {
    await anyLife(({ seen }) => {
      for (const { deliveries } of seen) {
        const days = deliveries.map(({ day }) => day);
        expect([days, days.length <= REMEMBERED]).toEqual([[...new Set(days)].toSorted(), true]);
      }
    });
  }, 30_000);

  test('an outcome is true to what is in the channel', async () => {
    await anyLife(({ seen, discord }) => {
      for (const { day, outcome } of seen.at(-1)?.deliveries ?? []) {
        const message = discord.messages.find((one) => one.day === day);
        if (outcome.kind === 'on-time' || outcome.kind === 'late') expect(outcome.messageId).toBe(message?.messageId);
        if (outcome.kind === 'missed') expect(message).toBeUndefined();
      }
    });
  }, 30_000);

  test('once all is well again every day due is settled, and the next post goes out by itself', async () => {
    await anyLife(async (lived, { channelId, time, zone }) => {
      const { clock, discord, store } = lived;
      discord.trouble = 'none';
      discord.change(channelId, { exists: true, sendable: true, readable: true });
      const schedules = await opened(lived);
      await schedules.tick();
      if ((await store.get(KEY))?.paused) await schedules.resume('100', 'abc1234', clock.clock());
      const tomorrow = addDays(localDay(clock.clock(), zone), 1);
      clock.set(instantOf(tomorrow, time, zone));
      await schedules.tick();

      const kept = await store.get(KEY);
      const due = Array.from({ length: REMEMBERED }, (_, back) => addDays(tomorrow, -back)).filter(
        (day) => instantOf(day, time, zone) > (kept?.since ?? 0),
      );
      expect(kept?.deliveries.map(({ day }) => day)).toEqual(expect.arrayContaining(due));
      expect([kept?.failing, kept?.intent, discord.days().at(-1)]).toEqual([undefined, undefined, tomorrow]);
    });
  }, 30_000);
});
