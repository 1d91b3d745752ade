import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Club } from './aClub.ts';
import type { BotProcessParts } from './botProcess.ts';

/** What `npm start` has Node read TypeScript with; it keeps what it compiled inside the checkout. */
export const LOADER = join(import.meta.dirname, '../../src/loader.mjs');

/** The bot of a club in a process of its own, ready, killed when the test is over. */
export async function aBotProcess({ discord, storeUrl, clock }: Club, data: string): Promise<ChildProcess> {
  const parts: BotProcessParts = { token: discord.token, api: discord.apiUrl, storeUrl, data, now: clock() };
  const program = join(import.meta.dirname, 'botProcess.ts');
  const child = fork(program, [JSON.stringify(parts)], { execArgv: ['--import', LOADER] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}
