import type { Log } from '../../src/ports.ts';

export interface Line {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly event: string;
  readonly error?: unknown;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/** A log that keeps its lines. */
export function aLog(): Log & { readonly lines: readonly Line[]; events(): readonly string[] } {
  const lines: Line[] = [];
  return {
    lines,
    events: () => lines.map(({ event }) => event),
    debug: (event, fields) => void lines.push({ level: 'debug', event, fields }),
    info: (event, fields) => void lines.push({ level: 'info', event, fields }),
    warn: (event, fields) => void lines.push({ level: 'warn', event, fields }),
    error: (event, error, fields) => void lines.push({ level: 'error', event, error, fields }),
  };
}
