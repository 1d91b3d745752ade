/** What a command of the dataset's tools printed, and how it went: 0 well, 1 there are faults, 2 it was not understood. */
export interface Answer {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}
