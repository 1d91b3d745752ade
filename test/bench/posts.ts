/** A thousand posts that come due in the same minute, each in a server of its own. */

import { openStores } from '../../src/adapters/store/open.ts';
import type { Schedule } from '../../src/domain/schedules.ts';
import { localTime, MINUTE } from '../../src/domain/time.ts';
import { clearStore, type OpenDiscord, openDiscord, SILENT, STORE_URL, startAttache, startBare } from './bots.ts';
import { compared, type Measured } from './row.ts';

const POSTS = 1000;
/** Discord's global limit: discord-api-docs `topics/rate-limits`, "Global Rate Limit". */
const PER_SECOND = 50;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
const CHANNEL = 'on-this-day';

export async function posts(): Promise<Measured> {
  const attache = await run(async (discord, channels) => {
    await clearStore();
    const dueAt = Math.floor(Date.now() / MINUTE) * MINUTE;
    await keep(channels.map(({ guildId, channelId }, index) => aSchedule(index, guildId, channelId, dueAt)));
    // Until it is asked to post, its clock is a minute and more before that time.
    const environment = { BENCH_CLOCK_BEHIND: String(Date.now() - dueAt + MINUTE / 2) };
    const bot = startAttache(discord, { environment });
    return { bot, post: () => bot.ask('post') };
  });
  const bare = await run(async (discord, channels) => {
    const bot = startBare(discord);
    return { bot, post: () => bot.ask('post', { channels: channels.map(({ channelId }) => channelId) }) };
  });
  const bound = POSTS / PER_SECOND;
  const seconds = { unit: 's' };
  return {
    title: `${POSTS.toLocaleString('en-GB')} posts due in one minute`,
    rows: [
      compared('time to send all', [attache.seconds, bound], { ...seconds, against: `${PER_SECOND} requests/s allow` }),
      compared('the same', [attache.seconds, bare.seconds], { ...seconds, against: 'bare bot' }),
      {
        what: 'posts that are there',
        figure: String(attache.once),
        against: `due ${POSTS}`,
        ratio: attache.once / POSTS,
        goal: { says: 'none lost, none doubled', met: attache.once === POSTS },
      },
    ],
    notes: [
      `Channels with no post: ${attache.none}, with more than one: ${attache.more}. Requests turned away with 429: ${attache.turnedAway}, of the bare bot ${bare.turnedAway}.`,
    ],
  };
}

interface Place {
  readonly guildId: string;
  readonly channelId: string;
}

type Begin = (
  discord: OpenDiscord,
  channels: readonly Place[],
) => Promise<{ readonly bot: { end(): Promise<void> }; readonly post: () => Promise<unknown> }>;

async function run(begin: Begin) {
  const discord = await openDiscord(POSTS);
  const channels = await discord.ask('channels', { name: CHANNEL });
  const { bot, post } = await begin(discord, channels);
  try {
    await discord.ask('firstAnswer');
    const startedAt = performance.now();
    await post();
    const seconds = (performance.now() - startedAt) / 1000;
    const counts = await discord.ask('posted', { channels: channels.map(({ channelId }) => channelId) });
    const having = (fits: (count: number) => boolean) => counts.filter(fits).length;
    return {
      seconds,
      once: having((count) => count === 1),
      none: having((count) => count === 0),
      more: having((count) => count > 1),
      turnedAway: await discord.ask('turnedAway'),
    };
  } finally {
    await Promise.all([bot.end(), discord.end()]);
  }
}

async function keep(schedules: readonly Schedule[]): Promise<void> {
  const stores = await openStores(STORE_URL, SILENT);
  await Promise.all(
    schedules.map((one) => stores.schedules.update(`${one.guildId}/${one.id}`, () => [one, undefined])),
  );
  await stores.close();
}

function aSchedule(index: number, guildId: string, channelId: string, dueAt: number): Schedule {
  return {
    id: `bench${index.toString(36).padStart(3, '0')}`,
    guildId,
    channelId,
    time: localTime(dueAt, 'UTC'),
    zone: 'UTC',
    weekdays: EVERY_DAY,
    whenEmpty: 'nearest',
    createdAt: dueAt - MINUTE,
    paused: false,
    since: dueAt - MINUTE,
    deliveries: [],
  };
}
