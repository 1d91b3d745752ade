/**
 * What the library holds, as a page of the documentation with a picture of the
 * year. Both follow from the dataset alone, so they can be checked to be current.
 */

import { join } from 'node:path';
import { type Holdings, holdingsOf, LONG_QUIZ } from '../../domain/holdings.ts';
import { buildLibrary } from '../../domain/library.ts';
import type { Checked } from './check.ts';
import type { Generated } from './generated.ts';

const PAGE = 'library.md';
const PICTURE = 'pictures/library-year.svg';

/** Before anything lapses, so that the page does not change with the day on which it is written. */
const ALWAYS = '0000-01-01';

/** The page and the picture, for the folder `docs`. */
export function reportOf({ parts, countries }: Checked, docs: string): readonly Generated[] {
  const holdings = holdingsOf(buildLibrary(parts), countries, ALWAYS);
  return [
    { file: join(docs, PAGE), text: page(holdings) },
    { file: join(docs, PICTURE), text: picture(holdings.days) },
  ];
}

function page(holdings: Holdings): string {
  const { fairness, days, lapsing } = holdings;
  const beyond = share(holdings.eventsBeyondEurope, holdings.events);
  const verified = holdings.byArticle.filter(({ article }) => article.verifiedOn);
  const fewest = Math.min(...days.map(({ events }) => events));
  return `# What the library holds

Generated from \`data/\` by \`npm run data:report\`; do not edit.

${list([
  `${holdings.articles} articles with ${holdings.facts} facts and ${holdings.questions} questions, ${verified.length} of them read again by somebody who did not write them`,
  `${holdings.events} events on ${days.filter(({ events }) => events > 0).length} of 366 days, at least ${fewest} on each; ${beyond} with a party outside Europe and Northern America`,
  `${holdings.terms} terms in the glossary`,
  `${holdings.countries.length} countries, today's and former ones, by name`,
])}

## The year

![Events on each of the 366 days: a square for each day, the darker the more](${PICTURE})

## Topics

\`Quiz\` is how many different questions a quiz of ${LONG_QUIZ} finds, some of them made from events.

${table(
  ['Topic', 'Articles', 'Facts', 'Questions', 'Events', 'Quiz'],
  holdings.topics.map(({ topic, articles, facts, questions, events, quiz }) => [
    topic.name,
    articles,
    facts,
    questions,
    events,
    quiz,
  ]),
)}

## Regions and countries

Events by the regions of their parties (United Nations geoscheme, M49); an event can count for several.

${table(
  ['Region', 'Events'],
  holdings.eventsByRegion.map(({ region, events }) => [region, events]),
)}

${table(
  ['Country', 'Articles', 'Events'],
  holdings.countries.map(({ country, articles, events }) => [country.name, articles, events]),
)}

## Decades

Articles by the date of what they tell of.

${table(
  ['Decade', 'Articles', 'Facts', 'Events'],
  holdings.decades.map(({ decade, articles, facts, events }) => [`${decade}s`, articles, facts, events]),
)}

## Kinds

${table(['Question', 'Number'], Object.entries(holdings.questionKinds))}

${table(['Event', 'Number'], Object.entries(holdings.eventKinds))}

## Fairness of the questions

${list([
  `Among choice questions the right option is the longest in ${fairness.lengths.longest}, the shortest in ${fairness.lengths.shortest}, and neither in ${fairness.lengths.between}`,
  `Shuffled by one seed it stands ${fairness.positions.map((times, at) => `${times} times at place ${at + 1}`).join(', ')}`,
  `Of the statements to judge, ${fairness.truths.true} are true and ${fairness.truths.false} false`,
  `Difficulty: ${fairness.difficulties[1]} easy, ${fairness.difficulties[2]} medium, ${fairness.difficulties[3]} hard`,
])}

## Facts that lapse

${
  lapsing.length
    ? table(
        ['Until', 'Article', 'Fact'],
        lapsing.map(({ on, article, fact }) => [on, article.id, fact.text]),
      )
    : 'None.'
}

## Articles

${table(
  ['Article', 'Date', 'Main topic', 'Facts', 'Questions', 'Sources', 'Publishers', 'Read again'],
  holdings.byArticle.map(({ article, questions, publishers }) => [
    `${article.headline} (\`${article.id}\`)`,
    article.date,
    article.topics[0] ?? '',
    article.facts.length,
    questions,
    article.furtherSources.length + 1,
    publishers,
    article.verifiedOn ?? 'not yet',
  ]),
)}

## Where it was read

${table(
  ['Site', 'Articles', 'Events'],
  holdings.domains.map(({ domain, articles, events }) => [domain, articles, events]),
)}
`;
}

/** Sides and gaps of the picture, in pixels. */
const CELL = 20;
const STEP = 23;
const LEFT = 44;
const TOP = 26;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** From none to five and more; the number stands in each square too. */
const SHADES = ['#e8e8ec', '#c9dcf2', '#9cc2ea', '#659fdc', '#3576bd', '#1c4f8b'];

function picture(days: Holdings['days']): string {
  const width = LEFT + 31 * STEP + 8;
  const height = TOP + 12 * STEP + 8;
  const heads = Array.from(
    { length: 31 },
    (_, day) => `<text x="${LEFT + day * STEP + CELL / 2}" y="${TOP - 8}">${day + 1}</text>`,
  );
  const names = MONTHS.map(
    (name, month) => `<text x="${LEFT / 2}" y="${TOP + month * STEP + CELL / 2 + 4}">${name}</text>`,
  );
  const cells = days.map(({ day, events }) => {
    const x = LEFT + (Number(day.slice(3)) - 1) * STEP;
    const y = TOP + (Number(day.slice(0, 2)) - 1) * STEP;
    const shade = Math.min(events, SHADES.length - 1);
    const ink = shade > 2 ? '#ffffff' : '#1f2328';
    return `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" rx="3" fill="${SHADES[shade]}"/><text x="${x + CELL / 2}" y="${y + CELL / 2 + 4}" fill="${ink}">${events}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Events on each day of the year" font-family="sans-serif" font-size="11" text-anchor="middle">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${[...heads, ...names, ...cells].join('\n')}
</svg>
`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const aligned = head.map((_, column) => (typeof rows[0]?.[column] === 'number' ? '---:' : '---'));
  return [line(head), line(aligned), ...rows.map(line)].join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}.`).join('\n');
}

function share(part: number, whole: number): string {
  return whole ? `${part} (${Math.round((100 * part) / whole)} %)` : '0';
}
