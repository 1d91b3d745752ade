/**
 * The shape of the files in `data/`. The JSON Schema files in `data/schema/`
 * are generated from here (`npm run data:schema`), so that an editor completes
 * and checks what a contributor writes.
 */

import { z } from 'zod';
import {
  type Article,
  DIFFICULTIES,
  type DiplomaticEvent,
  EVENT_KINDS,
  type NeutralName,
  type Question,
  type Source,
  type Topic,
} from '../../domain/library.ts';

const slug = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as "suga-putin-call-2020"');
const text = z
  .string()
  .min(1)
  .regex(/^\S(.*\S)?$/s, 'no space at the start or end');
const day = z.iso.date();
const partialDate = z.union(
  [day, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), z.string().regex(/^\d{4}$/)],
  'a day (2020-09-29), a month (2020-09) or a year (2020)',
);
const factIds = z.array(slug).min(1, 'names at least one fact');
const sentence = z.strictObject({ text: text.max(400), facts: factIds });

const citation = {
  publisher: text,
  headline: text.describe('As the publisher wrote it.'),
  url: z.url({ protocol: /^https?$/ }).describe('As seen where it was read; no tracking parameters.'),
  authors: z.array(text).min(1).optional().describe('Only names that the page itself gives.'),
  published: partialDate.optional().describe('The date stated on the page.'),
  checked: day.describe('The day on which you read it.'),
};
const furtherSource: z.ZodType<Source> = z.strictObject({ id: slug, ...citation });
const mainSource: z.ZodType<Source> = z.strictObject({ id: slug, ...citation, published: partialDate });

const questionBase = {
  id: slug,
  prompt: text.max(300),
  facts: factIds,
  difficulty: z.literal(DIFFICULTIES),
  explanation: text.max(600),
};
const option = text.max(80);

export const questionSchema: z.ZodType<Question> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    ...questionBase,
    answer: option,
    distractors: z.array(option).min(2).max(4),
  }),
  z.strictObject({ kind: z.literal('true-false'), ...questionBase, answer: z.boolean() }),
  z.strictObject({ kind: z.literal('year'), ...questionBase, answer: z.int().min(1000).max(2100) }),
  z.strictObject({
    kind: z.literal('text'),
    ...questionBase,
    answers: z.strictObject({
      accept: z.array(option).min(1),
      prompt: z.array(z.strictObject({ text: option, ask: text.max(200) })),
      reject: z.array(z.strictObject({ text: option, reason: text.max(200) })),
    }),
  }),
  z.strictObject({
    kind: z.literal('order'),
    ...questionBase,
    items: z
      .array(z.strictObject({ text: option, date: partialDate }))
      .min(3)
      .max(5),
  }),
]);

const $schema = z.string().optional();

/** A file of `data/articles/`. */
export const articleSchema = z.strictObject({
  $schema,
  id: slug,
  headline: text.max(120),
  source: mainSource,
  furtherSources: z.array(furtherSource),
  topics: z.array(slug).min(1),
  places: z.array(text),
  people: z.array(z.strictObject({ name: text, role: text })),
  organisations: z.array(text),
  summary: z.strictObject({
    line: z.strictObject({ text: text.max(140), facts: factIds }),
    standard: z.array(sentence).min(3).max(5),
    full: z.array(sentence).min(6).max(12),
  }),
  facts: z
    .array(
      z.strictObject({
        id: slug,
        text: text.max(300),
        source: slug,
        paragraph: z.int().min(1).optional(),
        date: partialDate,
        asOf: partialDate,
        validUntil: partialDate.optional(),
      }),
    )
    .min(8, 'an article has at least 8 facts'),
  timeline: z.array(z.strictObject({ date: partialDate, text: text.max(300), facts: factIds })).min(1),
  positions: z.array(z.strictObject({ party: text.max(80), text: text.max(400), facts: factIds })),
  questions: z.array(questionSchema).min(8, 'an article has at least 8 questions'),
}) satisfies z.ZodType<Article>;

const eventSchema = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/, 'the date and a slug, such as "1956-10-19-joint-declaration"'),
  date: day,
  julianDate: day.optional(),
  kind: z.literal(EVENT_KINDS),
  title: text.max(120),
  text: text.max(400),
  significance: text.max(300),
  parties: z.array(text).min(1),
  topics: z.array(slug).min(1),
  sources: z.array(z.strictObject(citation)).min(1),
  articles: z.array(slug),
}) satisfies z.ZodType<DiplomaticEvent>;

/** A file of `data/events/`, named for its month: "01.json" to "12.json". */
export const eventsSchema = z.strictObject({ $schema, events: z.array(eventSchema) });

/** `data/topics.json` */
export const topicsSchema = z.strictObject({
  $schema,
  topics: z.array(
    z.strictObject({ id: slug, name: text.max(60), description: text.max(100) }) satisfies z.ZodType<Topic>,
  ),
});

/** `data/neutral-names.json` */
export const neutralNamesSchema = z.strictObject({
  $schema,
  places: z.array(
    z.strictObject({
      id: slug,
      write: text,
      sides: z.array(z.strictObject({ party: text, names: z.array(text).min(1) })).min(2),
    }) satisfies z.ZodType<NeutralName>,
  ),
});
