import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ReferenceRow } from '../../domain/audit/reference.ts';

const row = z.object({
  date: z.iso.date(),
  title: z.string().min(1),
  /** Names with semicolons between them. */
  parties: z.string().default(''),
});

/**
 * The rows of a CSV file with a heading line that names at least `date`
 * (YYYY-MM-DD) and `title`, and perhaps `parties`; or the sentence that says
 * what is wrong with it.
 */
export async function readReference(file: string): Promise<readonly ReferenceRow[] | string> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return `The reference ${file} cannot be read.`;
  let records: unknown[];
  try {
    records = parse(text, { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    return `The reference ${file} is not CSV: ${error instanceof Error ? error.message : error}.`;
  }
  if (records.length === 0) return `The reference ${file} has no rows.`;
  const rows: ReferenceRow[] = [];
  for (const [index, record] of records.entries()) {
    const { success, data, error } = row.safeParse(record);
    if (!success) return `The reference ${file} has a fault in row ${index + 1}: ${z.prettifyError(error)}`;
    const parties = data.parties.split(';').map((party) => party.trim());
    rows.push({ date: data.date, title: data.title, parties: parties.filter(Boolean) });
  }
  return rows;
}
