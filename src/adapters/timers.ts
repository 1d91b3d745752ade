/** The cron job, by node-cron. */

import cron from 'node-cron';
import type { Log } from '../ports.ts';

/** Runs `job` at the start of every minute, never twice at once; its errors go to the log and the next one still runs. Returns what stops it. */
export function everyMinute(job: () => Promise<void>, log: Log): () => Promise<void> {
  const task = cron.schedule(
    '* * * * *',
    () => job().catch((error: unknown) => log.error('minute-job-failed', error)),
    { name: 'every-minute', noOverlap: true, timezone: 'UTC' },
  );
  return async () => void (await task.destroy());
}
