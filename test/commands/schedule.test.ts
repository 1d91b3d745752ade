import { describe, expect, test } from 'vitest';
import { aContext, cardOf, press, run, suggested } from '../support/aContext.ts';
import { aSchedule } from '../support/aSchedule.ts';
import { faultsOf, textOf } from '../support/discordLimits.ts';

const channel = { id: '200', missing: [] };
const add = async (values: object, context = aContext()) =>
  run('schedule add', { channel, time: '9:00', zone: 'Europe/Berlin', ...values }, await context);
const told = async (values: object) => textOf(cardOf(await add(values)));

describe('/schedule add', () => {
  test.each([
    ['a time as people write it', { time: '6.30 pm' }, 'every day at **18:30** (Europe/Berlin)'],
    ['a city for a zone', { zone: 'new york' }, '(America/New_York)'],
    ['a zone in lower case', { zone: 'europe/berlin' }, '(Europe/Berlin)'],
    ['a city that IANA has renamed', { zone: 'Kyiv' }, '(Europe/Kyiv)'],
    ['a former name of a zone', { zone: 'Asia/Calcutta' }, 'Asia/'],
    ['a span of weekdays', { weekdays: 'Mon-Fri' }, 'on weekdays'],
    ['weekdays', { weekdays: 'sat, sun' }, 'at weekends'],
    ['a topic', { topic: 'Europe' }, 'topic: Europe'],
  ])('takes %s', async (_, values, text) => {
    expect(await told(values)).toContain(text);
  });

  test.each([
    ['a time', { time: '25:00' }, '“25:00” is not a time of day'],
    ['a zone', { zone: 'Atlantis' }, '“Atlantis” is not a time zone'],
    ['an abbreviation that keeps no summer time', { zone: 'EST' }, 'Did you mean America/New_York'],
    ['weekdays', { weekdays: 'someday' }, '“someday” names no weekdays'],
    ['a topic', { topic: 'nowhere' }, 'There is no topic “nowhere”'],
    ['a channel', { channel: { id: '200', missing: ['Send Messages'] } }, 'In <#200> Attaché lacks: Send Messages'],
    ['a hostile time', { time: '@everyone'.repeat(600) }, 'is not a time of day'],
  ])('refuses %s, and keeps nothing', async (_, values, text) => {
    const context = aContext();
    const card = cardOf(await add(values, context));
    expect(textOf(card)).toContain(text);
    expect(faultsOf(card)).toEqual([]);
    expect((await context).schedules.of('100')).toEqual([]);
  });

  test('tells when a role cannot be pinged', async () => {
    expect(await told({ role: { id: '5', pingable: false } })).toContain('will be shown but not notified');
  });

  test('refuses the twenty-sixth of a server', async () => {
    const schedules = Array.from({ length: 25 }, (_, n) => aSchedule({ id: `id${n}` }));
    expect(textOf(cardOf(await add({}, aContext({ schedules }))))).toContain('A server can have 25 schedules');
  });
});

describe('the schedules of a server', () => {
  const schedules = Array.from({ length: 25 }, (_, n) =>
    aSchedule({ id: `id${n}`, channelId: `${300 + n}`, createdAt: n }),
  );

  test('are listed in pages that turn in place', async () => {
    const context = await aContext({ schedules });
    const first = await run('schedule list', {}, context);
    const last = await press({ kind: 'schedules', page: 9 }, context);
    expect([first.to, last.to]).toEqual(['caller', 'here']);
    expect([textOf(cardOf(first)).includes('<#300>'), textOf(cardOf(last)).includes('<#324>')]).toEqual([true, true]);
    expect([first, last].map(cardOf).flatMap(faultsOf)).toEqual([]);
  });

  test('when there are none say how to add one', async () => {
    expect(textOf(cardOf(await run('schedule list', {}, await aContext())))).toContain('</schedule add:7>');
  });

  test('are suggested by what stands in their names, accents and case aside', async () => {
    const context = await aContext({ schedules, channelName: (id) => (id === '303' ? 'Événements' : 'general') });
    expect(suggested('schedule why', 'schedule', 'evenem', context).map(({ value }) => value)).toEqual(['id3']);
  });

  test.each(['why', 'pause', 'resume', 'remove', 'preview'])(
    '%s of one that there is not says where to see them',
    async (name) => {
      const text = textOf(cardOf(await run(`schedule ${name}`, { schedule: 'gone' }, await aContext({ schedules }))));
      expect(text).toContain('</schedule list:7>');
    },
  );

  test('of another server are none of ours', async () => {
    const context = await aContext({ schedules: [aSchedule({ guildId: '999', id: 'theirs' })] });
    expect(textOf(cardOf(await run('schedule remove', { schedule: 'theirs' }, context)))).toContain('no such schedule');
  });

  test('are paused, resumed and removed', async () => {
    const context = await aContext({ schedules: [aSchedule({ id: 'one' })] });
    expect(textOf(cardOf(await run('schedule pause', { schedule: 'one' }, context)))).toContain('Schedule paused');
    expect(context.schedules.get('100', 'one')?.paused).toBe(true);
    expect(textOf(cardOf(await run('schedule resume', { schedule: 'one' }, context)))).toContain('Next post');
    expect(textOf(cardOf(await run('schedule remove', { schedule: 'one' }, context)))).toContain('Schedule removed');
    expect(context.schedules.of('100')).toEqual([]);
  });
});
