import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { pause, REMEMBERED, record, SCHEDULES_PER_SERVER, type Schedule } from '../../src/domain/schedules.ts';
import { addDays, MINUTE } from '../../src/domain/time.ts';
import { aLibrary, anEvent } from '../support/anArticle.ts';
import { aSchedule } from '../support/aSchedule.ts';
import { aScheduleDesk } from '../support/aScheduleDesk.ts';

/** Local days and times as the platform's own calendar tells them: nothing of ours computes them. */
function localPosts(messages: readonly { readonly at: number; readonly day: string }[], zone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return messages.map(({ at, day }) => ({ day, local: format.format(at) }));
}

function daysFrom(day: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, after) => addDays(day, after));
}

describe('a year, a quarter of an hour at a time,', () => {
  test.each([
    ['Europe/Berlin', '02:30', { '2026-03-29': '03:00' }],
    ['Australia/Sydney', '02:00', { '2026-10-04': '03:00' }],
    ['America/Santiago', '00:00', { '2026-09-06': '01:00' }],
    ['Australia/Lord_Howe', '02:15', { '2026-10-04': '02:30' }],
  ])(
    'in %s, where %s is at times skipped or repeated, gives one post a day at its local time',
    async (zone, time, skipped: Readonly<Record<string, string>>) => {
      const schedule = aSchedule({ zone, time, createdAt: Date.parse('2025-12-31T00:00Z') });
      const desk = await aScheduleDesk({ at: '2025-12-31T15:00Z', schedules: [schedule] });
      await desk.tickUntil('2026-12-31T12:00Z', 15 * MINUTE);
      const posts = localPosts(desk.discord.messages, zone).filter(
        ({ day }) => day.startsWith('2026') && day < '2026-12-31',
      );
      expect(posts).toEqual(
        daysFrom('2026-01-01', 364).map((day) => ({ day, local: `${day} ${skipped[day] ?? time}` })),
      );
    },
  );
});

test('weekdays only, over a leap day', async () => {
  const schedule = aSchedule({ weekdays: [2, 4], createdAt: Date.parse('2028-02-20T00:00Z') });
  const desk = await aScheduleDesk({ at: '2028-02-20T00:00Z', schedules: [schedule] });
  await desk.tickUntil('2028-03-08T00:00Z');
  expect(desk.discord.days()).toEqual(['2028-02-22', '2028-02-24', '2028-02-29', '2028-03-02', '2028-03-07']);
});

describe('an ordinary post', () => {
  test('is sent to its channel, carries its schedule and day, and pings its role', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule({ roleId: '300' })] });
    await desk.tickUntil('2026-05-01T09:05Z');
    expect(desk.discord.messages).toEqual([
      {
        messageId: '1',
        channelId: '200',
        at: Date.parse('2026-05-01T09:00Z'),
        nonce: 'abc1234-2026-05-01',
        pings: '300',
        schedule: 'abc1234',
        day: '2026-05-01',
      },
    ]);
    expect((await desk.kept())?.deliveries).toEqual([
      {
        day: '2026-05-01',
        dueAt: Date.parse('2026-05-01T09:00Z'),
        at: Date.parse('2026-05-01T09:00Z'),
        outcome: { kind: 'on-time', messageId: '1' },
      },
    ]);
  });

  test('counts by Discord’s clock, not by ours', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.discord.post.send = async () => ({ kind: 'sent', messageId: '1', at: Date.parse('2026-05-01T09:06Z') });
    await desk.tickAt('2026-05-01T09:00Z');
    expect(await desk.outcomes()).toEqual({ '2026-05-01': 'late' });
  });
});

