import type { JsonPath } from '../../domain/audit/finding.ts';

/** Something wrong in a file of the dataset, in words for the person who mends it. */
export interface Fault {
  /** As opened, such as "data/articles/x.json". */
  readonly file: string;
  /** Such as "$.facts[3].source". */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** A whole sentence. */
  readonly wrong: string;
  /** A whole sentence. */
  readonly mend: string;
}

/** A dataset that cannot be used. Its message is the whole list of faults, a line each. */
export class BrokenDataset extends Error {
  override readonly name = 'BrokenDataset';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`The dataset has ${countFaults(faults)}:\n${faults.map(printFault).join('\n')}`);
    this.faults = faults;
  }
}

/** Such as "data/articles/x.json:12  $.facts[3].source  There is no source “nikei”. Did you mean “nikkei”?" */
export function printFault({ file, path, line, wrong, mend }: Fault): string {
  return `${file}:${line}  ${path}  ${wrong} ${mend}`;
}

/** Such as "1 fault in 1 file". */
export function countFaults(faults: readonly Fault[]): string {
  const files = new Set(faults.map(({ file }) => file)).size;
  return `${faults.length} fault${faults.length === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}`;
}

/** By file, then by line. */
export function inReadingOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** The path as people write it: "$.facts[3].source", `$["odd key"]`. */
export function spellPath(path: JsonPath): string {
  const step = (key: string | number) => {
    if (typeof key === 'number') return `[${key}]`;
    return /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  };
  return `$${path.map(step).join('')}`;
}
