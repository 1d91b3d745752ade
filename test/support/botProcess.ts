/** The bot in a process of its own, which can be killed. Its parent says by messages what time it is. */

import { pinoLog } from '../../src/adapters/log.ts';
import { startBot } from '../../src/bot.ts';
import { seeded } from '../../src/domain/random.ts';

export interface BotProcessParts {
  readonly token: string;
  readonly api: string;
  readonly storeUrl: string;
  readonly data: string;
  readonly now: number;
}

const { now: start, ...parts } = JSON.parse(process.argv[2] ?? '') as BotProcessParts;
let now = start;
const bot = await startBot({ ...parts, clock: () => now, random: seeded('process'), log: pinoLog('silent') });
process.on('message', (then: number) => {
  now = then;
  void bot.tick().then(() => process.send?.('ticked'));
});
process.send?.('ready');
