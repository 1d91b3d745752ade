/**
 * The on-this-day posts of all servers that this process serves: kept, listed,
 * and delivered once per local day. Recorded, then sent, then settled.
 */

import type { Library } from '../domain/library.ts';
import { eventsOnDay, nearestOccasion, type Occasion } from '../domain/occasions.ts';
import {
  type Due,
  givenUp,
  type Intent,
  nextDue,
  nextStep,
  type PostRefusal,
  pause,
  record,
  refuse,
  resend,
  resume,
  SCHEDULES_PER_SERVER,
  type Schedule,
  sent,
  settle,
} from '../domain/schedules.ts';
import { HOUR, type Instant } from '../domain/time.ts';
import type { Clock, Log, Post, SendResult, Store } from '../ports.ts';
import type { Card } from '../views/card.ts';

export interface Schedules {
  /** Those of a server, oldest first. */
  of(guildId: string): readonly Schedule[];
  get(guildId: string, id: string): Schedule | undefined;
  /** The zone of a server's first schedule: the nearest thing to knowing where it is. */
  zoneOf(guildId: string | undefined): string | undefined;
  add(schedule: Schedule): Promise<'added' | 'too-many'>;
  remove(guildId: string, id: string): Promise<Schedule | undefined>;
  pause(guildId: string, id: string): Promise<Schedule | undefined>;
  resume(guildId: string, id: string, now: Instant): Promise<Schedule | undefined>;
  /** What would be posted for a day; `undefined` when that day has nothing that fits. */
  occasion(schedule: Schedule, day: string): Occasion | undefined;
  /** Delivers what is due, side by side. Never throws. Resolves when all of it is sent or put off. */
  tick(): Promise<void>;
}

