/** Attaché as `npm start` runs it on Discord, but against the address given. */

import { randomInt } from 'node:crypto';
import { config } from 'dotenv';
import { pinoLog } from '../../src/adapters/log.ts';
import { startBot } from '../../src/bot.ts';
import { readSettings } from '../../src/settings.ts';
import { memoryUse } from './memoryUse.ts';
import { serve } from './process.ts';
import { processorMs } from './processorMs.ts';

const { BENCH_API: api = '', BENCH_TOKEN: token = '', BENCH_CLOCK_BEHIND = '0' } = process.env;

config({ quiet: true });
const settings = readSettings(process.env);
let behind = Number(BENCH_CLOCK_BEHIND);
const bot = startBot({
  token,
  api,
  storeUrl: settings.STORE_URL,
  clock: () => Date.now() - behind,
  random: randomInt,
  log: pinoLog(settings.LOG_LEVEL),
});

export type AttacheTasks = typeof tasks;
const tasks = {
  memory: memoryUse,
  processorMs,
  /** Puts the clock right and delivers what is then due. */
  async post() {
    behind = 0;
    await (await bot).tick();
  },
};
serve(tasks);
await bot;
