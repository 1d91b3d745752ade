import { describe, expect, test } from 'vitest';
import {
  nextDue,
  nextStep,
  pause,
  REMEMBERED,
  record,
  refuse,
  resend,
  resume,
  type Schedule,
  sent,
  settle,
} from '../../src/domain/schedules.ts';
import { addDays, instantOf } from '../../src/domain/time.ts';
import { aDelivery, aSchedule } from '../support/aSchedule.ts';

const at = (text: string) => Date.parse(text);
const first = { day: '2026-05-01', dueAt: at('2026-05-01T09:00Z') };
const second = { day: '2026-05-02', dueAt: at('2026-05-02T09:00Z') };
const recorded = record(aSchedule(), first, first.dueAt);

/** The day of the step's post, or the days missed. */
function told(schedule: Schedule, now: string): string {
  const step = nextStep(schedule, at(now));
  switch (step.kind) {
    case 'wait':
      return 'wait';
    case 'miss':
      return `miss ${step.missed.map(({ day }) => day).join(' ')}`;
    case 'begin':
      return `begin ${step.due.day}`;
    case 'look':
      return `look for ${step.intent.day}${step.overdue ? ', overdue' : ''}`;
    default:
      return `${step.kind} ${step.intent.day}`;
  }
}

describe('a day becomes due', () => {
  test.each([
    ['not a moment before its time', '2026-05-01T08:59:59.999Z', 'wait'],
    ['at its time', '2026-05-01T09:00Z', 'begin 2026-05-01'],
    ['and is still worth posting two hours later', '2026-05-01T11:00Z', 'begin 2026-05-01'],
    ['but not after that', '2026-05-01T11:00:00.001Z', 'miss 2026-05-01'],
    ['nor when the next day is due as well', '2026-05-02T09:00Z', 'miss 2026-05-01'],
    [
      'and many missed days are noted together',
      '2026-05-04T12:00Z',
      'miss 2026-05-01 2026-05-02 2026-05-03 2026-05-04',
    ],
  ])('%s', (_, now, expected) => {
    expect(told(aSchedule(), now)).toBe(expected);
  });

  test('of a long outage the last days that will be remembered are missed, and today is still to post', () => {
    expect(told(aSchedule(), '2026-12-31T09:00Z')).toBe(
      'miss 2026-12-18 2026-12-19 2026-12-20 2026-12-21 2026-12-22 2026-12-23 2026-12-24 2026-12-25 2026-12-26 2026-12-27 2026-12-28 2026-12-29 2026-12-30',
    );
  });

  test('a weekly schedule that was down for years notes its last weeks', () => {
    const weekly = aSchedule({ weekdays: [1], since: at('2020-01-01T00:00Z') });
    const step = nextStep(weekly, at('2026-05-05T12:00Z'));
    expect(step.kind === 'miss' && [step.missed.length, step.missed[0]?.day, step.missed.at(-1)?.day]).toEqual([
      REMEMBERED,
      '2026-02-02',
      '2026-05-04',
    ]);
  });

  test('a schedule made after the time of the day begins tomorrow', () => {
    const made = aSchedule({ createdAt: at('2026-05-01T09:00:01Z') });
    expect([told(made, '2026-05-01T09:30Z'), nextDue(made, at('2026-05-01T09:30Z')).day]).toEqual([
      'wait',
      '2026-05-02',
    ]);
  });

  test('a schedule made at the very minute begins tomorrow', () => {
    expect(told(aSchedule({ createdAt: first.dueAt }), '2026-05-01T09:00Z')).toBe('wait');
  });

  test('a schedule made before the time of the day begins today', () => {
    expect(told(aSchedule({ createdAt: at('2026-05-01T08:59:59Z') }), '2026-05-01T09:00Z')).toBe('begin 2026-05-01');
  });

  test('on its weekdays only', () => {
    const weekdays = aSchedule({ weekdays: [1, 2, 3, 4, 5], deliveries: [aDelivery('2026-05-01')] });
    expect([told(weekdays, '2026-05-03T12:00Z'), nextDue(weekdays, at('2026-05-01T12:00Z')).day]).toEqual([
      'wait',
      '2026-05-04',
    ]);
  });

  test('a day that the zone skips is nobody’s', () => {
    const samoan = aSchedule({ zone: 'Pacific/Apia', createdAt: at('2011-12-29T20:00Z') });
    expect(nextDue(samoan, at('2011-12-29T20:00Z'))).toEqual({ day: '2011-12-31', dueAt: at('2011-12-30T19:00Z') });
  });

  test('a time that the zone skips at the end of a day is still that day’s', () => {
    const schedule = aSchedule({ zone: 'America/Nuuk', time: '23:30', createdAt: at('2024-03-30T12:00Z') });
    expect(nextStep(schedule, at('2024-03-31T01:00Z'))).toEqual({
      kind: 'begin',
      due: { day: '2024-03-30', dueAt: at('2024-03-31T01:00Z') },
    });
  });
});

