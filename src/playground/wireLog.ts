import type { WireEntry } from './discord/wire.ts';
import type { WireLine } from './shown.ts';

export interface WireLog {
  /** Oldest first. */
  lines(): readonly WireLine[];
  /** What travelled both ways, while it is still kept. */
  bodies(number: number): { readonly request?: unknown; readonly response?: unknown };
  add(entry: WireEntry): WireLine;
}

const KEPT = 1000;

/** The latest entries, numbered so that a screen can ask for one. */
export function wireLog(past: readonly WireEntry[]): WireLog {
  const kept = new Map<number, WireEntry>();
  let next = 1;

  function add(entry: WireEntry): WireLine {
    const number = next;
    next += 1;
    kept.set(number, entry);
    kept.delete(number - KEPT);
    return lineOf(number, entry);
  }

  past.forEach(add);
  return {
    add,
    lines: () => [...kept].map(([number, entry]) => lineOf(number, entry)),
    bodies(number) {
      const entry = kept.get(number);
      if (!entry) return {};
      if (entry.via === 'rest') return { request: entry.requestBody, response: entry.responseBody };
      return entry.direction === 'out' ? { request: entry.body } : { response: entry.body };
    },
  };
}

/** Source: discord-api-docs `developers/topics/opcodes-and-status-codes.mdx`, "Gateway Opcodes". */
const OPCODES: Readonly<Record<number, string>> = {
  0: 'Dispatch',
  1: 'Heartbeat',
  2: 'Identify',
  3: 'Presence update',
  6: 'Resume',
  7: 'Reconnect',
  8: 'Request guild members',
  9: 'Invalid session',
  10: 'Hello',
  11: 'Heartbeat acknowledged',
};

function lineOf(number: number, entry: WireEntry): WireLine {
  if (entry.via === 'rest') {
    const { at, method, path, status, tookMs } = entry;
    return { number, at, direction: 'out', via: method, what: path, status, tookMs };
  }
  const { at, direction, opcode, event } = entry;
  return { number, at, direction, via: 'Gateway', what: event ?? OPCODES[opcode] ?? `Opcode ${opcode}` };
}