describe('downtime', () => {
  test.each([
    ['of less than two hours posts late', '2026-05-01T11:00Z', { '2026-05-01': 'late' }],
    ['of more than two hours misses the day', '2026-05-01T11:01Z', { '2026-05-01': 'missed' }],
    [
      'of days misses them and posts today',
      '2026-05-04T09:00Z',
      { '2026-05-01': 'missed', '2026-05-02': 'missed', '2026-05-03': 'missed', '2026-05-04': 'on-time' },
    ],
  ])('%s', async (_, back, expected) => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    await desk.tickAt(back);
    expect(await desk.outcomes()).toEqual(expected);
  });

  test('of a year leaves the last days and goes on', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    await desk.tickAt('2027-05-01T10:00Z');
    const missed = daysFrom('2027-04-18', REMEMBERED - 1).map((day) => [day, 'missed']);
    expect(await desk.outcomes()).toEqual(Object.fromEntries([...missed, ['2027-05-01', 'late']]));
  });
});

describe('a day without a fitting event', () => {
  const library = aLibrary({ events: [anEvent({ date: '1990-05-03' })] });

  test('is recorded as nothing to post', async () => {
    const desk = await aScheduleDesk({ library, schedules: [aSchedule()] });
    await desk.tickUntil('2026-05-03T10:00Z');
    expect(await desk.outcomes()).toEqual({
      '2026-05-01': 'nothing-to-post',
      '2026-05-02': 'nothing-to-post',
      '2026-05-03': 'on-time',
    });
    expect(desk.discord.days()).toEqual(['2026-05-03']);
  });

  test('gets the nearest anniversary if the schedule asks for it', async () => {
    const desk = await aScheduleDesk({ library, schedules: [aSchedule({ whenEmpty: 'nearest' })] });
    await desk.tickAt('2026-05-01T09:00Z');
    expect([
      desk.discord.days(),
      desk.schedules.occasion(aSchedule({ whenEmpty: 'nearest' }), '2026-05-01')?.day,
    ]).toEqual([['2026-05-01'], '2026-05-03']);
  });

  test('is told by the schedule’s topic', async () => {
    const desk = await aScheduleDesk({ library, schedules: [aSchedule({ topic: 'asia' })] });
    await desk.tickAt('2026-05-03T09:00Z');
    expect(desk.discord.days()).toEqual([]);
  });
});

describe('pausing', () => {
  test('keeps quiet, and what came due meanwhile is not made up for', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    await desk.schedules.pause('100', 'abc1234');
    await desk.tickUntil('2026-05-02T09:30Z');
    await desk.schedules.resume('100', 'abc1234', desk.clock.clock());
    await desk.tickUntil('2026-05-03T09:30Z');
    expect(desk.discord.days()).toEqual(['2026-05-03']);
  });

  test('and resuming before the time still posts at the minute', async () => {
    const desk = await aScheduleDesk({ at: '2026-05-01T08:00Z', schedules: [aSchedule()] });
    await desk.schedules.pause('100', 'abc1234');
    await desk.tickAt('2026-05-01T08:30Z');
    await desk.schedules.resume('100', 'abc1234', desk.clock.clock());
    await desk.tickUntil('2026-05-01T09:00Z');
    expect(desk.discord.messages.map(({ at }) => at)).toEqual([Date.parse('2026-05-01T09:00Z')]);
  });

  test('while a post waits for its turn at the store keeps it back', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.clock.set(Date.parse('2026-05-01T09:00Z'));
    await Promise.all([desk.schedules.pause('100', 'abc1234'), desk.schedules.tick()]);
    expect([desk.discord.messages, await desk.kept()]).toEqual([[], pause(aSchedule())]);
  });

  test('does not forget a post that is under way', async () => {
    const intent = { day: '2026-05-01', dueAt: Date.parse('2026-05-01T09:00Z') };
    const desk = await aScheduleDesk({ schedules: [pause(record(aSchedule(), intent, intent.dueAt))] });
    await desk.tickAt('2026-05-01T09:30Z');
    expect(await desk.outcomes()).toEqual({ '2026-05-01': 'late' });
  });
});

