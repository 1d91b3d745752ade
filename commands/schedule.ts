import { action, type Context, commandGroup, type Reply, type TextOption, whisper } from '../src/command.ts';
import { fold } from '../src/domain/folding.ts';
import { newSeed } from '../src/domain/random.ts';
import { nextDue, SCHEDULES_PER_SERVER, type Schedule } from '../src/domain/schedules.ts';
import { readTime, readWeekdays } from '../src/domain/typed.ts';
import {
  dayOption,
  LABEL,
  readDayOption,
  readTopic,
  readZone,
  SUGGESTIONS,
  topicOption,
  zoneOption,
} from '../src/options.ts';
import type { Card } from '../src/views/card.ts';
import { postCard } from '../src/views/dayCards.ts';
import { short } from '../src/views/libraryCard.ts';
import { echo, noticeCard } from '../src/views/notices.ts';
import { scheduleCard, schedulesCard, whyCard } from '../src/views/scheduleCards.ts';

const scheduleOption = {
  type: 'text',
  description: 'Which schedule: pick one from the list.',
  required: true,
  suggest: suggestSchedules,
} as const satisfies TextOption;

export default commandGroup({
  name: 'schedule',
  description: 'The daily on-this-day post of a channel.',
  where: 'server',
  requires: 'Manage Server',
  actions: {
    add: action({
      description: 'Post what happened on this day into a channel, once a day.',
      options: {
        channel: { type: 'channel', description: 'Where to post.', required: true },
        time: { type: 'text', description: 'Local time, such as 09:00.', required: true, suggest: suggestTimes },
        zone: zoneOption('Time zone: type a city and pick one.', { required: true }),
        weekdays: {
          type: 'text',
          description: 'Such as “weekdays” or “Mon, Thu”. Every day if you leave it out.',
          suggest: suggestWeekdays,
        },
        topic: topicOption('Only events on one topic. All topics if you leave it out.'),
        role: { type: 'role', description: 'A role to mention in the post. None if you leave it out.' },
        'when-empty': {
          type: 'text',
          description: 'On days without a fitting event. Nothing is posted if you leave it out.',
          choices: [
            { label: 'Post nothing', value: 'nothing' },
            { label: 'Post the nearest anniversary', value: 'nearest' },
          ],
        },
      },

      async run({ channel, time, zone, weekdays, topic: typed, role, 'when-empty': whenEmpty }, context) {
        const { words, schedules, caller, now, random, library } = context;
        const at = readTime(time);
        if (!at) return refused(words.refusals.badTime.title, words.refusals.badTime.text(echo(time)));
        const knownZone = readZone(zone, context);
        if ('refused' in knownZone) return knownZone.refused;
        const days = readWeekdays(weekdays ?? 'every day', words.weekday);
        if (!days)
          return refused(words.refusals.badWeekdays.title, words.refusals.badWeekdays.text(echo(weekdays ?? '')));
        const topic = typed === undefined ? undefined : readTopic(typed, context);
        if (topic && 'refused' in topic) return topic.refused;
        if (channel.missing.length) {
          const { title, text } = words.refusals.cannotPost;
          return refused(title, text(`<#${channel.id}>`, channel.missing));
        }

        const schedule: Schedule = {
          id: newSeed(random),
          guildId: caller.guildId ?? '',
          channelId: channel.id,
          time: at,
          zone: knownZone.is,
          weekdays: days,
          topic: topic?.is.id,
          roleId: role?.id,
          whenEmpty: whenEmpty === 'nearest' ? 'nearest' : 'nothing',
          createdAt: now,
          paused: false,
          since: now,
          deliveries: [],
        };
        if ((await schedules.add(schedule)) === 'too-many') {
          return refused(
            words.refusals.tooManySchedules.title,
            words.refusals.tooManySchedules.text(SCHEDULES_PER_SERVER),
          );
        }
        const notes = role && !role.pingable ? [words.schedule.notPingable(`<@&${role.id}>`)] : [];
        return whisper(scheduleCard(words, library, { schedule, title: words.schedule.added, notes, now }));
      },
    }),

    list: action({
      description: 'The schedules of this server.',
      options: {},
      run: (_, context) => whisper(listed(0, context)),
    }),

    why: action({
      description: 'What became of the last posts of a schedule: on time, late, missed or failed, and why.',
      options: { schedule: scheduleOption },
      run: ({ schedule: id }, context) =>
        withSchedule(id, context, (schedule) => whisper(reasons(schedule, 0, context))),
    }),

    pause: action({
      description: 'Stop a schedule for a while, without losing it.',
      options: { schedule: scheduleOption },
      run: ({ schedule: id }, context) =>
        withSchedule(id, context, async ({ guildId }) =>
          done(await context.schedules.pause(guildId, id), context, context.words.schedule.pausedNow, [
            context.words.schedule.keptQuiet,
          ]),
        ),
    }),

    resume: action({
      description: 'Let a paused schedule go on.',
      options: { schedule: scheduleOption },
      run: ({ schedule: id }, context) =>
        withSchedule(id, context, async ({ guildId }) =>
          done(await context.schedules.resume(guildId, id, context.now), context, context.words.schedule.resumedNow),
        ),
    }),

    remove: action({
      description: 'Remove a schedule for good.',
      options: { schedule: scheduleOption },
      run: ({ schedule: id }, context) =>
        withSchedule(id, context, async ({ guildId }) =>
          done(await context.schedules.remove(guildId, id), context, context.words.schedule.removed),
        ),
    }),

    preview: action({
      description: 'See a post before it goes out. Only you see it.',
      options: { schedule: scheduleOption, date: dayOption('Which day. The next one due if you leave it out.') },
      run: ({ schedule: id, date }, context) =>
        withSchedule(id, context, (schedule) => preview(schedule, date, context)),
    }),
  },

  presses: {
    schedules: ({ page }, context) => ({ to: 'here', card: listed(page, context) }),
    why: ({ schedule: id, page }, context) =>
      withSchedule(id, context, (schedule): Reply => ({ to: 'here', card: reasons(schedule, page, context) })),
  },
});

