/** What a measurement found, and how it is shown. */

export interface Row {
  /** What was measured. */
  readonly what: string;
  /** Attaché's figure, with its unit. */
  readonly figure: string;
  /** What it is held against, with its figure. */
  readonly against: string;
  /** Attaché's figure by the other's, where both are of one kind. */
  readonly ratio?: number;
  /** What was promised. Absent where nothing was. */
  readonly goal?: Goal;
}

export interface Goal {
  readonly says: string;
  readonly met: boolean;
}

/** A measurement: some rows, and in sentences what else a reader should know of how this run went. */
export interface Measured {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** A row of two figures of one unit, and the most that the first may be of the second. */
export function compared(
  what: string,
  [attache, other]: readonly [attache: number, other: number],
  { unit, against, atMost }: { readonly unit: string; readonly against: string; readonly atMost?: number },
): Row {
  const ratio = attache / other;
  return {
    what,
    figure: figure(attache, unit),
    against: `${against} ${figure(other, unit)}`,
    ratio,
    ...(atMost === undefined ? {} : { goal: { says: `≤ ${atMost}×`, met: ratio <= atMost } }),
  };
}

/** Three digits that count, and no more decimals than that takes. */
export function figure(value: number, unit: string): string {
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })} ${unit}`;
}

const HEADINGS = ['What', 'Attaché', 'Beside it', 'Ratio', 'Goal', 'Met'] as const;

export function cells({ what, figure, against, ratio, goal }: Row): readonly string[] {
  return [what, figure, against, ratio === undefined ? '–' : `${ratio.toFixed(2)}×`, goal?.says ?? '–', met(goal)];
}

function met(goal: Goal | undefined): string {
  if (!goal) return '–';
  return goal.met ? 'yes' : '**no**';
}

/** For a terminal: columns of one width, notes below. */
export function plainText({ title, rows, notes }: Measured): string {
  const table = [HEADINGS, ...rows.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd();
  return [title, ...table.map((row) => `  ${line(row)}`), ...notes.map((note) => `  ${note}`)].join('\n');
}

export function markdown({ title, rows, notes }: Measured): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const table = [line(HEADINGS), line(HEADINGS.map(() => '---')), ...rows.map((row) => line(cells(row)))];
  return [`### ${title}`, '', ...table, ...notes.flatMap((note) => ['', note])].join('\n');
}
