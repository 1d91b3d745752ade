/** The cron job, by node-cron. */

import cron from 'node-cron';
import type { Log } from '../ports.ts';

/** Runs `job` at the start of every minute, never twice at once; its errors go to the log and the next one still runs. Returns what stops it. */
export function everyMinute(job: () => Promise<void>, log: Log): () => Promise<void> {
  const task = cron.schedule('* * * * *', () => job(), {
    name: 'every-minute',
    noOverlap: true,
    timezone: 'UTC',
    logger: {
      debug: (message) => log.debug('minute-job', { message: String(message) }),
      info: (message) => log.info('minute-job', { message }),
      // A minute passed over: the last job still runs, or the process was busy.
      warn: (message) => log.warn('minute-skipped', { message }),
      error: (message) => log.error('minute-job-failed', message),
    },
  });
  return async () => void (await task.destroy());
}
