import type { Delivery, Outcome, Schedule } from '../../src/domain/schedules.ts';
import { instantOf } from '../../src/domain/time.ts';

/** Every day at nine in UTC, made on the eve of May 2026, and still without a post. */
export function aSchedule(changes: Partial<Schedule> = {}): Schedule {
  const createdAt = changes.createdAt ?? Date.parse('2026-04-30T12:00Z');
  return {
    id: 'abc1234',
    guildId: '100',
    channelId: '200',
    time: '09:00',
    zone: 'UTC',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    whenEmpty: 'nothing',
    createdAt,
    paused: false,
    since: createdAt,
    deliveries: [],
    ...changes,
  };
}

/** What became of a day at nine in UTC. */
export function aDelivery(day: string, outcome: Outcome = { kind: 'missed' }): Delivery {
  const dueAt = instantOf(day, '09:00', 'UTC');
  return { day, dueAt, at: dueAt, outcome };
}
