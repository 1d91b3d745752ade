/**
 * Options that several commands share, each with what it suggests while people
 * type and how what they typed becomes a value, or a refusal in words.
 */

import { type Context, type FlagOption, type Reply, type TextOption, type WholeOption, whisper } from './command.ts';
import { fold } from './domain/folding.ts';
import { capitalised, GLOSSARY_TOPIC, type Term } from './domain/glossary.ts';
import type { Article, Difficulty, Topic } from './domain/library.ts';
import { eventsOnDay } from './domain/occasions.ts';
import { type CalendarDay, isTimeZone } from './domain/time.ts';
import { daysLike, readDay } from './domain/typed.ts';
import { short } from './views/libraryCard.ts';
import { echo, noticeCard, unknownArticleCard } from './views/notices.ts';
import type { Words } from './words/words.ts';

/** Discord's most, for suggestions and for the characters of one. */
export const SUGGESTIONS = 25;
export const LABEL = 100;

export function articleOption<const T extends { required?: true }>(description: string, rest: T) {
  return { type: 'text', description, suggest: suggestArticles, ...rest } as const satisfies TextOption;
}

/** Of what there is to read; the glossary is no topic of that. */
export function topicOption(description: string) {
  return { type: 'text', description, suggest: suggestReadTopics } as const satisfies TextOption;
}

/** Of what there is to ask, the glossary among it. */
export function quizTopicOption(description: string) {
  return { type: 'text', description, suggest: suggestTopics } as const satisfies TextOption;
}

export function termOption(description: string) {
  return { type: 'text', description, suggest: suggestTerms } as const satisfies TextOption;
}

export function dayOption(description: string) {
  return { type: 'text', description, suggest: suggestDays } as const satisfies TextOption;
}

export function zoneOption<const T extends { required?: true }>(description: string, rest: T) {
  return { type: 'text', description, suggest: suggestZones, ...rest } as const satisfies TextOption;
}

export const privateOption = {
  type: 'flag',
  description: 'True: only you see the answer. Everyone here sees it if you leave this out.',
} as const satisfies FlagOption;

export const difficultyOption = {
  type: 'whole',
  description: 'How hard. Any if you leave it out.',
  choices: [
    { label: 'Easy', value: 1 },
    { label: 'Medium', value: 2 },
    { label: 'Hard', value: 3 },
  ],
} as const satisfies WholeOption;

/** To everyone, unless the caller wants it private. */
export function toAll(isPrivate: boolean | undefined): 'caller' | 'channel' {
  return isPrivate ? 'caller' : 'channel';
}

type Read<T> = { readonly is: T } | { readonly refused: Reply };

/** By its id, as suggestions give it, or by its headline as people type it. */
export function readArticle(typed: string, { library, search, words, mention }: Context): Read<Article> {
  const article = library.article(typed) ?? library.articles.find(({ headline }) => fold(headline) === fold(typed));
  if (article) return { is: article };
  const nearest = search.articles(typed, 5).flatMap((id) => library.article(id) ?? []);
  return { refused: whisper(unknownArticleCard(words, typed, nearest, mention('articles'))) };
}

/** A topic that has articles and events. */
export function readTopic(typed: string, context: Context): Read<Topic> {
  const topic = readQuizTopic(typed, context);
  if ('refused' in topic || topic.is.id !== GLOSSARY_TOPIC) return topic;
  const { title, text } = context.words.refusals.glossaryTopic;
  return { refused: whisper(noticeCard(title, text(context.mention('glossary')))) };
}

export function readQuizTopic(typed: string, { library, search, words }: Context): Read<Topic> {
  const topic = library.topic(typed) ?? library.topics.find(({ name }) => fold(name) === fold(typed));
  if (topic) return { is: topic };
  const nearest = search.topics(typed, 3).flatMap((id) => library.topic(id)?.name ?? []);
  const { title, text } = words.refusals.unknownTopic;
  return { refused: whisper(noticeCard(title, text(echo(typed), nearest))) };
}