describe('a clock set back', () => {
  test('over a post does not double it', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    await desk.tickUntil('2026-05-01T09:10Z');
    desk.clock.set(Date.parse('2026-05-01T07:00Z'));
    await desk.tickUntil('2026-05-02T09:10Z');
    expect(desk.discord.days()).toEqual(['2026-05-01', '2026-05-02']);
  });

  test('from a year ahead lets the schedule go on at once', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    await desk.tickAt('2026-05-01T09:00Z');
    await desk.tickAt('2027-05-01T06:00Z');
    await desk.tickAt('2026-05-02T08:59Z');
    await desk.tickAt('2026-05-02T09:00Z');
    expect(desk.discord.days()).toEqual(['2026-05-01', '2026-05-02']);
  });

  test('between an intent and its end still finds what was sent', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    const ahead = { day: '2026-05-01', dueAt: Date.parse('2026-05-01T09:00Z') };
    // Our clock was 20 minutes ahead when it went out; Discord's was right.
    desk.clock.set(Date.parse('2026-05-01T08:50Z'));
    await desk.discord.post.send('200', aPostCard(ahead.day), { nonce: 'abc1234-2026-05-01' });
    await desk.store.update('100/abc1234', () => [
      record(aSchedule(), ahead, Date.parse('2026-05-01T09:10Z')),
      undefined,
    ]);
    await desk.restart();
    await desk.tickAt('2026-05-01T08:53Z');
    expect([desk.discord.days(), await desk.outcomes()]).toEqual([['2026-05-01'], { '2026-05-01': 'on-time' }]);
  });
});

function aPostCard(day: string) {
  return {
    tone: 'plain',
    blocks: [{ kind: 'buttons', buttons: [{ label: 'Quiz me', press: { kind: 'post', schedule: 'abc1234', day } }] }],
  } as const;
}

describe('a refusal', () => {
  test('marks the schedule failing, and it recovers by itself', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.discord.change('200', { sendable: false });
    await desk.tickUntil('2026-05-01T09:30Z');
    const failing = {
      since: Date.parse('2026-05-01T09:00Z'),
      reason: { kind: 'missing-permissions', permissions: ['Send Messages'] },
    };
    expect((await desk.kept())?.failing).toEqual(failing);

    desk.discord.change('200', { sendable: true });
    await desk.tickUntil('2026-05-01T09:31Z');
    expect([(await desk.kept())?.failing, await desk.outcomes()]).toEqual([undefined, { '2026-05-01': 'late' }]);
  });

  test('that lasts is given up after two hours with its reason, and the next day tries again', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.discord.change('200', { exists: false });
    await desk.tickUntil('2026-05-01T11:01Z');
    expect((await desk.kept())?.deliveries.map(({ outcome }) => outcome)).toEqual([
      { kind: 'failed', reason: { kind: 'unknown-channel' } },
    ]);
    desk.discord.change('200', { exists: true });
    await desk.tickUntil('2026-05-02T09:00Z');
    expect(await desk.outcomes()).toEqual({ '2026-05-01': 'failed', '2026-05-02': 'on-time' });
  });

  test('to the first sending needs no look into the history, which may be closed too', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.discord.change('200', { sendable: false, readable: false });
    await desk.tickUntil('2026-05-01T09:10Z');
    desk.discord.change('200', { sendable: true });
    await desk.tickUntil('2026-05-01T09:11Z');
    expect(await desk.outcomes()).toEqual({ '2026-05-01': 'late' });
  });

  test('after an answer that was lost does not double the post when the permission returns', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.discord.trouble = 'mute';
    await desk.tickAt('2026-05-01T09:00Z');
    desk.discord.trouble = 'none';
    desk.discord.change('200', { sendable: false });
    await desk.tickAt('2026-05-01T09:01Z');
    desk.discord.change('200', { sendable: true });
    await desk.tickAt('2026-05-01T09:05Z');
    expect([desk.discord.days(), await desk.outcomes()]).toEqual([['2026-05-01'], { '2026-05-01': 'on-time' }]);
  });

  test('to look into the history holds an uncertain post back until it is allowed', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.discord.trouble = 'mute';
    await desk.tickAt('2026-05-01T09:00Z');
    desk.discord.trouble = 'none';
    desk.discord.change('200', { readable: false });
    await desk.tickAt('2026-05-01T09:10Z');
    expect((await desk.kept())?.failing?.reason).toEqual({
      kind: 'unverifiable',
      permissions: ['Read Message History'],
    });
    desk.discord.change('200', { readable: true });
    await desk.tickAt('2026-05-01T09:11Z');
    expect([desk.discord.days(), await desk.outcomes()]).toEqual([['2026-05-01'], { '2026-05-01': 'on-time' }]);
  });

  test('to look into the history is the reason once the two hours are over', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.discord.trouble = 'deaf';
    await desk.tickAt('2026-05-01T09:00Z');
    desk.discord.trouble = 'none';
    desk.discord.change('200', { readable: false });
    await desk.tickAt('2026-05-01T11:01Z');
    expect((await desk.kept())?.deliveries.map(({ outcome }) => outcome)).toEqual([
      { kind: 'failed', reason: { kind: 'unverifiable', permissions: ['Read Message History'] } },
    ]);
  });
});

