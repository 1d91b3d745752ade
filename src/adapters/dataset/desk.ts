import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { idleFacts } from '../../domain/audit/citations.ts';
import { expiring } from '../../domain/audit/expiring.ts';
import { copiedPassages } from '../../domain/audit/sharedRuns.ts';
import type { Answer } from './answer.ts';
import { type Checked, checkDataset } from './check.ts';
import { countFaults, type Fault, inReadingOrder, printFault } from './faults.ts';
import { staleGenerated, writeGenerated } from './generated.ts';
import { jsonSchemas } from './jsonSchemas.ts';
import { reportOf } from './report.ts';
import { verify } from './verify.ts';

const USAGE = `Usage:
  npm run data:check                                    check the whole dataset
  npm run data:check -- --source FILE --article ID      … and what the article shares with a source text (repeatable)
  npm run data:schema                                   write the JSON Schemas that editors read
  npm run data:verify -- FILE.csv                       compare the events with a reference (date,title,parties)
  npm run data:report                                   write what the library holds into docs/
  npm run data:report -- --check                        … or only say whether that is up to date`;

/** Where the dataset's tools read and write. */
export interface Places {
  readonly data: string;
  readonly docs: string;
}

/** Carries out a command of the dataset's tools. `today` is YYYY-MM-DD. */
export async function answer(args: readonly string[], { data, docs }: Places, today: string): Promise<Answer> {
  const asked = readArguments(args);
  if (typeof asked === 'string') return { lines: [asked, USAGE], exitCode: 2 };
  switch (asked.command) {
    case 'check':
      return checkAll(data, today, asked.comparisons);
    case 'schema':
      return wrote(await writeGenerated(jsonSchemas(data)));
    case 'verify':
      return onSound(await checkDataset(data, today), (checked) => verify(checked, asked.reference));
    case 'report':
      return onSound(await checkDataset(data, today), (checked) => report(checked, docs, asked.onlyCheck));
  }
}

/** What cannot be trusted is neither compared nor counted. */
async function onSound(checked: Checked, use: (checked: Checked) => Promise<Answer>): Promise<Answer> {
  const { faults } = checked;
  if (!faults.length) return use(checked);
  return { lines: [`The dataset has ${countFaults(faults)}. Run npm run data:check.`], exitCode: 1 };
}

async function report(checked: Checked, docs: string, onlyCheck: boolean): Promise<Answer> {
  const files = reportOf(checked, docs);
  if (!onlyCheck) return wrote(await writeGenerated(files));
  const stale = await staleGenerated(files, 'Run npm run data:report.');
  if (stale.length) return { lines: stale.map(printFault), exitCode: 1 };
  return { lines: ['The report is up to date.'], exitCode: 0 };
}

/** An article to hold against a text it was curated from. */
interface Comparison {
  readonly article: string;
  readonly source: string;
}

type Asked =
  | { readonly command: 'check'; readonly comparisons: readonly Comparison[] }
  | { readonly command: 'schema' }
  | { readonly command: 'verify'; readonly reference: string }
  | { readonly command: 'report'; readonly onlyCheck: boolean };

/** The flags of each command; those with a value are texts. */
const FLAGS: Readonly<Record<Asked['command'], readonly string[]>> = {
  check: ['source', 'article'],
  schema: [],
  verify: [],
  report: ['check'],
};
const TEXT_FLAGS = FLAGS.check;

/** What is asked for, or the sentence that says why it cannot be told. */
function readArguments(args: readonly string[]): Asked | string {
  const texts = { type: 'string', multiple: true } as const;
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: { source: texts, article: texts, check: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [command, ...more] = positionals;
  const known = Object.keys(FLAGS).find((one): one is Asked['command'] => one === command);
  if (!known) return `Say one of ${Object.keys(FLAGS).join(', ')}, not “${positionals.join(' ')}”.`;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!FLAGS[known].includes(token.name)) return `The command ${known} has no flag ${token.rawName}.`;
    if (TEXT_FLAGS.includes(token.name) && !token.value) return `The flag ${token.rawName} needs a value.`;
  }
  const [reference] = more;
  if (known === 'verify') {
    return reference && more.length === 1 ? { command: known, reference } : 'Say which CSV file to compare with.';
  }
  if (more.length) return `The command ${known} takes nothing more, not “${more.join(' ')}”.`;
  if (known === 'report') return { command: known, onlyCheck: values.check === true };
  if (known === 'schema') return { command: known };
  const [sources, articles] = [values.source ?? [], values.article ?? []].map((list) => [list].flat().map(String));
  if (!sources || !articles || sources.length !== articles.length) return 'Every --source FILE needs its --article ID.';
  return { command: known, comparisons: articles.map((article, index) => ({ article, source: sources[index] ?? '' })) };
}

function wrote(files: readonly string[]): Answer {
  return { lines: files.map((file) => `Wrote ${file}.`), exitCode: 0 };
}

async function checkAll(dir: string, today: string, comparisons: readonly Comparison[]): Promise<Answer> {
  const checked = await checkDataset(dir, today);
  const copied: Fault[] = [];
  for (const { article: id, source } of comparisons) {
    const article = checked.parts.articles.find((one) => one.id === id);
    const document = checked.documents.get(id);
    if (!article || !document)
      return { lines: [`There is no readable article “${id}” in ${dir}/articles.`], exitCode: 2 };
    const text = await readFile(source, 'utf8').catch(() => undefined);
    if (text === undefined) return { lines: [`The source text ${source} cannot be read.`], exitCode: 2 };
    copied.push(...copiedPassages(article, text).map(document.locate));
  }
  const faults = inReadingOrder([
    ...checked.faults,
    ...copied,
    ...(await staleGenerated(jsonSchemas(dir), 'Run npm run data:schema.')),
  ]);
  const notes = [...expiryNotes(checked, today), ...idleNotes(checked)];
  if (faults.length > 0)
    return { lines: [...notes, ...faults.map(printFault), '', `${countFaults(faults)}.`], exitCode: 1 };
  return { lines: [...notes, counts(checked)], exitCode: 0 };
}

function expiryNotes({ parts, documents }: Checked, today: string): string[] {
  return expiring(parts, today).flatMap(({ article, fact, index, daysLeft }) => {
    const wrong = daysLeft < 0 ? `Lapsed on ${fact.validUntil}.` : `Lapses on ${fact.validUntil}, in ${daysLeft} days.`;
    const mend = 'Check it again, or word it so that it stays true.';
    const located = documents.get(article.id)?.locate({ path: ['facts', index, 'validUntil'], wrong, mend });
    return located ? [`note: ${printFault(located)}`] : [];
  });
}

function idleNotes({ parts, documents }: Checked): string[] {
  return parts.articles.flatMap((article) =>
    idleFacts(article).flatMap((finding) => {
      const located = documents.get(article.id)?.locate(finding);
      return located ? [`note: ${printFault(located)}`] : [];
    }),
  );
}

function counts({ parts: { articles, events, topics, terms } }: Checked): string {
  const facts = articles.reduce((sum, article) => sum + article.facts.length, 0);
  const questions = articles.reduce((sum, article) => sum + article.questions.length, 0);
  return `The dataset is sound: ${articles.length} articles, ${facts} facts, ${questions} questions, ${events.length} events, ${terms.length} terms, ${topics.length} topics.`;
}
