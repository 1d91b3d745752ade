/** Resident memory after some use, a rest and a forced collection, with one server and with 2,000. */

import { setTimeout as wait } from 'node:timers/promises';
import { BOTS, type BotName, clearStore, openDiscord, startBot } from './bots.ts';
import type { MemoryUse } from './memoryUse.ts';
import { compared, figure, type Measured } from './row.ts';
import { median } from './statistics.ts';

const SERVERS = [1, 2000] as const;
const PROCESSES = 2;
const USE = { perSecond: 50, seconds: 1, seed: 'memory' };
const REST_MS = 1000;

export async function memory(): Promise<Measured> {
  await clearStore();
  const parts: Measured[] = [];
  for (const servers of SERVERS) parts.push(await withServers(servers));
  return { title: 'Memory', rows: parts.flatMap(({ rows }) => rows), notes: parts.flatMap(({ notes }) => notes) };
}

async function withServers(servers: number): Promise<Measured> {
  const uses: Record<BotName, MemoryUse[]> = { attache: [], bare: [] };
  const discords = { attache: await openDiscord(servers), bare: await openDiscord(servers) };
  try {
    for (let turn = 0; turn < PROCESSES; turn++) {
      for (const name of BOTS) {
        const bot = startBot(name, discords[name], { node: ['--expose-gc'] });
        try {
          await discords[name].ask('firstAnswer');
          await discords[name].ask('load', USE);
          await wait(REST_MS);
          uses[name].push(await bot.ask('memory'));
        } finally {
          await bot.end();
        }
      }
    }
  } finally {
    await Promise.all(Object.values(discords).map((one) => one.end()));
  }
  const pair = (of: keyof MemoryUse) =>
    [median(uses.attache.map((one) => one[of])), median(uses.bare.map((one) => one[of]))] as const;
  const [heap, bareHeap] = pair('heap');
  const name = servers === 1 ? '1 server' : `${servers.toLocaleString('en-GB')} servers`;
  const shown = { unit: 'MiB', against: 'bare bot' };
  return {
    title: name,
    rows: [
      compared(`resident, ${name}, after a collection`, pair('collected'), { ...shown, atMost: 1.25 }),
      compared(`resident, ${name}, as it settled`, pair('settled'), shown),
    ],
    notes: [
      `With ${name}, JavaScript's heap after a collection: ${figure(heap, 'MiB')} and ${figure(bareHeap, 'MiB')}.`,
    ],
  };
}
