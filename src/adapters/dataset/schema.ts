/**
 * The shape of the files in `data/`. The JSON Schema files in `data/schema/`
 * are generated from here (`npm run data:schema`), so that an editor completes
 * and checks what a contributor writes.
 */

import { z } from 'zod';
import { TERM_FIELDS, type Term } from '../../domain/glossary.ts';
import {
  type Article,
  type Country,
  DIFFICULTIES,
  type DiplomaticEvent,
  EVENT_KINDS,
  type LoadedWord,
  type NeutralName,
  type Question,
  REGIONS,
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
const PARTIAL_DATE = 'a day (2020-09-29), a month (2020-09) or a year (2020)';
const partialDate = z
  .string(PARTIAL_DATE)
  .regex(new RegExp(`${z.regexes.date.source}|^\\d{4}(-(0[1-9]|1[0-2]))?$`), PARTIAL_DATE);
const factIds = z
  .array(slug)
  .min(1, 'every sentence and question names at least one fact')
  .describe('The ids of the facts that carry it, all of this article.');
const sentence = z.strictObject({ text: text.max(400).describe('One sentence in your own words.'), facts: factIds });
const sourceId = slug.describe('Unique in its article, such as "nikkei".');

const citation = {
  publisher: text.max(120).describe('Who published it, such as "Nikkei Asia".'),
  headline: text.max(350).describe('As the publisher wrote it.'),
  // A pattern, not z.url(): that makes a URL of each of some thousand addresses at every start.
  url: z
    .string()
    .regex(/^https?:\/\/[\w.-]+(:\d+)?(\/\S*)?$/, 'the whole address of a page, beginning with https://')
    .max(400)
    .meta({ format: 'uri' })
    .describe('As seen where it was read; no tracking parameters.'),
  authors: z.array(text.max(80)).min(1).max(5).optional().describe('Only names that the page itself gives.'),
  published: partialDate.optional().describe('The date stated on the page.'),
  checked: day.describe('The day on which you read it.'),
};
const furtherSource: z.ZodType<Source> = z.strictObject({ id: sourceId, ...citation });
const mainSource: z.ZodType<Source> = z.strictObject({
  id: sourceId,
  ...citation,
  published: partialDate.describe('The date stated on the page.'),
});

const questionBase = {
  id: slug.describe('Unique in its article.'),
  prompt: text
    .max(300)
    .describe('What is asked; for true-false the statement to judge. It must not contain the answer.'),
  facts: factIds,
  difficulty: z.literal(DIFFICULTIES).describe('1: what everybody should know. 3: what only a close reader will.'),
  explanation: text.max(600).describe('Why the answer is right, shown after answering.'),
};
const option = text.max(80);
const kind = <K extends Question['kind']>(name: K, description: string) => z.literal(name).describe(description);

export const questionSchema: z.ZodType<Question> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: kind('choice', 'One right option among wrong ones, shuffled when asked.'),
    ...questionBase,
    answer: option.describe('The right option, in words that stand in its facts.'),
    distractors: z.array(option).min(2).max(4).describe('Wrong options, about as long as the right one.'),
  }),
  z.strictObject({ kind: kind('true-false', 'A statement to judge.'), ...questionBase, answer: z.boolean() }),
  z.strictObject({
    kind: kind('year', 'A year of the Gregorian calendar.'),
    ...questionBase,
    answer: z.int().min(1000).max(2100),
  }),
  z.strictObject({
    kind: kind('text', 'A typed answer; case, accents and punctuation do not count.'),
    ...questionBase,
    answers: z.strictObject({
      accept: z.array(option).min(1).describe('What is right; the first is the one shown, in words of its facts.'),
      prompt: z
        .array(z.strictObject({ text: option, ask: text.max(200) }))
        .describe('What is right but too vague, and what to ask the player then.'),
      reject: z
        .array(z.strictObject({ text: option, reason: text.max(200) }))
        .describe('What is near but wrong, and why.'),
    }),
  }),
  z.strictObject({
    kind: kind('order', 'Things to put in order, earliest first; the order follows from their dates.'),
    ...questionBase,
    items: z
      .array(z.strictObject({ text: option, date: partialDate }))
      .min(3)
      .max(5)
      .describe('No two on the same date, each dated as one of the facts, and no date in the words.'),
  }),
]);

const $schema = z.string().optional();

