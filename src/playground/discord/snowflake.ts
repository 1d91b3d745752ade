/** The first second of 2015, Unix milliseconds. Source: discord-api-docs `developers/reference.mdx`, "Snowflakes". */
const DISCORD_EPOCH = 1_420_070_400_000;
/** Below these bits stand a worker, a process and a counter; above, the milliseconds. Same source. */
const TIME_SHIFT = 22n;

/** Gives a new id at each call, each greater than the last, also when the clock stands still or is set back. */
export function snowflakes(clock: () => number): () => string {
  let last = 0n;
  return () => {
    const now = BigInt(Math.max(0, Math.floor(clock()) - DISCORD_EPOCH)) << TIME_SHIFT;
    last = now > last ? now : last + 1n;
    return String(last);
  };
}

/** When an id was given, in Unix milliseconds. */
export const timeOf = (id: string): number => Number(BigInt(id) >> TIME_SHIFT) + DISCORD_EPOCH;
