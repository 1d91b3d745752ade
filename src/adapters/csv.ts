import { stringify } from 'csv-stringify/sync';

/** A table as CSV with a byte order mark, which spreadsheets need to read accents. What would run as a formula there does not. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  return Buffer.from(
    stringify(
      rows.map((row) => [...row]),
      { bom: true, escape_formulas: true },
    ),
  );
}
