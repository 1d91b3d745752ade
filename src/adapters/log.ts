/** The log by pino: one JSON line per call on standard output. */

import { type Level, pino } from 'pino';
import type { Log } from '../ports.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies readonly (Level | 'silent')[];
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Errors are logged with name, message, stack and cause. Nothing else is added but time and level. */
export function pinoLog(level: LogLevel, to: { write(line: string): void } = pino.destination()): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
  return {
    debug: (event, fields) => logger.debug(fields ?? {}, event),
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, error, fields) => logger.error({ ...fields, err: error }, event),
  };
}
