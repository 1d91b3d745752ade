/** One thing that travelled between the bot and the local Discord. Tokens are masked. */
export type WireEntry =
  | {
      readonly via: 'rest';
      readonly at: number;
      readonly method: string;
      /** The path under `/api/v10`, with its query. */
      readonly path: string;
      readonly requestBody: unknown;
      readonly status: number;
      readonly responseBody: unknown;
      readonly tookMs: number;
    }
  | {
      readonly via: 'gateway';
      readonly at: number;
      /** Seen from the bot. */
      readonly direction: 'in' | 'out';
      readonly opcode: number;
      readonly event?: string;
      readonly body: unknown;
    };

export interface Wire {
  readonly entries: () => readonly WireEntry[];
  record(entry: WireEntry): void;
  listen(listener: (entry: WireEntry) => void): () => void;
}

/** How many entries are kept. */
const KEPT = 1000;

/** A ring of the latest entries. */
export function openWire(): Wire {
  const ring: WireEntry[] = [];
  let next = 0;
  const listeners = new Set<(entry: WireEntry) => void>();
  return {
    entries: () => (ring.length < KEPT ? [...ring] : [...ring.slice(next), ...ring.slice(0, next)]),
    record(entry) {
      ring[next] = entry;
      next = (next + 1) % KEPT;
      for (const listener of listeners) listener(entry);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
