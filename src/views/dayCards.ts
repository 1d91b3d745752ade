/** What happened on a day: on request, and as a channel's scheduled post. */

import type { DiplomaticEvent, Library } from '../domain/library.ts';
import { nearestOccasion, type Occasion } from '../domain/occasions.ts';
import { addDays, type CalendarDay, monthDayOf, yearOf } from '../domain/time.ts';
import type { Words } from '../words/words.ts';
import { type NewSeries, sourceLine } from './articleCards.ts';
import { type Block, buttons, type Card, charactersIn, text } from './card.ts';
import { articlesMenu } from './libraryCard.ts';
import { bold, heading, link, plain, small } from './markdown.ts';
import { pageOf, turning } from './pages.ts';

const EVENTS_PER_PAGE = 5;
/** So much of a page is left to one event's sources; when they are longer, they come without headlines. */
const SOURCE_CHARACTERS = 2000;

export interface DayView {
  readonly day: CalendarDay;
  readonly events: readonly DiplomaticEvent[];
  readonly topic?: { readonly id: string; readonly name: string } | undefined;
  readonly page: number;
  readonly series: NewSeries;
}

/** The events of a day, oldest first, with the way to the days around it. */
export function dayCard(words: Words, library: Library, { day, events, topic, page, series }: DayView): Card {
  const none = topic ? words.day.noneOn(plain(topic.name)) : words.day.none;
  const body = (some: readonly Told[]) => [
    text(heading(words.day.title(words.monthDay(day))), topic && small(words.schedule.topic(plain(topic.name)))),
    text(...(some.length ? some.map(({ lines }) => lines) : [none])),
  ];
  const shown = pageOf(told(words, events, day), page, EVENTS_PER_PAGE, (some) => charactersIn(body(some)));
  const scope = quizScope(library, events);
  const nearest = events.length ? undefined : nearestOccasion(library, day, topic?.id);
  return {
    tone: 'plain',
    blocks: [
      ...body(shown.entries),
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
      ...readMore(words, library, shown.entries),
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
  const body = (some: readonly Told[]) => [
    text(heading(title(words.monthDay(occasion.day))), roleId && `<@&${roleId}>`),
    text(...some.map(({ lines }) => lines)),
  ];
  const all = told(words, occasion.events, occasion.day);
  const shown = pageOf(all, 0, EVENTS_PER_PAGE, (some) => charactersIn(body(some)));
  return {
    tone: 'plain',
    blocks: [
      ...body(shown.entries),
      ...(shown.of > 1 ? [text(small(words.day.more(occasion.events.length - shown.entries.length)))] : []),
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

/** An event and how it is told. */
type Told = DiplomaticEvent & { readonly lines: string };

function told(words: Words, events: readonly DiplomaticEvent[], day: CalendarDay): readonly Told[] {
  return events.map((event) => ({ ...event, lines: eventLines(words, event, day) }));
}

function eventLines(words: Words, event: DiplomaticEvent, day: CalendarDay): string {
  const { date, julianDate, kind, title, text: what, significance, sources } = event;
  const years = yearOf(day) - yearOf(date);
  const when = [
    words.eventKind(kind),
    monthDayOf(date) !== monthDayOf(day) && words.date(date),
    years > 0 && words.day.yearsAgo(years),
    julianDate && words.day.julian(words.date(julianDate)),
  ];
  const lines = sources.map((source) => small(sourceLine(words, source)));
  const fits = lines.join('\n').length <= SOURCE_CHARACTERS;
  return [
    bold(`${yearOf(date)} · ${title}`),
    small(when.filter(Boolean).join(' · ')),
    plain(what),
    `*${words.day.why}:* ${plain(significance)}`,
    ...(fits ? lines : sources.map(({ publisher, url }) => small(link(publisher, url)))),
  ].join('\n');
}

function readMore(words: Words, library: Library, events: readonly DiplomaticEvent[]): readonly Block[] {
  const ids = new Set(events.flatMap(({ articles }) => articles));
  const articles = library.articles.filter(({ id }) => ids.has(id));
  return articles.length ? [articlesMenu(articles, words.day.readMore)] : [];
}
