import { type RunningBot, runBot } from './botRun.ts';
import { type LocalDiscord, openLocalDiscord } from './discord/localDiscord.ts';
import { movableClock } from './movableClock.ts';
import { bundlePage } from './pageBundle.ts';
import { openPageServer } from './pageServer.ts';
import { openScreens } from './screens.ts';
import { openTab, type Tab, type TabContext } from './tab.ts';
import { wireLog } from './wireLog.ts';

export interface PlaygroundOptions {
  /** Of the page; any free port if left out. */
  readonly port?: number;
  /** Starts the real bot against this Discord; called again for each restart, on the same store. */
  readonly startBot: (where: BotPlace) => Promise<RunningBot>;
}

/** Where a bot is to work: for discord.js, `rest: { api: apiUrl }`. */
export interface BotPlace {
  readonly apiUrl: string;
  readonly token: string;
  readonly clock: () => number;
}

export interface Playground {
  readonly url: string;
  readonly discord: LocalDiscord;
  /** @throws when that would turn time back. */
  moveTime(to: number): Promise<void>;
  restartBot(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Runs a bot against a Discord on this machine, with a web page to use it from.
 * @throws what the bot's first start throws; nothing stays open then.
 */
export async function openPlayground({ port = 0, startBot }: PlaygroundOptions): Promise<Playground> {
  const clock = movableClock();
  const discord = await openLocalDiscord({ clock: clock.now });
  const tabs = new Set<Tab>();
  const tellBot = () => tabs.forEach((tab) => void tab.tellBot());
  const { apiUrl, token } = discord;

  const run = await runBot(() => startBot({ apiUrl, token, clock: clock.now }), tellBot).catch(async (error) => {
    await discord.close();
    throw error;
  });

  const screens = openScreens(discord);
  const log = wireLog(discord.wire);
  const stopFollowing = [
    discord.onChange((change) => {
      screens.follow(change);
      for (const tab of tabs) tab.follow(change);
    }),
    discord.onWire((entry) => {
      const line = log.add(entry);
      for (const tab of tabs) tab.followWire(line);
    }),
  ];

  async function moveTime(to: number): Promise<void> {
    clock.moveTo(to);
    for (const tab of tabs) tab.tellTime();
    await run.timeMoved();
  }

  const filesFrom = new URL(apiUrl).origin;
  const context: TabContext = {
    discord,
    screens,
    clock: clock.now,
    wireLog: log,
    moveTime,
    restartBot: run.restart,
    botState: () => ({
      phase: run.phase,
      connected: discord.connected,
      ...(run.fault === undefined ? {} : { fault: run.fault }),
    }),
    addressOf: (url) => (url.startsWith(`${filesFrom}/attachments/`) ? url.slice(filesFrom.length) : undefined),
    refresh(personId, what) {
      for (const tab of tabs) tab.refresh(personId, what);
    },
  };

  async function openPage() {
    return openPageServer({
      port,
      files: await bundlePage(),
      filesFrom,
      connected(socket) {
        const tab = openTab(context, (news) => socket.send(JSON.stringify(news)));
        tabs.add(tab);
        socket.on('message', (data) => void tab.hear(String(data)).catch(() => socket.terminate()));
        socket.on('error', () => socket.terminate());
        socket.on('close', () => tabs.delete(tab));
      },
    });
  }

  const page = await openPage().catch(async (error) => {
    await run.stop();
    await discord.close();
    throw error;
  });

  return {
    url: page.url,
    discord,
    moveTime,
    restartBot: run.restart,
    async close() {
      for (const stop of stopFollowing) stop();
      await page.close();
      await run.stop();
      await discord.close();
    },
  };
}
