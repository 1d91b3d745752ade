/** A server's schedules, and what became of their posts. */

import type { Library } from '../domain/library.ts';
import { type Delivery, nextDue, type Outcome, type PostRefusal, type Schedule } from '../domain/schedules.ts';
import type { Instant } from '../domain/time.ts';
import type { Words } from '../words/words.ts';
import { type Card, charactersIn, rule, text } from './card.ts';
import { bold, heading, plain, small, timestamp } from './markdown.ts';
import { pageOf, turning } from './pages.ts';

const SCHEDULES_PER_PAGE = 10;
/** All that a schedule remembers, where there is room. */
const DELIVERIES_PER_PAGE = 15;

/** One schedule after something was done to it. */
export function scheduleCard(
  words: Words,
  library: Library,
  {
    schedule,
    title,
    notes = [],
    now,
  }: {
    readonly schedule: Schedule;
    readonly title: string;
    readonly notes?: readonly string[];
    readonly now: Instant;
  },
): Card {
  return {
    tone: 'plain',
    blocks: [text(heading(title), ...scheduleLines(words, library, schedule, now), ...notes)],
  };
}

export function schedulesCard(
  words: Words,
  library: Library,
  { schedules, page, now }: { readonly schedules: readonly Schedule[]; readonly page: number; readonly now: Instant },
): Card {
  const body = (some: readonly Schedule[]) => [
    text(heading(words.schedule.listTitle)),
    ...some.map((schedule) => text(...scheduleLines(words, library, schedule, now))),
  ];
  const shown = pageOf(schedules, page, SCHEDULES_PER_PAGE, (some) => charactersIn(body(some)));
  return {
    tone: 'plain',
    blocks: [...body(shown.entries), ...turning(words, shown, (to) => ({ kind: 'schedules', page: to }))],
  };
}

/** The last deliveries, newest first, each with its outcome and the reason. */
export function whyCard(
  words: Words,
  library: Library,
  { schedule, page, now }: { readonly schedule: Schedule; readonly page: number; readonly now: Instant },
): Card {
  const { deliveries, intent } = schedule;
  const lines = [
    ...(intent ? [`${bold(words.date(intent.day))}: ${words.schedule.unsettled}`] : []),
    ...deliveries.toReversed().map((delivery) => deliveryLine(words, delivery)),
  ];
  const body = (some: readonly string[]) => [
    text(heading(words.schedule.whyTitle), ...scheduleLines(words, library, schedule, now)),
    rule,
    text(...(some.length ? some : [words.schedule.whyNone])),
  ];
  const shown = pageOf(lines, page, DELIVERIES_PER_PAGE, (some) => charactersIn(body(some)));
  return {
    tone: schedule.failing ? 'trouble' : 'plain',
    blocks: [
      ...body(shown.entries),
      ...turning(words, shown, (to) => ({ kind: 'why', schedule: schedule.id, page: to })),
    ],
  };
}

export function refusalReason(words: Words, reason: PostRefusal): string {
  switch (reason.kind) {
    case 'unknown-channel':
      return words.schedule.reasons.unknownChannel;
    case 'missing-permissions':
      return words.schedule.reasons.missing(reason.permissions);
    case 'trouble':
      return words.schedule.reasons.trouble;
    case 'unverifiable':
      return words.schedule.reasons.unverifiable(reason.permissions);
  }
}

function scheduleLines(words: Words, library: Library, schedule: Schedule, now: Instant): readonly string[] {
  const { channelId, time, zone, weekdays, topic, roleId, whenEmpty, paused, failing } = schedule;
  const { dueAt } = nextDue(schedule, now);
  const details = [
    topic && words.schedule.topic(plain(library.topic(topic)?.name ?? topic)),
    roleId && words.schedule.mentions(`<@&${roleId}>`),
    whenEmpty === 'nearest' ? words.schedule.nearest : words.schedule.nothing,
  ];
  return [
    words.schedule.line(`<#${channelId}>`, bold(time), zone, words.weekdays(weekdays)),
    small(details.filter(Boolean).join(' · ')),
    paused ? `⏸️ ${words.schedule.paused}` : words.schedule.nextPost(timestamp(dueAt, 'f'), timestamp(dueAt, 'R')),
    ...(failing
      ? [`⚠️ ${bold(words.schedule.failing)}: ${refusalReason(words, failing.reason)}. ${words.schedule.recovers}`]
      : []),
  ];
}

function deliveryLine(words: Words, { day, at, outcome }: Delivery): string {
  return `${bold(words.date(day))}: ${outcomeText(words, outcome, at)}`;
}

function outcomeText(words: Words, outcome: Outcome, at: Instant): string {
  switch (outcome.kind) {
    case 'on-time':
      return `✅ ${words.schedule.onTime(timestamp(at, 'f'))}`;
    case 'late':
      return `🕑 ${words.schedule.late(timestamp(at, 'f'))}`;
    case 'missed':
      return `⚪ ${words.schedule.missed}`;
    case 'failed':
      return `❌ ${words.schedule.failed(refusalReason(words, outcome.reason))}`;
    case 'nothing-to-post':
      return `⚪ ${words.schedule.nothingToPost}`;
  }
}