describe('trouble', () => {
  test('is in the log, and the post goes out when it is over', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.discord.trouble = 'deaf';
    await desk.tickUntil('2026-05-01T09:20Z');
    desk.discord.trouble = 'none';
    await desk.tickUntil('2026-05-01T09:21Z');
    expect([desk.discord.days(), await desk.outcomes(), new Set(desk.log.events())]).toEqual([
      ['2026-05-01'],
      { '2026-05-01': 'late' },
      new Set(['post-in-trouble', 'post-refused', 'posted']),
    ]);
  });

  test('with the disk sends nothing, and loses nothing', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.store.broken = true;
    await desk.tickAt('2026-05-01T09:00Z');
    expect([desk.discord.days(), desk.log.events()]).toEqual([[], ['delivery-failed']]);
    desk.store.broken = false;
    await desk.tickAt('2026-05-01T09:01Z');
    expect(desk.discord.days()).toEqual(['2026-05-01']);
  });

  test('with the disk after the sending doubles nothing', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.discord.queue = async () => {
      desk.store.broken = true;
    };
    await desk.tickUntil('2026-05-01T09:30Z');
    desk.store.broken = false;
    desk.discord.queue = async () => undefined;
    await desk.tickUntil('2026-05-01T09:31Z');
    expect([desk.discord.days(), await desk.outcomes()]).toEqual([['2026-05-01'], { '2026-05-01': 'on-time' }]);
  });
});

describe('side by side', () => {
  const thousand: readonly Schedule[] = Array.from({ length: 1000 }, (_, n) =>
    aSchedule({ id: `s${n}`, guildId: String(n % 400), channelId: `c${n}` }),
  );

  test('a thousand posts are all on their way before the first has arrived', async () => {
    const desk = await aScheduleDesk({ schedules: thousand });
    let started = 0;
    const allStarted = aBarrier();
    desk.discord.queue = async () => {
      if (++started === thousand.length) allStarted.lift();
      await allStarted.lifted;
    };
    await desk.tickAt('2026-05-01T09:00Z');
    expect(new Set(desk.discord.messages.map(({ channelId }) => channelId)).size).toBe(1000);
  });

  test('a channel that never answers and one that fails hold up no other', async () => {
    const desk = await aScheduleDesk({ schedules: thousand });
    const answer = aBarrier();
    desk.discord.queue = async (channelId) => {
      if (channelId === 'c0') await answer.lifted;
      if (channelId === 'c1') throw new Error('500 Internal Server Error');
    };
    desk.clock.set(Date.parse('2026-05-01T09:00Z'));
    const tick = desk.schedules.tick();
    await setImmediate(); // By then all that does not hang on the one has been done.
    expect(desk.discord.messages.length).toBe(998);
    answer.lift();
    await tick;
    expect([desk.discord.messages.length, (await desk.store.get('1/s1'))?.failing?.reason]).toEqual([
      999,
      { kind: 'trouble' },
    ]);
  });

  test('two ticks at once post nothing twice, and the second does not wait for the first', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    const answer = aBarrier();
    let sendings = 0;
    desk.discord.queue = async () => {
      sendings++;
      await answer.lifted;
    };
    desk.clock.set(Date.parse('2026-05-01T09:00Z'));
    const first = desk.schedules.tick();
    desk.clock.pass(10 * MINUTE);
    await desk.schedules.tick();
    answer.lift();
    await first;
    expect([sendings, desk.discord.days()]).toEqual([1, ['2026-05-01']]);
  });
});