export interface Scheduling {
  readonly store: Store<Schedule>;
  readonly post: Post;
  readonly library: Library;
  /** The post for an occasion. */
  readonly card: (schedule: Schedule, due: Due, occasion: Occasion) => Card;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reads every schedule once; from then on memory and store change together. */
export async function openSchedules(parts: Scheduling): Promise<Schedules> {
  const { store, post, library, card, clock, log } = parts;
  const all = new Map<string, Schedule>();
  /** When each needs looking at next; a schedule without an entry is looked at now. */
  const wakes = new Map<string, Instant>();
  const underWay = new Set<string>();
  /** Being stored: counted against a server's limit, but not yet known. */
  const arriving = new Set<Schedule>();
  let lastTick: Instant | undefined;
  for await (const [key, schedule] of store.entries()) all.set(key, schedule);

  const key = (guildId: string, id: string) => `${guildId}/${id}`;
  const keyOf = ({ guildId, id }: Schedule) => key(guildId, id);
  const of = (guildId: string) => [...all.values()].filter((one) => one.guildId === guildId).toSorted(byAge);

  /** Stores a change, then remembers it. A schedule removed meanwhile stays removed. */
  async function change(at: string, next: (current: Schedule) => Schedule): Promise<Schedule | undefined> {
    const kept = await store.update(at, (current) => {
      const changed = current && next(current);
      return [changed, changed];
    });
    if (kept) all.set(at, kept);
    else all.delete(at);
    wakes.delete(at);
    return kept;
  }

  function occasion({ topic, whenEmpty }: Schedule, day: string): Occasion | undefined {
    const events = eventsOnDay(library, day, topic);
    if (events.length) return { day, events };
    return whenEmpty === 'nearest' ? nearestOccasion(library, day, topic) : undefined;
  }

  async function tick() {
    const now = clock();
    if (lastTick !== undefined && now < lastTick) wakes.clear(); // The clock was set back: what it said before does not hold.
    lastTick = now;
    const due = [...all].filter(([at]) => (wakes.get(at) ?? now) <= now && !underWay.has(at));
    await Promise.all(due.map(([at]) => deliver(at)));
  }

  async function deliver(at: string) {
    underWay.add(at);
    try {
      while (await advance(at));
    } catch (error) {
      log.error('delivery-failed', error, { schedule: at });
    } finally {
      underWay.delete(at);
    }
  }

  /** Does the next thing that a schedule needs; whether there may be another at once. */
  async function advance(at: string): Promise<boolean> {
    const schedule = all.get(at);
    if (!schedule) return false;
    const now = clock();
    const step = nextStep(schedule, now);
    switch (step.kind) {
      case 'wait':
        wakes.set(at, schedule.paused ? now + HOUR : nextDue(schedule, now).dueAt);
        return false;
      case 'miss':
        await change(at, (one) => step.missed.reduce((left, due) => settle(left, due, { kind: 'missed' }, now), one));
        log.warn('posts-missed', { schedule: at, days: step.missed.map(({ day }) => day) });
        return true;
      case 'begin': {
        if (!occasion(schedule, step.due.day)) {
          await change(at, (one) => settle(one, step.due, { kind: 'nothing-to-post' }, now));
          return true;
        }
        // It may have been paused while this waited for its turn.
        const kept = await change(at, (one) => (one.paused ? one : record(one, step.due, now)));
        return kept?.intent ? send(at, kept, step.due, 'first') : false;
      }
      case 'send': {
        if (step.intent.uncertain) return send(at, schedule, step.intent, 'again');
        const kept = await change(at, (one) => resend(one, now));
        return kept ? send(at, kept, step.intent, 'first') : false;
      }
      case 'look':
        return look(at, schedule, step.intent, step.overdue);
      case 'give-up':
        await change(at, (one) => settle(one, step.intent, givenUp(one), now));
        log.warn('post-given-up', { schedule: at, day: step.intent.day });
        return true;
    }
  }

  async function send(at: string, schedule: Schedule, due: Due, sending: 'first' | 'again'): Promise<boolean> {
    const found = occasion(schedule, due.day);
    if (!found) {
      // The library has lost its events between the intent and now.
      await change(at, (one) => settle(one, due, { kind: 'nothing-to-post' }, clock()));
      return true;
    }
    const result = await reach(at, () =>
      post.send(schedule.channelId, card(schedule, due, found), {
        nonce: `${schedule.id}-${due.day}`,
        pings: schedule.roleId,
      }),
    );
    return conclude(at, due, result, sending);
  }

  async function look(at: string, schedule: Schedule, intent: Intent, overdue: boolean): Promise<boolean> {
    const marker = { kind: 'post', schedule: schedule.id, day: intent.day } as const;
    const since = Math.min(intent.recordedAt, clock()); // The clock that recorded it may have been ahead.
    const result = await reach(at, () => post.find(schedule.channelId, marker, since));
    if (result.kind === 'found') return conclude(at, intent, { ...result, kind: 'sent' }, 'again');
    if (result.kind === 'refused') {
      const reason = unverified(result.reason);
      if (!overdue) return conclude(at, intent, { kind: 'refused', reason }, 'again');
      await change(at, (one) => settle(one, intent, { kind: 'failed', reason }, clock()));
      return true;
    }
    // It is not there, so it was surely not sent.
    await change(at, (one) => (one.intent ? { ...one, intent: { ...one.intent, uncertain: false } } : one));
    return true;
  }

  async function conclude(at: string, due: Due, result: SendResult, sending: 'first' | 'again'): Promise<boolean> {
    if (result.kind === 'sent') {
      await change(at, (one) => settle(one, due, sent(due, result.messageId, result.at), clock()));
      log.info('posted', { schedule: at, day: due.day });
      return true;
    }
    await change(at, (one) => refuse(one, result.reason, clock(), sending));
    log.warn('post-refused', { schedule: at, day: due.day, reason: result.reason });
    return false;
  }

  /** Trouble is an answer too, once it is in the log: the post is tried again at the next tick. */
  async function reach<T>(
    at: string,
    call: () => Promise<T>,
  ): Promise<T | { kind: 'refused'; reason: { kind: 'trouble' } }> {
    try {
      return await call();
    } catch (error) {
      log.error('post-in-trouble', error, { schedule: at });
      return { kind: 'refused', reason: { kind: 'trouble' } };
    }
  }

  return {
    of,
    get: (guildId, id) => all.get(key(guildId, id)),
    zoneOf: (guildId) => (guildId ? of(guildId)[0]?.zone : undefined),
    async add(schedule) {
      const held = [...all.values(), ...arriving].filter(({ guildId }) => guildId === schedule.guildId);
      if (held.length >= SCHEDULES_PER_SERVER) return 'too-many';
      arriving.add(schedule);
      try {
        await store.update(keyOf(schedule), () => [schedule, undefined]);
        all.set(keyOf(schedule), schedule);
      } finally {
        arriving.delete(schedule);
      }
      return 'added';
    },
    async remove(guildId, id) {
      const at = key(guildId, id);
      const removed = await store.update(at, (current) => [undefined, current]);
      all.delete(at);
      wakes.delete(at);
      return removed;
    },
    pause: (guildId, id) => change(key(guildId, id), pause),
    resume: (guildId, id, now) => change(key(guildId, id), (one) => resume(one, now)),
    occasion,
    tick,
  };
}

/** Not to be allowed to look is not to know: unlike a refused post, it does not mean that nothing went out. */
function unverified(reason: PostRefusal): PostRefusal {
  return reason.kind === 'missing-permissions' ? { ...reason, kind: 'unverifiable' } : reason;
}

function byAge(a: Schedule, b: Schedule): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