describe('a settled day', () => {
  test('is not due again', () => {
    expect(told(aSchedule({ deliveries: [aDelivery('2026-05-01')] }), '2026-05-01T09:30Z')).toBe('wait');
  });

  test('is not due again when the clock is set back over it', () => {
    const ahead = aSchedule({ deliveries: [aDelivery('2026-05-01'), aDelivery('2026-05-02')] });
    expect([told(ahead, '2026-05-01T09:30Z'), nextDue(ahead, at('2026-05-01T09:30Z')).day]).toEqual([
      'wait',
      '2026-05-03',
    ]);
  });

  test('years ahead, left by a wrong clock, does not silence the days before it', () => {
    const astray = aSchedule({ deliveries: [aDelivery('2026-05-01'), aDelivery('2031-01-01')] });
    expect([told(astray, '2026-05-02T09:00Z'), nextDue(astray, at('2026-05-02T09:00Z')).day]).toEqual([
      'begin 2026-05-02',
      '2026-05-03',
    ]);
  });
});

describe('the next time due', () => {
  test('lies after now, though today is still open', () => {
    expect(nextDue(aSchedule(), first.dueAt)).toEqual(second);
  });

  test('is today’s until its time', () => {
    expect(nextDue(aSchedule(), first.dueAt - 1)).toEqual(first);
  });

  test('is found after a pause of years', () => {
    const paused = aSchedule({ weekdays: [7], since: at('2016-01-01T00:00Z') });
    expect(nextDue(paused, at('2026-05-01T12:00Z')).day).toBe('2026-05-03');
  });
});

describe('an intent', () => {
  test.each([
    ['is sent again while Discord remembers its nonce', '2026-05-01T09:02Z', 'send 2026-05-01'],
    ['is looked for once Discord may have forgotten it', '2026-05-01T09:02:00.001Z', 'look for 2026-05-01'],
    ['is looked for when the clock was set back', '2026-05-01T08:59Z', 'look for 2026-05-01'],
    ['is looked for within the two hours', '2026-05-01T11:00Z', 'look for 2026-05-01'],
    ['is looked for after them too', '2026-05-01T11:00:00.001Z', 'look for 2026-05-01, overdue'],
    ['comes before the days after it', '2026-05-03T09:00Z', 'look for 2026-05-01, overdue'],
  ])('%s', (_, now, expected) => {
    expect(told(recorded, now)).toBe(expected);
  });

  test('recorded just before midnight is looked for after it', () => {
    const late = { day: '2026-05-01', dueAt: at('2026-05-01T23:59Z') };
    const schedule = record(aSchedule({ time: '23:59' }), late, late.dueAt);
    expect([told(schedule, '2026-05-02T00:00Z'), told(schedule, '2026-05-02T00:30Z')]).toEqual([
      'send 2026-05-01',
      'look for 2026-05-01',
    ]);
  });

  test('is looked after even while paused', () => {
    expect(told(pause(recorded), '2026-05-01T09:30Z')).toBe('look for 2026-05-01');
  });

  test.each([
    ['is sent within the two hours', '2026-05-01T11:00Z', 'send 2026-05-01'],
    ['is given up after them', '2026-05-01T11:00:00.001Z', 'give-up 2026-05-01'],
  ])('that surely did not go out %s', (_, now, expected) => {
    const schedule = refuse(recorded, { kind: 'unknown-channel' }, first.dueAt, 'first');
    expect(told(schedule, now)).toBe(expected);
  });

  test('sent anew is uncertain from then on', () => {
    const refused = refuse(recorded, { kind: 'unknown-channel' }, first.dueAt, 'first');
    const later = at('2026-05-01T10:00Z');
    expect(resend(refused, later).intent).toEqual({ ...first, recordedAt: later, uncertain: true });
  });
});