describe('the schedules of a server', () => {
  test('come oldest first, and give it its zone', async () => {
    const younger = aSchedule({ id: 'b', zone: 'Asia/Tokyo', createdAt: 2 });
    const older = aSchedule({ id: 'a', zone: 'Europe/Paris', createdAt: 1 });
    const { schedules } = await aScheduleDesk({ schedules: [younger, older, aSchedule({ id: 'c', guildId: '999' })] });
    expect([schedules.of('100').map(({ id }) => id), schedules.zoneOf('100'), schedules.zoneOf(undefined)]).toEqual([
      ['a', 'b'],
      'Europe/Paris',
      undefined,
    ]);
  });

  test('are kept in the store, and posted after a restart', async () => {
    const desk = await aScheduleDesk();
    await desk.schedules.add(aSchedule());
    await desk.restart();
    await desk.tickAt('2026-05-01T09:00Z');
    expect(desk.discord.days()).toEqual(['2026-05-01']);
  });

  test('are not known before they are stored', async () => {
    const desk = await aScheduleDesk();
    desk.store.broken = true;
    await expect(desk.schedules.add(aSchedule())).rejects.toThrow('the disk is full');
    expect(desk.schedules.of('100')).toEqual([]);
  });

  test('are so many and no more, though they come all at once', async () => {
    const desk = await aScheduleDesk();
    const answers = await Promise.all(
      Array.from({ length: SCHEDULES_PER_SERVER + 5 }, (_, n) => desk.schedules.add(aSchedule({ id: `s${n}` }))),
    );
    expect([answers.filter((answer) => answer === 'too-many').length, desk.schedules.of('100').length]).toEqual([
      5,
      SCHEDULES_PER_SERVER,
    ]);
  });

  test('are as many again after one could not be stored', async () => {
    const desk = await aScheduleDesk();
    desk.store.broken = true;
    await Promise.allSettled(
      Array.from({ length: SCHEDULES_PER_SERVER }, (_, n) => desk.schedules.add(aSchedule({ id: `s${n}` }))),
    );
    desk.store.broken = false;
    expect(await desk.schedules.add(aSchedule())).toBe('added');
  });

  test('are another server’s business not at all', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    expect([
      desk.schedules.get('999', 'abc1234'),
      await desk.schedules.pause('999', 'abc1234'),
      await desk.schedules.remove('999', 'abc1234'),
      await desk.kept(),
    ]).toEqual([undefined, undefined, undefined, aSchedule()]);
  });
});

describe('removing', () => {
  test('ends the posts, after a restart too', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    expect(await desk.schedules.remove('100', 'abc1234')).toEqual(aSchedule());
    expect(desk.schedules.get('100', 'abc1234')).toBeUndefined();
    await desk.restart();
    await desk.tickAt('2026-05-01T09:00Z');
    expect([desk.discord.days(), desk.schedules.of('100')]).toEqual([[], []]);
  });

  test('during a delivery is not undone by its end', async () => {
    const desk = await aScheduleDesk({ schedules: [aSchedule()] });
    desk.discord.queue = async () => void (await desk.schedules.remove('100', 'abc1234'));
    await desk.tickAt('2026-05-01T09:00Z');
    expect([await desk.kept(), desk.schedules.of('100')]).toEqual([undefined, []]);
  });
});

function aBarrier() {
  let lift: () => void = () => undefined;
  const lifted = new Promise<void>((resolve) => {
    lift = resolve;
  });
  return { lifted, lift };
}
