/** What happened on a day: on request, and as a channel's scheduled post. */

import type { DiplomaticEvent, Library } from '../domain/library.ts';
import { nearestOccasion, type Occasion } from '../domain/occasions.ts';
import { addDays, type CalendarDay, monthDayOf, yearOf } from '../domain/time.ts';
import type { Words } from '../words/words.ts';
import { type NewSeries, sourceLine } from './articleCards.ts';
import { type Block, buttons, type Card, text } from './card.ts';
import { articlesMenu } from './libraryCard.ts';
import { bold, heading, plain, small } from './markdown.ts';
import { pageOf, turning } from './pages.ts';

const EVENTS_PER_PAGE = 5;

export interface DayView {
  readonly day: CalendarDay;
  readonly events: readonly DiplomaticEvent[];
  readonly topic?: { readonly id: string; readonly name: string } | undefined;
  readonly page: number;
  readonly series: NewSeries;
}

/** The events of a day, oldest first, with the way to the days around it. */
export function dayCard(words: Words, library: Library, { day, events, topic, page, series }: DayView): Card {
  const shown = pageOf(events, page, EVENTS_PER_PAGE, (event) => eventLines(words, event, day).length + 1);
  const none = topic ? words.day.noneOn(plain(topic.name)) : words.day.none;
  const scope = quizScope(library, events);
  const nearest = events.length ? undefined : nearestOccasion(library, day, topic?.id);
  return {
    tone: 'plain',
    blocks: [
      text(heading(words.day.title(words.monthDay(day))), topic && small(words.schedule.topic(plain(topic.name)))),
      text(...(events.length ? shown.entries.map((event) => eventLines(words, event, day)) : [none])),
      ...turning(words, shown, (to) => ({ kind: 'day', day, topic: topic?.id, page: to })),
      buttons(
        { label: words.day.previousDay, press: { kind: 'day', day: addDays(day, -1), topic: topic?.id, page: 0 } },
        { label: words.day.nextDay, press: { kind: 'day', day: addDays(day, 1), topic: topic?.id, page: 0 } },
        nearest && {
          label: words.day.nearest(words.monthDay(nearest.day)),
          press: { kind: 'day', day: nearest.day, topic: topic?.id, page: 0 },
          main: true,
        },
        scope && {
          label: words.day.quizMe,
          press: { kind: 'ask', place: { scope, seed: series, number: 0 } },
          main: true,
        },
      ),
      ...readMore(words, library, events),
    ],
  };
}

/** A channel's post. Its first button carries the schedule and the day, by which the post is found again. */
export function postCard(
  words: Words,
  library: Library,
  {
    schedule,
    day,
    occasion,
    roleId,
  }: {
    readonly schedule: string;
    readonly day: CalendarDay;
    readonly occasion: Occasion;
    readonly roleId?: string | undefined;
  },
): Card {
  const near = monthDayOf(occasion.day) !== monthDayOf(day);
  const title = near ? words.day.nearTitle : words.day.title;
  const shown = pageOf(
    occasion.events,
    0,
    EVENTS_PER_PAGE,
    (event) => eventLines(words, event, occasion.day).length + 1,
  );
  return {
    tone: 'plain',
    blocks: [
      text(heading(title(words.monthDay(occasion.day))), roleId && `<@&${roleId}>`),
      text(...shown.entries.map((event) => eventLines(words, event, occasion.day))),
      buttons(
        { label: words.day.quizMe, press: { kind: 'post', schedule, day }, main: true },
        {
          label: words.day.title(words.monthDay(occasion.day)),
          press: { kind: 'day', day: occasion.day, page: 0 },
        },
      ),
      ...readMore(words, library, shown.entries),
    ],
  };
}

/** Which questions a day's “Quiz me” draws on: the first of its events' articles, or else their first topic that has any. */
export function quizScope(library: Library, events: readonly DiplomaticEvent[]) {
  const article = events.flatMap(({ articles }) => articles)[0];
  if (article) return { article };
  const topic = events.flatMap(({ topics }) => topics).find((id) => library.articlesOn(id).length);
  return topic ? { topic } : undefined;
}

function eventLines(words: Words, event: DiplomaticEvent, day: CalendarDay): string {
  const { date, julianDate, kind, title, text: what, significance, sources } = event;
  const years = yearOf(day) - yearOf(date);
  const when = [
    words.eventKind(kind),
    years > 0 && words.day.yearsAgo(years),
    julianDate && words.day.julian(words.date(julianDate)),
  ];
  return [
    bold(`${yearOf(date)} · ${title}`),
    small(when.filter(Boolean).join(' · ')),
    plain(what),
    `*${words.day.why}:* ${plain(significance)}`,
    ...sources.map((source) => small(sourceLine(words, source))),
  ].join('\n');
}

function readMore(words: Words, library: Library, events: readonly DiplomaticEvent[]): readonly Block[] {
  const ids = new Set(events.flatMap(({ articles }) => articles));
  const articles = library.articles.filter(({ id }) => ids.has(id));
  return articles.length ? [articlesMenu(articles, words.day.readMore)] : [];
}