describe('a refusal', () => {
  test.each([
    ['of an unknown channel, first sent', { kind: 'unknown-channel' }, 'first', false],
    ['of missing permissions, first sent', { kind: 'missing-permissions', permissions: [] }, 'first', false],
    [
      'of missing permissions, sent again: the first may have arrived',
      { kind: 'missing-permissions', permissions: [] },
      'again',
      true,
    ],
    ['of an unknown channel, sent again', { kind: 'unknown-channel' }, 'again', true],
    ['by trouble', { kind: 'trouble' }, 'first', true],
    ['of a look into the channel', { kind: 'unverifiable', permissions: [] }, 'again', true],
  ] as const)('%s: whether a message may exist', (_, reason, sending, uncertain) => {
    const refused = refuse(recorded, reason, first.dueAt, sending);
    expect([refused.intent?.uncertain, refused.failing]).toEqual([uncertain, { since: first.dueAt, reason }]);
  });

  test('keeps the time since when it has been failing', () => {
    const once = refuse(recorded, { kind: 'trouble' }, first.dueAt, 'first');
    const twice = refuse(once, { kind: 'unknown-channel' }, second.dueAt, 'again');
    expect(twice.failing).toEqual({ since: first.dueAt, reason: { kind: 'unknown-channel' } });
  });
});

describe('settling', () => {
  const failing = { ...recorded, failing: { since: 1, reason: { kind: 'trouble' } } } as const;

  test('leaves the outcome and no intent', () => {
    const outcome = { kind: 'on-time', messageId: '7' } as const;
    expect(settle(recorded, first, outcome, first.dueAt)).toEqual(
      aSchedule({ deliveries: [{ ...first, at: first.dueAt, outcome }] }),
    );
  });

  test.each([
    ['a post ends it', { kind: 'late', messageId: '7' }, undefined],
    ['a missed day does not', { kind: 'missed' }, failing.failing],
    ['a day with nothing to post does not', { kind: 'nothing-to-post' }, failing.failing],
    [
      'a failed post names the newest reason',
      { kind: 'failed', reason: { kind: 'unknown-channel' } },
      { since: 1, reason: { kind: 'unknown-channel' } },
    ],
  ] as const)('of a failing schedule: %s', (_, outcome, expected) => {
    expect(settle(failing, first, outcome, second.dueAt).failing).toEqual(expected);
  });

  test('only the last deliveries are remembered', () => {
    const days = Array.from({ length: REMEMBERED + 3 }, (_, after) => addDays('2026-05-01', after));
    const settled = days.reduce(
      (left, day) => settle(left, { day, dueAt: instantOf(day, '09:00', 'UTC') }, { kind: 'missed' }, 0),
      aSchedule(),
    );
    expect(settled.deliveries.map(({ day }) => day)).toEqual(days.slice(3));
  });
});

test.each([
  ['on time up to five minutes after its time', 300_000, 'on-time'],
  ['late after that', 300_001, 'late'],
  ['on time by a Discord whose clock is behind ours', -1000, 'on-time'],
])('a post counts as %s', (_, after, kind) => {
  expect(sent(first, '7', first.dueAt + after)).toEqual({ kind, messageId: '7' });
});

describe('a pause', () => {
  test('keeps it waiting', () => {
    expect(told(pause(aSchedule()), '2026-05-01T09:00Z')).toBe('wait');
  });

  test('is not made up for', () => {
    const resumed = resume(pause(aSchedule()), at('2026-05-03T10:00Z'));
    expect([told(resumed, '2026-05-03T10:00Z'), nextDue(resumed, at('2026-05-03T10:00Z')).day]).toEqual([
      'wait',
      '2026-05-04',
    ]);
  });

  test('ended before the time of the day lets the day be', () => {
    expect(told(resume(pause(aSchedule()), at('2026-05-01T08:59Z')), '2026-05-01T09:00Z')).toBe('begin 2026-05-01');
  });

  test('ended frees a schedule that was made by a clock far ahead', () => {
    const ahead = aSchedule({ since: at('2031-01-01T00:00Z') });
    expect(told(resume(pause(ahead), at('2026-05-01T08:59Z')), '2026-05-01T09:00Z')).toBe('begin 2026-05-01');
  });
});
