/**
 * A channel's daily on-this-day post. The promise: one post for each local day,
 * not zero and not two, whatever fails in between.
 *
 * Each post goes through three steps, each stored before the next: the intent
 * is recorded, the post is sent, the outcome is settled. `nextStep` says what
 * to do now; `record`, `settle` and `refuse` give the schedule as it is afterwards.
 */

import {
  addDays,
  type CalendarDay,
  type ClockTime,
  HOUR,
  hasDay,
  type Instant,
  instantOf,
  localDay,
  MINUTE,
  type Weekday,
  weekdayOf,
} from './time.ts';

/** How long after its time a post is still worth sending. */
export const LATE_WINDOW_MS = 2 * HOUR;
/** Up to here a post counts as on time. */
export const ON_TIME_MS = 5 * MINUTE;
/**
 * How long the same nonce surely names the same message. Discord checks a nonce against "the past few
 * minutes" (discord-api-docs, `resources/message`, Create Message, `enforce_nonce`); this is well inside.
 */
export const NONCE_MEMORY_MS = 2 * MINUTE;
/** How many past deliveries a schedule remembers for `/schedule why`. */
export const REMEMBERED = 14;
/** So that a server cannot fill the store. */
export const SCHEDULES_PER_SERVER = 25;

export interface Schedule {
  /** Seven letters and digits, unique. */
  readonly id: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly time: ClockTime;
  /** An IANA name. */
  readonly zone: string;
  /** In order, at least one. */
  readonly weekdays: readonly Weekday[];
  readonly topic?: string | undefined;
  /** The role to mention; the only ping that Attaché ever makes. */
  readonly roleId?: string | undefined;
  /** What to post on a day without an event. */
  readonly whenEmpty: 'nothing' | 'nearest';
  readonly createdAt: Instant;
  readonly paused: boolean;
  /** Times up to here are none of this schedule's: it was made or resumed then. */
  readonly since: Instant;
  /** Why the last post did not go out, until one does. */
  readonly failing?: Failing | undefined;
  readonly intent?: Intent | undefined;
  /** Oldest first, at most `REMEMBERED`. */
  readonly deliveries: readonly Delivery[];
}

export interface Failing {
  readonly since: Instant;
  readonly reason: PostRefusal;
}

/** Why a post could not go out. */
export type PostRefusal =
  | { readonly kind: 'unknown-channel' }
  /** Discord's names for what is missing, such as "Send Messages". */
  | { readonly kind: 'missing-permissions'; readonly permissions: readonly string[] }
  /** Discord or the network answered with an error that may pass. */
  | { readonly kind: 'trouble' }
  /** It may or may not have gone out, and the channel's history cannot be read to tell. */
  | { readonly kind: 'unverifiable'; readonly permissions: readonly string[] };

/** A post that is about to go out, or may have gone out. */
export interface Intent {
  readonly day: CalendarDay;
  readonly dueAt: Instant;
  readonly recordedAt: Instant;
  /** Whether the message may exist without our knowing: true from the moment before it is first sent. */
  readonly uncertain: boolean;
}

export interface Delivery {
  readonly day: CalendarDay;
  readonly dueAt: Instant;
  readonly at: Instant;
  readonly outcome: Outcome;
}

export type Outcome =
  | { readonly kind: 'on-time'; readonly messageId: string }
  | { readonly kind: 'late'; readonly messageId: string }
  /** Attaché was not running. */
  | { readonly kind: 'missed' }
  | { readonly kind: 'failed'; readonly reason: PostRefusal }
  /** The day has no event that fits. */
  | { readonly kind: 'nothing-to-post' };

/** What a schedule needs now. */
export type ScheduleStep =
  | { readonly kind: 'wait' }
  /** Its time had passed for too long: note these days as missed. */
  | { readonly kind: 'miss'; readonly missed: readonly Due[] }
  /** Record the intent, then send. */
  | { readonly kind: 'begin'; readonly due: Due }
  /** Send; a message of the same nonce will not be doubled. */
  | { readonly kind: 'send'; readonly intent: Intent }
  /** Look for the post in the channel; only if it is not there, send it, or give it up when it is `overdue`. */
  | { readonly kind: 'look'; readonly intent: Intent; readonly overdue: boolean }
  /** The two hours are over without a post. */
  | { readonly kind: 'give-up'; readonly intent: Intent };

export interface Due {
  readonly day: CalendarDay;
  readonly dueAt: Instant;
}

/** What to do at `now`. Only ever one thing at a time; ask again once it is done. */
export function nextStep(schedule: Schedule, now: Instant): ScheduleStep {
  const { intent } = schedule;
  if (intent) {
    const overdue = now - intent.dueAt > LATE_WINDOW_MS;
    if (!intent.uncertain) return overdue ? { kind: 'give-up', intent } : { kind: 'send', intent };
    const remembered = now >= intent.recordedAt && now - intent.recordedAt <= NONCE_MEMORY_MS;
    return remembered ? { kind: 'send', intent } : { kind: 'look', intent, overdue };
  }
  if (schedule.paused) return { kind: 'wait' };
  const dues = duesUpTo(schedule, now);
  const missed = dues.filter(({ dueAt }) => now - dueAt > LATE_WINDOW_MS);
  if (missed.length) return { kind: 'miss', missed };
  const [due] = dues;
  return due ? { kind: 'begin', due } : { kind: 'wait' };
}

