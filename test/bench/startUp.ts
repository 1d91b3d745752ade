/** From the start of the process to its first answer. */

import { BOTS, type BotName, clearStore, openDiscord, startBot } from './bots.ts';
import { compared, figure, type Measured } from './row.ts';
import { median, percentile } from './statistics.ts';

const STARTS = 5;

export async function startUp(): Promise<Measured> {
  await clearStore();
  const discords = { attache: await openDiscord(1), bare: await openDiscord(1) };
  const times: Record<BotName, number[]> = { attache: [], bare: [] };
  try {
    // The first start of each fills the file caches and makes the store's file; it does not count.
    for (let turn = 0; turn <= STARTS; turn++) {
      for (const name of turn % 2 ? BOTS.toReversed() : BOTS) {
        const bot = startBot(name, discords[name]);
        try {
          const took = (await discords[name].ask('firstAnswer')) - bot.startedAt;
          if (turn > 0) times[name].push(took);
        } finally {
          await bot.end();
        }
      }
    }
  } finally {
    await Promise.all(Object.values(discords).map((one) => one.end()));
  }
  const range = (name: BotName) =>
    `${figure(percentile(times[name], 0), '')}to ${figure(percentile(times[name], 1), 'ms')}`;
  return {
    title: 'Start-up',
    rows: [
      compared('process start to first answer, median', [median(times.attache), median(times.bare)], {
        unit: 'ms',
        against: 'bare bot',
        atMost: 1.5,
      }),
    ],
    notes: [`${STARTS} starts each, in turn. Attaché: ${range('attache')}; bare bot: ${range('bare')}.`],
  };
}