/** By its id, or by any form in which it is written. */
export function readTerm(typed: string, { library, search, words }: Context): Read<Term> {
  const wanted = fold(typed);
  const term =
    library.term(typed) ??
    library.terms.find(({ name, forms }) => [name, ...forms].some((form) => fold(form) === wanted));
  if (term) return { is: term };
  const nearest = search.terms(typed, 3).flatMap((id) => library.term(id)?.name ?? []);
  const { title, text } = words.refusals.unknownTerm;
  return { refused: whisper(noticeCard(title, text(echo(typed), nearest))) };
}

export function readDayOption(typed: string, { today, words }: Context): Read<CalendarDay> {
  const day = readDay(typed, today, words.monthNames);
  if (day) return { is: day };
  return { refused: whisper(noticeCard(words.refusals.badDay.title, words.refusals.badDay.text(echo(typed)))) };
}

/** A zone by its name, or by that of its city. "EST" and its like, which keep no summer time, are offered, not taken. */
export function readZone(typed: string, { search, words }: Context): Read<string> {
  const wanted = typed.trim().toLowerCase();
  const known = search.zones(typed, 5).find((zone) => zone.toLowerCase() === wanted || cityOf(zone) === fold(typed));
  if (known) return { is: known };
  if (wanted.includes('/') && isTimeZone(wanted)) return { is: typed.trim() };
  const { title, text } = words.refusals.badZone;
  return { refused: whisper(noticeCard(title, text(echo(typed), search.zones(typed, 3)))) };
}

function cityOf(zone: string): string {
  return fold(zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '');
}

export function difficultyOf(level: number | undefined): Difficulty | undefined {
  return level === 1 || level === 2 || level === 3 ? level : undefined;
}

function suggestArticles(typed: string, { library, search }: Context) {
  const found = typed.trim()
    ? search.articles(typed, SUGGESTIONS).flatMap((id) => library.article(id) ?? [])
    : library.articles.slice(0, SUGGESTIONS);
  return found.map(({ id, headline }) => ({ label: short(headline, LABEL), value: id }));
}

function suggestTopics(typed: string, { library, search }: Context) {
  const found = typed.trim()
    ? search.topics(typed, SUGGESTIONS).flatMap((id) => library.topic(id) ?? [])
    : library.topics;
  return found.slice(0, SUGGESTIONS).map(({ id, name }) => ({ label: name, value: id }));
}

function suggestReadTopics(typed: string, context: Context) {
  return suggestTopics(typed, context).filter(({ value }) => value !== GLOSSARY_TOPIC);
}

function suggestTerms(typed: string, { library, search }: Context) {
  const found = typed.trim() ? search.terms(typed, SUGGESTIONS).flatMap((id) => library.term(id) ?? []) : library.terms;
  return found.slice(0, SUGGESTIONS).map(({ id, name }) => ({ label: capitalised(name), value: id }));
}

function suggestDays(typed: string, { library, today, words }: Context) {
  return daysLike(typed, today, words.monthNames, SUGGESTIONS).map((day) => ({
    label: words.day.suggestion(words.monthDay(day), eventsOnDay(library, day).length),
    value: day,
  }));
}

function suggestZones(typed: string, { search, schedules, caller }: Context) {
  const used = schedules.of(caller.guildId ?? '').map(({ zone }) => zone);
  const zones = typed.trim() ? search.zones(typed, SUGGESTIONS) : [...new Set([...used, 'UTC', ...COMMON_ZONES])];
  return zones.slice(0, SUGGESTIONS).map((zone) => ({ label: zone, value: zone }));
}

/** Offered before anything is typed: one for each of the longitudes where most people live. */
const COMMON_ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Moscow',
  'Africa/Lagos',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Jakarta',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
];

/** What the press refers to is gone from the library. */
export function expired(words: Words): Reply {
  return whisper(noticeCard(words.refusals.expired.title, words.refusals.expired.text));
}
