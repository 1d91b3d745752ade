/** A thousand games over SQLite, in a process of its own for the sake of its memory and its event loop. */

import { rm } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { alarms } from '../../src/adapters/alarms.ts';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { render } from '../../src/adapters/discord/render.ts';
import { openStores } from '../../src/adapters/store/open.ts';
import { gameLook } from '../../src/app/gameLook.ts';
import { type Games, openGames } from '../../src/app/games.ts';
import { openStandings } from '../../src/app/standings.ts';
import type { Game, GameQuestion, Move, Rules } from '../../src/domain/game/game.ts';
import { choose } from '../../src/domain/game/selection.ts';
import { open } from '../../src/domain/game/step.ts';
import type { Answer } from '../../src/domain/kinds/kind.ts';
import { shownOptions } from '../../src/domain/quiz.ts';
import { type Random, seeded, shuffle } from '../../src/domain/random.ts';
import type { Log, Stage } from '../../src/ports.ts';
import { en } from '../../src/words/en.ts';
import { keptOnce } from './counts.ts';
import { fastClock } from './fastClock.ts';
import { serve } from './process.ts';
import { processorMs } from './processorMs.ts';

export interface ManyGames {
  readonly games: number;
  readonly players: number;
  readonly questions: number;
  /** How much faster than by the clock on the wall. */
  readonly speed: number;
}

export interface ManyGamesFigures {
  /** Milliseconds of real time from when each answer was due until it was stored. */
  readonly answeredMs: readonly number[];
  /** The same of everything else that somebody did: joining and starting. */
  readonly startedMs: readonly number[];
  readonly refused: number;
  /** Answers in the stored games and not: see `Kept`. */
  readonly once: number;
  readonly lost: number;
  readonly doubled: number;
  /** How many answers the standings count. */
  readonly counted: number;
  readonly finished: number;
  readonly runningAtOnce: number;
  /** Real seconds from the first game to the end of the last. */
  readonly seconds: number;
  /** How long a game took on average, in seconds of its own clock. */
  readonly gameSeconds: number;
  readonly processorSeconds: number;
  readonly delayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly writes: number;
  readonly kibPerWrite: number;
  readonly requests: { readonly sent: number; readonly edited: number };
  readonly troubles: number;
  /** MiB, after a collection. */
  readonly heap: { readonly before: number; readonly running: number; readonly after: number };
  readonly rss: { readonly before: number; readonly running: number; readonly after: number };
}

export type ManyGamesTasks = typeof tasks;
const tasks = { measure };
serve(tasks);

const FILE = 'var/bench-games.sqlite';
const RULES: Rules = {
  mode: 'classic',
  windowMs: 20_000,
  speedBonus: true,
  streaks: false,
  lives: 3,
  teams: 2,
  teamsChosen: false,
};
/** The games begin within so long, about as long as one question takes, so that they do not all close one at the same moment. */
const BEGIN_WITHIN_MS = 30_000;
/** The last results and points. */
const SETTLED_WITHIN_MS = 10_000;
const MIB = 1024 * 1024;