/** The first time after `now` at which `nextStep` will be to begin a post. */
export function nextDue(schedule: Schedule, now: Instant): Due {
  let day = firstDay(schedule, now);
  for (;;) {
    const due = dueOn(schedule, day);
    if (due && due.dueAt > now) return due;
    day = addDays(day, 1);
  }
}

/** With the intent to post for a day. */
export function record(schedule: Schedule, { day, dueAt }: Due, now: Instant): Schedule {
  return { ...schedule, intent: { day, dueAt, recordedAt: now, uncertain: true } };
}

/** With the outcome for a day, and no intent left. */
export function settle(schedule: Schedule, { day, dueAt }: Due, outcome: Outcome, now: Instant): Schedule {
  const deliveries = [...schedule.deliveries, { day, dueAt, at: now, outcome }].slice(-REMEMBERED);
  return { ...schedule, intent: undefined, deliveries, failing: failingAfter(schedule, outcome, now) };
}

/** After a message was seen to exist: on time or late, by how long after its time that was. */
export function sent({ dueAt }: Due, messageId: string, at: Instant): Outcome {
  return { kind: at - dueAt <= ON_TIME_MS ? 'on-time' : 'late', messageId };
}

/**
 * After a refusal: the intent stays and is tried again. Only Discord's clear no to its first sending makes it
 * certain that nothing went out; to a second one it says nothing of the first.
 */
export function refuse(schedule: Schedule, reason: PostRefusal, now: Instant, sending: 'first' | 'again'): Schedule {
  const { intent } = schedule;
  if (!intent) return schedule;
  const clear = sending === 'first' && (reason.kind === 'unknown-channel' || reason.kind === 'missing-permissions');
  return {
    ...schedule,
    intent: { ...intent, uncertain: intent.uncertain && !clear },
    failing: { since: schedule.failing?.since ?? now, reason },
  };
}

/** Of a day given up: what stopped its post, or else that Attaché was not running. */
export function givenUp({ failing }: Schedule): Outcome {
  return failing ? { kind: 'failed', reason: failing.reason } : { kind: 'missed' };
}

/** Before sending again what was surely not sent: from here on it may be. */
export function resend(schedule: Schedule, now: Instant): Schedule {
  return schedule.intent ? { ...schedule, intent: { ...schedule.intent, recordedAt: now, uncertain: true } } : schedule;
}

export function pause(schedule: Schedule): Schedule {
  return { ...schedule, paused: true };
}

/** What came due while it was paused is not made up for. */
export function resume(schedule: Schedule, now: Instant): Schedule {
  return { ...schedule, paused: false, since: now };
}

function failingAfter(schedule: Schedule, outcome: Outcome, now: Instant): Failing | undefined {
  switch (outcome.kind) {
    case 'on-time':
    case 'late':
      return undefined;
    case 'failed':
      return { since: schedule.failing?.since ?? now, reason: outcome.reason };
    case 'missed':
    case 'nothing-to-post':
      return schedule.failing;
  }
}

/** What is due and not settled, oldest first; of a long outage only the last days that will be remembered. */
function duesUpTo(schedule: Schedule, now: Instant): readonly Due[] {
  const today = localDay(now, schedule.zone);
  const dues: Due[] = [];
  for (let day = firstDay(schedule, now); day <= today; day = addDays(day, 1)) {
    const due = dueOn(schedule, day);
    if (due && due.dueAt <= now) dues.push(due);
  }
  return dues.slice(-REMEMBERED);
}

/**
 * The first local day that can still be open. Settled days of the future, left
 * by a clock that has been set back since, do not close the days before them.
 */
function firstDay({ zone, since, deliveries }: Schedule, now: Instant): CalendarDay {
  const today = localDay(now, zone);
  const settled = deliveries.filter(({ day }) => day <= today).map(({ day }) => addDays(day, 1));
  const days = [localDay(since, zone), addDays(today, -2 * REMEMBERED * 7), ...settled];
  return days.toSorted().at(-1) ?? today;
}

/** When a day is the schedule's to post and not settled. */
function dueOn({ weekdays, time, zone, since, deliveries }: Schedule, day: CalendarDay): Due | undefined {
  if (!weekdays.includes(weekdayOf(day)) || deliveries.some((delivery) => delivery.day === day)) return undefined;
  const dueAt = instantOf(day, time, zone);
  const exists = localDay(dueAt, zone) === day || hasDay(day, zone);
  return exists && dueAt > since ? { day, dueAt } : undefined;
}
