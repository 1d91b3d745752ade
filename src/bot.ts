/** The bot, put together by hand in the order in which a reader would explain it. */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Client, Events, type Interaction } from 'discord.js';
import { commands } from '../commands/index.ts';
import { alarms } from './adapters/alarms.ts';
import { csvOf } from './adapters/csv.ts';
import { loadLibrary } from './adapters/dataset/load.ts';
import { callerOf } from './adapters/discord/caller.ts';
import { newClient } from './adapters/discord/client.ts';
import { listen } from './adapters/discord/gateway.ts';
import { register } from './adapters/discord/manifest.ts';
import { discordPost } from './adapters/discord/post.ts';
import { openPictures } from './adapters/pictures.ts';
import { searchesOf } from './adapters/search.ts';
import { openStores } from './adapters/store/open.ts';
import { everyMinute } from './adapters/timers.ts';
import { gameLook } from './app/gameLook.ts';
import { openGames } from './app/games.ts';
import { openPreferences, zoneFor } from './app/preferences.ts';
import { openSchedules } from './app/schedules.ts';
import { openStandings } from './app/standings.ts';
import { gameStarter } from './app/starting.ts';
import type { Context } from './command.ts';
import type { Random } from './domain/random.ts';
import { localDay } from './domain/time.ts';
import type { Clock, Log } from './ports.ts';
import { postCard } from './views/dayCards.ts';
import { en } from './words/en.ts';

export interface BotParts {
  readonly token: string;
  /** Discord's API without its version, such as https://discord.com/api. */
  readonly api: string;
  readonly storeUrl: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The folder of the dataset. */
  readonly data?: string;
}

export interface Bot {
  /** Looks at once for what has come due, instead of at the next whole minute; resolves when nothing is under way. */
  tick(): Promise<void>;
  /** No new work; what runs is finished; then the connection and the store are closed. */
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Starts the bot. Resolves when it answers.
 * @throws BrokenDataset, or what discord.js throws for a bad token, or what the store's engine throws.
 */
export async function startBot({
  token,
  api,
  storeUrl,
  clock,
  random,
  log,
  data = `${ROOT}data`,
}: BotParts): Promise<Bot> {
  const library = await loadLibrary(data, localDay(clock(), 'UTC'));
  const search = searchesOf(library);
  const { version } = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8')) as { version: string };

  const stores = await openStores(storeUrl, log);
  const client = await connect(newClient(api), token, log).catch(async (error: unknown) => {
    await stores.close();
    throw error;
  });
  const preferences = await openPreferences({ servers: stores.serverSettings, members: stores.memberSettings });
  const standings = openStandings({ store: stores.standings });
  const stage = discordPost(client);
  const schedules = await openSchedules({
    store: stores.schedules,
    post: stage,
    library,
    card: ({ id, roleId }, { day }, occasion) => postCard(en, library, { schedule: id, day, occasion, roleId }),
    clock,
    log,
  });

  let ids: ReadonlyMap<string, string> = new Map();
  const mention = (name: string) => {
    const id = ids.get(name.split(' ')[0] ?? '');
    return id ? `</${name}:${id}>` : `\`/${name}\``;
  };
  const pictures = openPictures({ log });
  const clockwork = alarms(clock);
  const zoneOf = (guildId: string | undefined) => zoneFor(preferences, schedules, guildId);
  const games = await openGames({
    store: stores.games,
    post: stage,
    play: gameLook({ words: en, library, pictures, standings, zoneOf, clock, log }),
    alarm: clockwork.alarm,
    clock,
    log,
  });
  const startGame = gameStarter({ library, games, stage, seen: stores.seen, random });
  const onChannelGone = ({ id }: { readonly id: string }) => {
    void games.channelGone(id);
    // Its threads go with it, and nobody tells of them.
    for (const channel of client.channels.cache.values())
      if (channel.isThread() && channel.parentId === id) void games.channelGone(channel.id);
  };
  client.on(Events.ChannelDelete, onChannelGone);
  client.on(Events.ThreadDelete, onChannelGone);

  const contextOf = (interaction: Interaction): Context => {
    const now = clock();
    const guildId = interaction.guildId ?? undefined;
    return {
      library,
      search,
      schedules,
      standings,
      preferences,
      games,
      startGame,
      tableFile: csvOf,
      words: en,
      random,
      at: interaction.createdTimestamp,
      now,
      // Worked out only for the few commands that ask.
      get zone() {
        return zoneOf(guildId);
      },
      get today() {
        return localDay(now, zoneOf(guildId));
      },
      caller: callerOf(interaction),
      mention,
      channelName: (id) => {
        const channel = client.channels.cache.get(id);
        return channel && !channel.isDMBased() ? channel.name : undefined;
      },
      commands,
      version,
    };
  };

  const deliveries = new Set<Promise<void>>();
  let tidied = '';
  let tidying: Promise<void> | undefined;
  const tick = async () => {
    clockwork.check();
    const day = localDay(clock(), 'UTC');
    if (day !== tidied) {
      tidied = day;
      tidying = games.tidy().catch((error: unknown) => log.error('tidying-failed', error));
    }
    const delivery = schedules.tick().finally(() => deliveries.delete(delivery));
    deliveries.add(delivery);
    await Promise.all(deliveries);
  };
  const silence = listen(client, { commands, contextOf, words: en, log, stopwatch: () => performance.now() });
  // What people press while commands are compared is answered already.
  ids = await register(client, commands, log);
  // Not waited for: one channel in trouble must not make the next minute be skipped. Schedules guard themselves.
  const stopClock = everyMinute(async () => void tick(), log);
  void tick();
  const warming = standings
    .warm(client.guilds.cache.keys())
    .catch((error: unknown) => log.error('standings-unread', error));
  log.info('ready', {
    articles: library.articles.length,
    questions: library.questions.length,
    events: library.events.length,
  });

  return {
    tick,
    async stop() {
      await stopClock();
      await silence();
      standings.close();
      await warming;
      await tidying;
      await games.close();
      clockwork.close();
      pictures.close();
      await Promise.all(deliveries);
      await client.destroy();
      await stores.close();
      log.info('stopped');
    },
  };
}

/** Logs in and waits until the servers are known. A lost connection is discord.js's to restore; it is only logged. */
async function connect(client: Client, token: string, log: Log): Promise<Client<true>> {
  client.on(Events.Error, (error) => log.error('connection-error', error));
  client.on(Events.ShardError, (error) => log.error('connection-error', error));
  client.on(Events.ShardDisconnect, ({ code }) => log.warn('disconnected', { code }));
  client.on(Events.ShardReconnecting, () => log.info('reconnecting'));
  client.on(Events.ShardResume, () => log.info('resumed'));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
    return await ready;
  } catch (error) {
    await client.destroy();
    throw error;
  }
}