async function measure({ games: count, players, questions, speed }: ManyGames): Promise<ManyGamesFigures> {
  await clear();
  const today = new Date().toISOString().slice(0, 10);
  const library = await loadLibrary('data', today);
  const time = fastClock(speed);
  const { clock } = time;
  const clockwork = alarms(clock);
  const random = seeded('many games');
  let troubles = 0;
  const trouble = () => void troubles++;
  const log: Log = { debug() {}, info() {}, warn: trouble, error: trouble };
  const stores = await openStores(`sqlite://${FILE}`, log);
  let writes = 0;
  let characters = 0;
  const counting = {
    ...stores.games,
    put(key: string, game: Game) {
      writes += 1;
      if (writes % 100 === 0) characters += JSON.stringify(game).length;
      return stores.games.put(key, game);
    },
  };
  const standings = openStandings({ store: stores.standings });
  const requests = { sent: 0, edited: 0 };
  const look = gameLook({
    words: en,
    library,
    pictures: { standings: async () => undefined },
    standings,
    zoneOf: () => 'UTC',
    clock,
    log,
  });

  const given: string[] = [];
  const answeredMs: number[] = [];
  const startedMs: number[] = [];
  let refused = 0;
  let games: Games;

  /** Answers at once, with what Discord would be sent made ready. */
  const stage: Stage = {
    async send(_channel, card) {
      render(card);
      requests.sent += 1;
      return { kind: 'sent', messageId: idOf(8, requests.sent), at: clock() };
    },
    async edit(_channel, _message, card) {
      render(card);
      requests.edited += 1;
      return { kind: 'edited' };
    },
    find: async () => ({ kind: 'not-found' }),
    openThread: async (channelId) => ({ kind: 'opened', channelId }),
  };

  const doAt = (at: number, id: string, move: () => Move, times: number[]) =>
    clockwork.alarm(at, async () => {
      // What the timer is late counts too: whoever answers does not wait for us to look.
      const late = (clock() - at) / speed;
      const began = performance.now();
      const played = await games.play(id, move());
      times.push(late + performance.now() - began);
      if (!played || played.refused) refused += 1;
    });

  const chosen = Array.from({ length: 100 }, (_, index) =>
    choose(library, { scope: {}, count: questions, seed: `many${index}` }, today),
  );

  games = await openGames({
    store: counting,
    post: stage,
    play: {
      ...look,
      // The players see a question the moment it is asked, and answer it in its time.
      question(game, round, closesAt) {
        if (closesAt !== undefined) answers(game, round);
        return look.question(game, round, closesAt);
      },
    },
    alarm: clockwork.alarm,
    clock,
    log,
  });

  function answers({ id, seed, questions: asked, players: who }: Game, round: number) {
    for (const by of Object.keys(who)) {
      const answer = anAnswer(asked[round], seed, random);
      given.push(lineOf(id, round, by, answer));
      const at = clock() + Math.round(RULES.windowMs * (0.05 + (0.9 * random(1000)) / 1000));
      doAt(
        at,
        id,
        () => ({ kind: 'answer', by, name: `Member ${by.slice(-4)}`, round, answer, extra: 1, at }),
        answeredMs,
      );
    }
  }

  const heap = { before: 0, running: 0, after: 0 };
  const rss = { before: 0, running: 0, after: 0 };
  const weigh = async (when: keyof typeof heap) => {
    for (let turn = 0; turn < 3; turn++) {
      globalThis.gc?.();
      await wait(50);
    }
    const use = process.memoryUsage();
    heap[when] = use.heapUsed / MIB;
    rss[when] = use.rss / MIB;
  };

  await weigh('before');
  const ids = Array.from({ length: count }, (_, index) => `g${index.toString(36).padStart(6, '0')}`);
  // One for each half: what lies between the two must not count as a delay.
  const delays = [1, 2].map(() => monitorEventLoopDelay({ resolution: 1 }));
  const ticking = setInterval(clockwork.check, 1);
  const startedAt = performance.now();
  const spentBefore = processorMs();
  delays[0]?.enable();
  time.start();
  for (const [index, id] of ids.entries()) {
    const at = clock() + Math.round((BEGIN_WITHIN_MS * index) / count);
    clockwork.alarm(at, async () => {
      const game = open({
        id,
        guildId: idOf(1, index),
        channelId: idOf(3, index),
        hostId: playerOf(index, 0),
        rules: RULES,
        scope: {},
        seed: id,
        questions: chosen[index % chosen.length] ?? [],
        at: clock(),
      });
      await games.open(game);
      for (let player = 0; player < players; player++) {
        const by = playerOf(index, player);
        doAt(
          at + 200 * (player + 1),
          id,
          () => ({ kind: 'join', by, name: `Member ${by.slice(-4)}`, extra: 1, at: clock() }),
          startedMs,
        );
      }
      const start = (): Move => ({ kind: 'start', by: playerOf(index, 0), at: clock() });
      doAt(at + 200 * (players + 2), id, start, startedMs);
    });
  }
  const running = () => ids.filter((_, index) => games.in(idOf(3, index))).length;
  /** Also those that are over and have something left to say. */
  const unsettled = async () => {
    const all = await Promise.all(ids.map((id) => games.get(id)));
    return all.some((game) => game?.phase.kind !== 'over' || game.outbox.length > 0);
  };

  // Halfway time stands still, so that a forced collection delays no answer.
  while (clock() < time.origin + BEGIN_WITHIN_MS * (questions / 2)) await wait(20);
  delays[0]?.disable();
  time.stop();
  await wait(100);
  const runningAtOnce = running();
  await weigh('running');
  time.start();
  delays[1]?.enable();

  while (running() > 0) await wait(50);
  const seconds = (performance.now() - startedAt) / 1000;
  const processorSeconds = (processorMs() - spentBefore) / 1000;
  delays[1]?.disable();
  const until = performance.now() + SETTLED_WITHIN_MS;
  while ((await unsettled()) && performance.now() < until) await wait(100);
  clearInterval(ticking);
  await games.close();
  clockwork.close();
  await weigh('after');

  const delayMs = (share: number) => Math.max(...delays.map((one) => one.percentile(100 * share))) / 1e6;

  const stored: string[] = [];
  let finished = 0;
  let playedMs = 0;
  for await (const [id, game] of stores.games.entries()) {
    if (game.phase.kind === 'over' && game.phase.how === 'finished' && !game.outbox.length) finished += 1;
    if (game.phase.kind === 'over') playedMs += game.phase.at - (game.rounds[0]?.askedAt ?? game.phase.at);
    for (const { number, answers: all } of game.rounds)
      for (const [by, { answer }] of Object.entries(all)) stored.push(lineOf(id, number, by, answer));
  }
  let counted = 0;
  for await (const [, standing] of stores.standings.entries()) counted += standing.all.answered;
  await stores.close();
  await clear();
  return {
    answeredMs,
    startedMs,
    refused,
    ...keptOnce(given, stored),
    counted,
    finished,
    runningAtOnce,
    seconds,
    gameSeconds: playedMs / count / 1000,
    processorSeconds,
    delayMs: { p50: delayMs(0.5), p99: delayMs(0.99), max: delayMs(1) },
    writes,
    kibPerWrite: characters / Math.floor(writes / 100) / 1024,
    requests,
    troubles,
    heap,
    rss,
  };
}

