/** A failure to put between the bot and the API. */
export interface Fault {
  /** Any method if left out. */
  readonly method?: string;
  /** Matched against the path under `/api/v10`, without the query. */
  readonly path: RegExp;
  /** The status to answer with: 500 if left out. Ignored with `hang`. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** How many requests it meets before it is used up: 1 if left out. */
  readonly times?: number;
  /** Do what was asked first, and fail only then: how a post is sent and its answer lost. */
  readonly afterwards?: boolean;
  /** Never answer (`silence`), or close the socket without an answer (`close`). */
  readonly hang?: 'silence' | 'close';
}

export interface Faults {
  add(fault: Fault): void;
  /** The fault that meets this request, if any; that use is spent. */
  take(method: string, path: string): Fault | undefined;
}

export function openFaults(): Faults {
  const waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    take(method, path) {
      const index = waiting.findIndex(({ fault }) => (fault.method ?? method) === method && fault.path.test(path));
      const met = waiting[index];
      if (!met) return undefined;
      met.left -= 1;
      if (met.left <= 0) waiting.splice(index, 1);
      return met.fault;
    },
  };
}
