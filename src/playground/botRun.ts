import type { BotState } from './shown.ts';

/** A bot that has been started. */
export interface RunningBot {
  stop(): Promise<void>;
  /** Told after the clock was set ahead, so that what is due now happens now. */
  timeMoved(): Promise<void>;
}

export interface BotRun {
  readonly phase: BotState['phase'];
  readonly fault: string | undefined;
  restart(): Promise<void>;
  timeMoved(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a bot and keeps one running. One thing at a time: what is asked meanwhile waits its turn.
 * @throws what the first start throws
 */
export async function runBot(start: () => Promise<RunningBot>, changed: () => void): Promise<BotRun> {
  let bot: RunningBot | undefined;
  let phase: BotState['phase'] = 'starting';
  let fault: string | undefined;
  let tail: Promise<unknown> = Promise.resolve();

  function turnTo(next: BotState['phase'], because?: string): void {
    phase = next;
    fault = because;
    changed();
  }

  async function begin(): Promise<void> {
    turnTo('starting');
    try {
      bot = await start();
      turnTo('running');
    } catch (error) {
      turnTo('failed', error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  async function end(): Promise<void> {
    if (!bot) return;
    turnTo('stopping');
    const stopping = bot;
    bot = undefined;
    await stopping.stop();
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  }

  await inTurn(begin);
  return {
    get phase() {
      return phase;
    },
    get fault() {
      return fault;
    },
    restart: () =>
      inTurn(async () => {
        await end();
        await begin();
      }),
    timeMoved: () => inTurn(async () => bot?.timeMoved()),
    stop: () => inTurn(end),
  };
}
