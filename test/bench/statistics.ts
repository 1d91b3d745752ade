/**
 * The value below which a share of the samples lies, by the nearest-rank
 * method: always one of the samples, never something between two.
 * @throws RangeError when there are no samples
 */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('a percentile of nothing');
  return value;
}

/** @throws RangeError when there are no samples */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}
