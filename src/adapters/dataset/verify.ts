import { type Comparison, compare } from '../../domain/audit/reference.ts';
import type { Answer } from './answer.ts';
import type { Checked } from './check.ts';
import { readReference } from './referenceFile.ts';

/** The share of events from which on a reference confirms too little. */
const MOST_UNMATCHED = 0.1;
/** Publishers who must state the date of an event that the reference does not confirm. */
const PUBLISHERS = 2;

/** Compares the events with a reference file, and says where it differs and where it is silent. */
export async function verify({ parts: { events } }: Checked, file: string): Promise<Answer> {
  const rows = await readReference(file);
  if (typeof rows === 'string') return { lines: [rows], exitCode: 2 };
  const all = compare(events, rows);
  const agreeing = all.filter(({ kind }) => kind === 'agrees');
  const others = all.filter(({ kind }) => kind !== 'agrees');
  const unmatched = others.filter(({ kind }) => kind === 'unmatched');
  const share = events.length ? unmatched.length / events.length : 0;
  const unbacked = others.filter(({ event }) => publishersOf(event) < PUBLISHERS);
  return {
    lines: [
      ...others.map(told),
      `${agreeing.length} of ${events.length} events agree with the reference, ${others.length - unmatched.length} disagree, ${unmatched.length} (${(100 * share).toFixed(1)} %) have no match.`,
      ...(share >= MOST_UNMATCHED ? [`Fewer than ${100 * MOST_UNMATCHED} % may be without a match.`] : []),
      ...(unbacked.length
        ? [`${unbacked.length} of those that the reference does not confirm name fewer than ${PUBLISHERS} publishers.`]
        : []),
    ],
    exitCode: share >= MOST_UNMATCHED || unbacked.length ? 1 : 0,
  };
}

function told(comparison: Comparison): string {
  const { event } = comparison;
  const publishers = publishersOf(event);
  const backing = `${publishers} publisher${publishers === 1 ? '' : 's'}`;
  if (comparison.kind !== 'disagrees') return `no match: ${event.id}, “${event.title}” (${backing})`;
  const { date, title } = comparison.row;
  return `disagrees: ${event.id}, “${event.title}” (${backing}); the reference has ${date}, “${title}”`;
}

function publishersOf({ sources }: Comparison['event']): number {
  return new Set(sources.map(({ publisher }) => publisher)).size;
}
