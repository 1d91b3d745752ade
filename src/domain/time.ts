/** Unix milliseconds. */
export type Instant = number;

/** A day, a month or a year of the Gregorian calendar: "2020-09-29", "2020-09" or "2020". */
export type PartialDate = string;