/** A file of `data/articles/`. */
export const articleSchema = z.strictObject({
  $schema,
  id: slug.describe('Also the name of the file.'),
  headline: text.max(120).describe('In your own words.'),
  date: partialDate.describe('When what it tells of happened; of a longer story, when its main event did.'),
  source: mainSource.describe('What the article mainly rests on.'),
  furtherSources: z.array(furtherSource).max(40),
  verifiedOn: day.optional().describe('The day on which somebody else compared every fact with its source.'),
  topics: z.array(slug).min(1).describe('Ids from topics.json, the main one first.'),
  places: z.array(text),
  people: z.array(
    z.strictObject({
      name: text,
      role: text.describe('Office at the time, such as "Prime Minister of Japan (2020)".'),
    }),
  ),
  organisations: z.array(text),
  summary: z.strictObject({
    line: z.strictObject({ text: text.max(140).describe('The whole in one sentence.'), facts: factIds }),
    standard: z.array(sentence).min(3).max(5),
    full: z.array(sentence).min(6).max(12),
  }),
  facts: z
    .array(
      z.strictObject({
        id: slug.describe('Unique in its article.'),
        text: text.max(300).describe('One sentence in your own words that can stand alone.'),
        source: slug.describe('The id of the source that says it.'),
        paragraph: z.int().min(1).optional().describe('The paragraph of that source, counted from 1.'),
        date: partialDate.describe('The date it is about: a day, a month or a year.'),
        asOf: partialDate.describe('The day as of which it is known to hold.'),
        validUntil: partialDate.optional().describe('The last day on which it may be taught, if it can go stale.'),
      }),
    )
    .min(8, 'an article has at least 8 facts')
    .describe('At least 8.'),
  timeline: z
    .array(z.strictObject({ date: partialDate, text: text.max(300), facts: factIds }))
    .min(1)
    .describe('Earliest first.'),
  positions: z
    .array(z.strictObject({ party: text.max(80), text: text.max(400), facts: factIds }))
    .describe('What each party holds, where they differ; empty where they do not.'),
  questions: z
    .array(questionSchema)
    .min(8, 'an article has at least 8 questions')
    .describe('At least 8, of at least three kinds.'),
}) satisfies z.ZodType<Article>;

const eventSchema = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/, 'the date and a slug, such as "1956-10-19-joint-declaration"'),
  date: day.describe('In the Gregorian calendar.'),
  julianDate: day.optional().describe('The same day in the Julian calendar, where the source uses it.'),
  kind: z.literal(EVENT_KINDS).describe('What the date means. A treaty signed is not yet in force.'),
  title: text.max(120),
  text: text.max(400).describe('What happened, in one or two sentences.'),
  significance: text.max(300).describe('Why it mattered, in one sentence.'),
  parties: z.array(text).min(1),
  topics: z.array(slug).min(1).describe('Ids from topics.json.'),
  sources: z.array(z.strictObject(citation)).min(1).max(4),
  articles: z.array(slug).describe('Ids of the articles it belongs to; may be empty.'),
}) satisfies z.ZodType<DiplomaticEvent>;

/** A file of `data/events/`, named for its month: "01.json" to "12.json". */
export const eventsSchema = z.strictObject({
  $schema,
  events: z.array(eventSchema).describe('By day, those of one day by year.'),
});

const example = z.union(
  [
    z.strictObject({ text: text.max(300), article: slug, facts: factIds }),
    z.strictObject({ text: text.max(300), event: z.string() }),
  ],
  'an example with its text and either its article and facts, or its event',
);

/** `data/glossary.json` */
export const glossarySchema = z.strictObject({
  $schema,
  terms: z
    .array(
      z.strictObject({
        id: slug,
        name: text.max(60).describe('As it stands within a sentence, such as "note verbale".'),
        forms: z
          .array(text.max(60))
          .max(8)
          .describe(
            'Other forms in which texts have it: plurals, spellings, abbreviations. Typed as an answer, each is right.',
          ),
        field: z.literal(TERM_FIELDS).describe('What it belongs to; quizzes take their wrong options from there.'),
        definition: text.max(300).describe('One or two sentences that do not use the name.'),
        example: example.describe('The term in use, and what of the library says so.'),
        source: z.strictObject(citation),
        related: z.array(slug).max(5).describe('Ids of terms that are best told apart from it.'),
      }) satisfies z.ZodType<Term>,
    )
    .describe('By name.'),
});

/** `data/topics.json` */
export const topicsSchema = z.strictObject({
  $schema,
  topics: z.array(
    z.strictObject({ id: slug, name: text.max(60), description: text.max(100) }) satisfies z.ZodType<Topic>,
  ),
});

/** `data/countries.json` */
export const countriesSchema = z.strictObject({
  $schema,
  countries: z
    .array(
      z.strictObject({
        name: text.describe('As parties and places have it.'),
        also: z.array(text).min(1).optional().describe('Names for the same that are not to be used.'),
        region: z.literal(REGIONS).describe("Of the United Nations' geoscheme (M49)."),
      }) satisfies z.ZodType<Country>,
    )
    .describe('By name.'),
});

/** `data/neutral-names.json` */
export const neutralNamesSchema = z.strictObject({
  $schema,
  places: z.array(
    z.strictObject({
      id: slug,
      write: text.describe("How to write it, all sides' names or none."),
      neutral: z.array(text).min(1).optional().describe("Names that take no side; a side's own may stand beside one."),
      sides: z.array(z.strictObject({ party: text, names: z.array(text).min(1) })).min(1),
    }) satisfies z.ZodType<NeutralName>,
  ),
  words: z
    .array(
      z.strictObject({
        id: slug,
        forms: z.array(text).min(1).describe('The word as it may stand in a text.'),
        instead: text.describe('What to write.'),
        fine: z.array(text).min(1).optional().describe('Phrases in which it judges nobody.'),
      }) satisfies z.ZodType<LoadedWord>,
    )
    .describe('Words that judge a party. Quoted speech may use them.'),
});
