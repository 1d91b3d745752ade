import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { everyMinute } from '../../src/adapters/timers.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { aLog } from '../support/aLog.ts';

/** The clock's own test is the one place for a clock that is not handed in. */
describe('every minute', () => {
  const log = aLog();
  let stop: () => Promise<void> = async () => undefined;

  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-05-01T08:58:30Z') }));
  afterEach(async () => {
    await stop();
    vi.useRealTimers();
  });

  test('the job runs at the start of it, until it is stopped', async () => {
    const runs: string[] = [];
    stop = everyMinute(async () => void runs.push(new Date().toISOString().slice(11, 19)), log);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    await stop();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(runs).toEqual(['08:59:00', '09:00:00']);
  });

  test('a job that fails is logged, and the next one runs', async () => {
    const failures = aLog();
    let runs = 0;
    stop = everyMinute(async () => {
      runs++;
      throw new Error('the sky fell');
    }, failures);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect([runs, failures.events()]).toEqual([2, ['minute-job-failed', 'minute-job-failed']]);
  });

  test('a job that is still running is not started again, which is in the log and nowhere else', async () => {
    const overlaps = aLog();
    let runs = 0;
    let finish: () => void = () => undefined;
    stop = everyMinute(() => {
      runs++;
      return new Promise((resolve) => {
        finish = resolve;
      });
    }, overlaps);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect([runs, overlaps.events()]).toEqual([1, ['minute-skipped', 'minute-skipped']]);
    finish();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(runs).toBe(2);
  });
});
