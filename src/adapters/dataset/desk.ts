import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { idleFacts } from '../../domain/audit/citations.ts';
import { expiring } from '../../domain/audit/expiring.ts';
import { copiedPassages } from '../../domain/audit/sharedRuns.ts';
import { type Checked, checkDataset } from './check.ts';
import { countFaults, type Fault, inReadingOrder, printFault } from './faults.ts';
import { staleJsonSchemas, writeJsonSchemas } from './jsonSchemas.ts';

/** What a command printed, and how it went: 0 well, 1 there are faults, 2 it was not understood. */
export interface Answer {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

const USAGE = `Usage:
  npm run data:check                                    check the whole dataset
  npm run data:check -- --source FILE --article ID      … and what the article shares with a source text (repeatable)
  npm run data:schema                                   write the JSON Schemas that editors read`;

/** Carries out a command of the dataset's tools. `today` is YYYY-MM-DD. */
export async function answer(args: readonly string[], dir: string, today: string): Promise<Answer> {
  const asked = readArguments(args);
  if (typeof asked === 'string') return { lines: [asked, USAGE], exitCode: 2 };
  if (asked.command === 'check') return checkAll(dir, today, asked.comparisons);
  const written = await writeJsonSchemas(dir);
  return { lines: written.map((file) => `Wrote ${file}.`), exitCode: 0 };
}

/** An article to hold against a text it was curated from. */
interface Comparison {
  readonly article: string;
  readonly source: string;
}

interface Asked {
  readonly command: 'check' | 'schema';
  readonly comparisons: readonly Comparison[];
}

/** What is asked for, or the sentence that says why it cannot be told. */
function readArguments(args: readonly string[]): Asked | string {
  const texts = { type: 'string', multiple: true } as const;
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: { source: texts, article: texts },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const known = ['source', 'article'];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!known.includes(token.name)) return `There is no flag ${token.rawName}.`;
    if (!token.value) return `The flag ${token.rawName} needs a value.`;
  }
  const [command, ...more] = positionals;
  if ((command !== 'check' && command !== 'schema') || more.length > 0) {
    return `Say either check or schema, not “${positionals.join(' ')}”.`;
  }
  const [sources, articles] = [values.source ?? [], values.article ?? []].map((list) => [list].flat().map(String));
  if (command === 'schema' && tokens.some(({ kind }) => kind === 'option')) return 'The command schema takes no flags.';
  if (!sources || !articles || sources.length !== articles.length) return 'Every --source FILE needs its --article ID.';
  return { command, comparisons: articles.map((article, index) => ({ article, source: sources[index] ?? '' })) };
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
  const faults = inReadingOrder([...checked.faults, ...copied, ...(await staleJsonSchemas(dir))]);
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

function counts({ parts: { articles, events, topics } }: Checked): string {
  const facts = articles.reduce((sum, article) => sum + article.facts.length, 0);
  const questions = articles.reduce((sum, article) => sum + article.questions.length, 0);
  return `The dataset is sound: ${articles.length} articles, ${facts} facts, ${questions} questions, ${events.length} events, ${topics.length} topics.`;
}
