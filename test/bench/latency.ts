/** From an interaction on the gateway to its acknowledgement, at a steady 100 a second. */

import { BOTS, type BotName, clearStore, openDiscord, startBot } from './bots.ts';
import { DEEDS, type LoadResult } from './deeds.ts';
import { compared, figure, type Measured } from './row.ts';
import { median, percentile } from './statistics.ts';

const PER_SECOND = 100;
const WARM_UP_SECONDS = 4;
/** The two take turns, so that a busy moment of the machine meets both. */
const ROUNDS = 5;
const ROUND_SECONDS = 4;

export async function latency(): Promise<Measured> {
  await clearStore();
  const discords = { attache: await openDiscord(1), bare: await openDiscord(1) };
  const bots = BOTS.map((name) => startBot(name, discords[name]));
  const results: Record<BotName, LoadResult[]> = { attache: [], bare: [] };
  try {
    for (const name of BOTS) await discords[name].ask('firstAnswer');
    for (const name of BOTS) {
      await discords[name].ask('load', { perSecond: PER_SECOND, seconds: WARM_UP_SECONDS, seed: 'warm-up' });
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of round % 2 ? BOTS.toReversed() : BOTS) {
        const load = { perSecond: PER_SECOND, seconds: ROUND_SECONDS, seed: `round-${round}` };
        results[name].push(await discords[name].ask('load', load));
      }
    }
  } finally {
    await Promise.all([...bots, ...Object.values(discords)].map((one) => one.end()));
  }
  return tell(results);
}

function tell(results: Readonly<Record<BotName, readonly LoadResult[]>>): Measured {
  const times = (name: BotName, deed?: string) =>
    results[name].flatMap(({ answered }) => answered.filter((one) => !deed || one.deed === deed).map(({ ms }) => ms));
  const pair = (share: number, deed?: string) =>
    [percentile(times('attache', deed), share), percentile(times('bare', deed), share)] as const;
  const all = (name: BotName, of: 'lateMs' | 'checkMs') => results[name].flatMap((result) => result[of]);
  const ms = { unit: 'ms', against: 'bare bot' };
  const lost = (name: BotName) => results[name].reduce((sum, one) => sum + one.lost, 0);
  return {
    title: `Gateway event to acknowledgement, ${PER_SECOND} interactions/s`,
    rows: [
      compared('p50', pair(0.5), { ...ms, atMost: 1.3 }),
      compared('p99', pair(0.99), { ...ms, atMost: 2 }),
      ...DEEDS.map((deed) => compared(`p50 of ${deed}`, pair(0.5, deed), ms)),
    ],
    notes: [
      `${times('attache').length} and ${times('bare').length} interactions in ${ROUNDS} rounds of ${ROUND_SECONDS} s each, in turn; never acknowledged: ${lost('attache')} and ${lost('bare')}.`,
      `Interactions were sent late by ${figure(percentile([...all('attache', 'lateMs'), ...all('bare', 'lateMs')], 0.99), 'ms')} at p99. The local Discord then took ${figure(median(all('attache', 'checkMs')), 'ms')} (Attaché) and ${figure(median(all('bare', 'checkMs')), 'ms')} (bare bot) to read and check an acknowledgement, which is not counted.`,
    ],
  };
}
