/** The way to a place in a file: keys, and positions from 0. */
export type JsonPath = readonly (string | number)[];

/** Something that a rule holds against a file of the dataset. */
export interface Finding {
  readonly path: JsonPath;
  /** A whole sentence. */
  readonly wrong: string;
  /** What to do about it, in a whole sentence. */
  readonly mend: string;
}
