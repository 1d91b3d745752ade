/** Attaché and the bare bot, each with a Discord of its own. */

import { rm } from 'node:fs/promises';
import type { Log } from '../../src/ports.ts';
import type { AttacheTasks } from './attacheBot.ts';
import type { BotTasks } from './bareBot.ts';
import type { DiscordTasks } from './discordProcess.ts';
import { type Helper, start } from './process.ts';

export const BOTS = ['attache', 'bare'] as const;
export type BotName = (typeof BOTS)[number];

export type OpenDiscord = Helper<DiscordTasks> & { readonly address: Readonly<Record<string, string>> };

/** @param members of the first server, besides the person who uses the bot */
export async function openDiscord(servers: number, members = 0): Promise<OpenDiscord> {
  const discord = start<DiscordTasks>('discordProcess.ts');
  return { ...discord, address: await discord.ask('open', { servers, members }) };
}

interface BotOptions {
  readonly node?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Where Attaché keeps its schedules meanwhile: in the checkout, ignored by git. */
const STORE = 'var/bench.sqlite';
export const STORE_URL = `sqlite://${STORE}`;

export async function clearStore(): Promise<void> {
  await Promise.all(['', '-wal', '-shm'].map((ending) => rm(`${STORE}${ending}`, { force: true })));
}

export function startAttache({ address }: OpenDiscord, { node = [], environment = {} }: BotOptions = {}) {
  return start<AttacheTasks>('attacheBot.ts', {
    node,
    environment: { ...address, STORE_URL, LOG_LEVEL: 'info', ...environment },
  });
}

export function startBare({ address }: OpenDiscord, { node = [], environment = {} }: BotOptions = {}) {
  return start<BotTasks>('bareBot.ts', { node, environment: { ...address, ...environment } });
}

/** Starts one of the two. What both can be asked is what the bare bot can. */
export function startBot(name: BotName, discord: OpenDiscord, options: BotOptions = {}) {
  return name === 'attache' ? startAttache(discord, options) : startBare(discord, options);
}

/** For stores that are opened beside the bot. */
export const SILENT: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
