/** `npm start`: the bot on Discord when there is a token, else the playground. */

import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { config } from 'dotenv';
import { BrokenDataset } from './adapters/dataset/faults.ts';
import { DISCORD_API } from './adapters/discord/client.ts';
import { pinoLog } from './adapters/log.ts';
import { startBot } from './bot.ts';
import { BadSettings, readSettings, type Settings } from './settings.ts';

/** A clean stop has so long; then the process ends all the same. */
const STOP_MS = 5000;

const settings = settingsOrExit();
const log = pinoLog(settings.LOG_LEVEL);
process.on('unhandledRejection', (error) => log.error('unhandled-rejection', error));

const running = await (settings.DISCORD_TOKEN ? onDiscord(settings.DISCORD_TOKEN) : inPlayground()).catch(giveUp);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));

function settingsOrExit(): Settings {
  config({ quiet: true });
  try {
    return readSettings(process.env);
  } catch (error) {
    return giveUp(error);
  }
}

function onDiscord(token: string) {
  return startBot({ token, api: DISCORD_API, storeUrl: settings.STORE_URL, clock: Date.now, random: randomInt, log });
}

/** The same bot against a local Discord, on a store of its own that begins anew. */
async function inPlayground() {
  // Only here: on Discord the bot need not load a whole Discord of its own.
  const { openPlayground } = await import('./playground/playground.ts');
  const storeUrl = await newPlaygroundStore();
  const playground = await openPlayground({
    port: settings.PLAYGROUND_PORT,
    async startBot({ apiUrl, token, clock }) {
      const bot = await startBot({ token, api: apiUrl, storeUrl, clock, random: randomInt, log });
      return { stop: bot.stop, timeMoved: bot.tick };
    },
  });
  console.log(`\nNo DISCORD_TOKEN is set, so this is the playground: ${playground.url}\n`);
  return { stop: playground.close };
}

async function newPlaygroundStore(): Promise<string> {
  const file = 'var/playground.sqlite';
  await Promise.all(['', '-wal', '-shm'].map((ending) => rm(`${file}${ending}`, { force: true })));
  return `sqlite://${file}`;
}

async function stop(signal: string) {
  log.info('stopping', { signal });
  setTimeout(() => {
    log.warn('stopped-late');
    process.exit(1);
  }, STOP_MS).unref();
  await running.stop();
  process.exit(0);
}

/** What the operator can mend is said in a sentence; what is our fault goes out whole. */
function giveUp(error: unknown): never {
  if (error instanceof BadSettings || error instanceof BrokenDataset) console.error(error.message);
  else if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    console.error('Discord does not accept DISCORD_TOKEN. Copy the token anew from the developer portal, page "Bot".');
  } else console.error('Attaché could not start:', error);
  process.exit(1);
}
