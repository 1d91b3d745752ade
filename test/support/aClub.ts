/**
 * The real bot at work in a club of the local Discord: real discord.js, real
 * store, real log; only time and chance are ours.
 */

import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { pinoLog } from '../../src/adapters/log.ts';
import { type Bot, startBot } from '../../src/bot.ts';
import { seeded } from '../../src/domain/random.ts';
import { type LocalDiscord, openLocalDiscord } from '../../src/playground/discord/localDiscord.ts';
import type { Outcome, SeenMessage } from '../../src/playground/discord/sight.ts';
import type { WorldSeed } from '../../src/playground/discord/worldSeed.ts';

/** Inside the checkout and ignored by git, as all that the tests write. */
const SCRATCH = join(import.meta.dirname, '../../var/test');

/** A Saturday of a leap year, later than anything the library will be checked on for long. */
export const SATURDAY = '2040-09-29T08:00:00Z';

export interface ClubOptions {
  /** What the clock shows at first: an ISO instant. */
  readonly at?: string;
  /** The folder of the dataset; the real one if left out. */
  readonly data?: string;
  readonly world?: WorldSeed;
  /** Of all that is left to chance. */
  readonly seed?: string;
  /** Whether Discord limits the rate of requests, by real time. True if left out. */
  readonly limited?: boolean;
}

export interface Club {
  readonly discord: LocalDiscord;
  readonly bot: Bot;
  readonly storeUrl: string;
  /** What the log has said, oldest first, as an operator would read it. */
  readonly log: readonly LogLine[];
  readonly clock: () => number;
  /** Sets the clock ahead and lets the bot look at once; resolves when what is due is sent or put off. */
  moveTo(iso: string): Promise<void>;
  /** The same, by some minutes. */
  pass(minutes: number): Promise<void>;
  /** Stops the bot. Time may go on. */
  stop(): Promise<void>;
  /** Starts it again on the same store; what was due is dealt with when this resolves. */
  start(changes?: { readonly data?: string }): Promise<void>;
  restart(changes?: { readonly data?: string }): Promise<void>;
  /** Sets the clock ahead while nobody looks. */
  sleepUntil(iso: string): void;
  close(): Promise<void>;
}

export interface LogLine {
  readonly level: number;
  /** The event. */
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** A club that is closed when the test is over. */
export async function aClub(options: ClubOptions = {}): Promise<Club> {
  const club = await openClub(options);
  onTestFinished(() => club.close());
  return club;
}

/** A club for a whole file, which must close it. */
export async function openClub({
  at = SATURDAY,
  data,
  world,
  seed = 'club',
  limited = true,
}: ClubOptions = {}): Promise<Club> {
  mkdirSync(SCRATCH, { recursive: true });
  const file = join(SCRATCH, `club-${randomUUID()}.sqlite`);
  const storeUrl = `sqlite://${file}`;
  const log: LogLine[] = [];
  let now = Date.parse(at);
  const clock = () => now;
  const random = seeded(seed);
  const discord = await openLocalDiscord({ clock, limited, ...(world ? { world } : {}) });
  let dataset = data;
  let bot: Bot | undefined;

  async function start(changes: { readonly data?: string } = {}) {
    dataset = changes.data ?? dataset;
    bot = await startBot({
      token: discord.token,
      api: discord.apiUrl,
      storeUrl,
      clock,
      random,
      log: pinoLog('debug', { write: (line) => log.push(JSON.parse(line)) }),
      ...(dataset ? { data: dataset } : {}),
    });
    await bot.tick();
  }

  async function stop() {
    await bot?.stop();
    bot = undefined;
  }

  function running(): Bot {
    if (!bot) throw new Error('the bot of this club is stopped');
    return bot;
  }

  function sleepUntil(iso: string) {
    const then = Date.parse(iso);
    if (!(then >= now)) throw new Error(`${iso} is not ahead`);
    now = then;
  }

  await start().catch(async (error: unknown) => {
    await discord.close();
    throw error;
  });

  return {
    discord,
    storeUrl,
    log,
    clock,
    get bot() {
      return running();
    },
    sleepUntil,
    async moveTo(iso) {
      sleepUntil(iso);
      await running().tick();
    },
    async pass(minutes) {
      now += minutes * 60_000;
      await running().tick();
    },
    start,
    stop,
    async restart(changes) {
      await stop();
      await start(changes);
    },
    async close() {
      await stop();
      await discord.close();
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    },
  };
}

/** The message that somebody got. @throws when they got none. */
export function messageIn(outcome: Outcome): SeenMessage {
  if (outcome.kind === 'message' || outcome.kind === 'updated') return outcome.message;
  throw new Error(`no message but ${JSON.stringify(outcome)}`);
}

/** The dialog that opened. @throws when none did. */
export function dialogIn(outcome: Outcome) {
  if (outcome.kind === 'dialog') return outcome.dialog;
  throw new Error(`no dialog but ${JSON.stringify(outcome)}`);
}
