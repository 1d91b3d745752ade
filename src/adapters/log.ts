/** The log by pino: one JSON line per call on standard output. */

import { type Level, pino } from 'pino';
import type { Log } from '../ports.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies readonly (Level | 'silent')[];
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Errors are logged with name, message, code, stack and cause. Nothing else is added but time and level. */
export function pinoLog(level: LogLevel, to: { write(line: string): void } = pino.destination()): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutFields } },
    to,
  );
  return {
    debug: (event, fields) => logger.debug(fields ?? {}, event),
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, error, fields) => logger.error({ ...fields, err: error }, event),
  };
}

/** Other fields of an error stay out: discord.js keeps on its errors what was sent, and the address with its token. */
function withoutFields(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return { name, message, code, stack, ...(cause === undefined ? {} : { cause: withoutFields(cause) }) };
}