/** By chance, right or wrong, in the way of the question. */
function anAnswer(asked: GameQuestion | undefined, seed: string, random: Random): Answer {
  const question = asked?.question;
  switch (question?.kind) {
    case 'year':
      return { kind: 'typed', text: String(1900 + random(120)) };
    case 'text':
      return { kind: 'typed', text: ['Vienna', 'the treaty', 'nobody'][random(3)] ?? '' };
    case 'order': {
      const places = shownOptions(question, seed).map((_, place) => place);
      return { kind: 'order', shown: shuffle(places, random) };
    }
    case 'true-false':
      return { kind: 'option', shown: random(2) };
    default:
      return { kind: 'option', shown: question ? random(shownOptions(question, seed).length) : 0 };
  }
}

function lineOf(id: string, round: number, by: string, answer: Answer): string {
  return `${id} ${round} ${by} ${JSON.stringify(answer.kind === 'typed' ? answer.text : answer.shown)}`;
}

function playerOf(game: number, player: number): string {
  return idOf(2, game * 100 + player);
}

/** Ids as Discord gives them. */
function idOf(first: number, number: number): string {
  return `${first}${String(number).padStart(17, '0')}`;
}

async function clear(): Promise<void> {
  await Promise.all(['', '-wal', '-shm'].map((ending) => rm(`${FILE}${ending}`, { force: true })));
}
