/** `npm start`: the bot on Discord when there is a token, else the playground. */

import { randomInt } from 'node:crypto';
import { config } from 'dotenv';
import { BrokenDataset } from './adapters/dataset/faults.ts';
import { DISCORD_API } from './adapters/discord/client.ts';
import { pinoLog } from './adapters/log.ts';
import { startBot } from './bot.ts';
import { openPlayground } from './playground/playground.ts';
import { BadSettings, readSettings, type Settings } from './settings.ts';

/** A clean stop has so long; then the process ends all the same. */
const STOP_MS = 5000;

try {
  config({ quiet: true });
  const settings = readSettings(process.env);
  const running = settings.DISCORD_TOKEN ? await onDiscord(settings, settings.DISCORD_TOKEN) : await inPlayground(settings);
  process.once('SIGINT', () => void stop(running));
  process.once('SIGTERM', () => void stop(running));
} catch (error) {
  console.error(reason(error));
  process.exit(1);
}