function listed(page: number, { schedules, caller, words, library, now, mention }: Context): Card {
  const all = schedules.of(caller.guildId ?? '');
  if (!all.length) return noticeCard(words.schedule.listTitle, words.schedule.none(mention('schedule add')));
  return schedulesCard(words, library, { schedules: all, page, now });
}

function reasons(schedule: Schedule, page: number, { words, library, now }: Context): Card {
  return whyCard(words, library, { schedule, page, now });
}

function preview(schedule: Schedule, date: string | undefined, context: Context): Reply {
  const { library, words, schedules, now } = context;
  const typed = date === undefined ? undefined : readDayOption(date, context);
  if (typed && 'refused' in typed) return typed.refused;
  const day = typed?.is ?? nextDue(schedule, now).day;
  const occasion = schedules.occasion(schedule, day);
  if (!occasion) return refused(words.schedule.previewOf(words.date(day)), words.schedule.nothingToPost);
  return whisper(postCard(words, library, { schedule: schedule.id, day, occasion, roleId: schedule.roleId }));
}

function withSchedule<T>(
  id: string,
  { schedules, caller, words, mention }: Context,
  then: (schedule: Schedule) => T,
): T | Reply {
  const schedule = schedules.get(caller.guildId ?? '', id);
  return schedule
    ? then(schedule)
    : refused(words.refusals.noSchedule.title, words.refusals.noSchedule.text(mention('schedule list')));
}

function done(
  schedule: Schedule | undefined,
  { words, library, now, mention }: Context,
  title: string,
  notes: readonly string[] = [],
): Reply {
  if (!schedule)
    return refused(words.refusals.noSchedule.title, words.refusals.noSchedule.text(mention('schedule list')));
  return whisper(scheduleCard(words, library, { schedule, title, notes, now }));
}

function refused(title: string, sentence: string): Reply {
  return whisper(noticeCard(title, sentence));
}

function suggestSchedules(typed: string, { schedules, caller, words, channelName }: Context) {
  const wanted = fold(typed);
  return schedules
    .of(caller.guildId ?? '')
    .map(({ id, channelId, time, weekdays, zone }) => ({
      label: words.schedule.option(channelName(channelId) ?? channelId, time, words.weekdays(weekdays), zone),
      value: id,
    }))
    .filter(({ label }) => fold(label).includes(wanted))
    .slice(0, SUGGESTIONS)
    .map(({ label, value }) => ({ label: short(label, LABEL), value }));
}

function suggestTimes(typed: string) {
  const known = readTime(typed);
  const clock = Array.from(
    { length: 48 },
    (_, half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
  );
  const fitting = clock.filter((time) => time.startsWith(typed.trim()) || time.startsWith(`0${typed.trim()}`));
  const order = typed.trim() ? fitting : [...clock.slice(14), ...clock.slice(0, 14)];
  return offered([...(known ? [known] : []), ...order]);
}

function suggestWeekdays(typed: string, { words }: Context) {
  const known = readWeekdays(typed, words.weekday);
  const offers = ['every day', 'weekdays', 'weekends', ...([1, 2, 3, 4, 5, 6, 7] as const).map(words.weekday)];
  const fitting = offers.filter((offer) => offer.toLowerCase().startsWith(typed.trim().toLowerCase()));
  return offered([...fitting, ...(known ? [words.weekdays(known)] : [])]);
}

function offered(values: readonly string[]) {
  return [...new Set(values)].slice(0, SUGGESTIONS).map((value) => ({ label: value, value }));
}
