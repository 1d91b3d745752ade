/** The local Discord in a process of its own, with one person who uses the bot. Times are taken here, at Discord's end of the wire. */

import { setTimeout as wait } from 'node:timers/promises';
import { Routes } from 'discord.js';
import { commands } from '../../commands/index.ts';
import { manifestOf } from '../../src/adapters/discord/manifest.ts';
import type { Actor } from '../../src/playground/discord/actor.ts';
import { type LocalDiscord, openLocalDiscord } from '../../src/playground/discord/localDiscord.ts';
import type { SeenMessage } from '../../src/playground/discord/sight.ts';
import { arrivals } from './arrivals.ts';
import { askTheCrowd, type Crowd, pressTogether, type Wanted } from './crowdAtDiscord.ts';
import { DEEDS, type Deed, type Load, type LoadResult } from './deeds.ts';
import { serve } from './process.ts';
import { processorMs } from './processorMs.ts';
import { isCallback, watchAnswers } from './watchAnswers.ts';
import { clubs, PERSON } from './worlds.ts';

export type DiscordTasks = typeof tasks;

const ARTICLES = ['suga-putin-call-2020', 'joint-declaration-1956', 'northern-territories-dispute'];
const DAYS = ['19 October', '29 September', '26 July', '4 April', 'today'];
const TYPED = ['', 's', 'sug', 'suga put', 'northern teritories', 'peace treaty', 'constitution', '1956'];
const FIRST_ANSWER_EVERY_MS = 20;
const FIRST_ANSWER_WITHIN_MS = 30_000;

let discord: LocalDiscord;
let person: Actor;
let turnedAway = 0;

const tasks = {
  /** Opens it with the commands already registered, as after a restart of a bot. */
  async open({ servers, members }: { readonly servers: number; readonly members: number }) {
    discord = await openLocalDiscord({ world: clubs(servers, members) });
    person = discord.as(PERSON);
    discord.onWire((entry) => {
      if (entry.via === 'rest' && entry.status === 429) turnedAway += 1;
    });
    const response = await fetch(`${discord.apiUrl}/v10${Routes.applicationCommands(discord.applicationId)}`, {
      method: 'PUT',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(manifestOf(commands)),
    });
    if (!response.ok) throw new Error(`the commands were not registered: ${await response.text()}`);
    return { BENCH_API: discord.apiUrl, BENCH_TOKEN: discord.token };
  },

  /** When the bot first answered, in Unix milliseconds. The person asks again and again until it does. */
  async firstAnswer(): Promise<number> {
    const until = performance.now() + FIRST_ANSWER_WITHIN_MS;
    let answeredAt: number | undefined;
    const stop = onAcknowledged(() => {
      answeredAt ??= Date.now();
    });
    while (answeredAt === undefined) {
      if (performance.now() > until) throw new Error('the bot does not answer');
      if (discord.connected) void person.type('/about');
      await wait(FIRST_ANSWER_EVERY_MS);
    }
    stop();
    return answeredAt;
  },

  /** Uses the bot at a steady rate, whether or not it keeps up. */
  load,

  /** Opens a group's game, up to its first question. */
  question: (given: Wanted) => askTheCrowd(discord, given),

  /** A message of a bot that answers every press alike. */
  async constant() {
    const { id } = await aMessage();
    return { messageId: id, buttons: ['constant'] };
  },

  /** Many members press a button of one message within a second. */
  crowd: (given: Crowd) => pressTogether(discord, given),

  /** The channels of that name, one in each server. */
  channels({ name }: { readonly name: string }) {
    return discord.world.guilds.flatMap(({ guildId, channels }) =>
      channels.filter((one) => one.name === name).map(({ channelId }) => ({ guildId, channelId })),
    );
  },

  /** How many messages of the bot stand in each of these channels. */
  posted({ channels }: { readonly channels: readonly string[] }) {
    return channels.map((id) => discord.messages(id, person.userId).filter(({ author }) => author.bot).length);
  },

  processorMs,

  /** How often a request was turned away for coming too fast. */
  turnedAway: () => turnedAway,
};

serve(tasks);

async function load({ perSecond, seconds, seed }: Load): Promise<LoadResult> {
  const pressed = await aMessage();
  const watch = watchAnswers<Deed>(discord);
  const lateMs: number[] = [];

  const startedAt = performance.now();
  for (const { at, what } of arrivals(DEEDS, { perSecond, seconds, seed })) {
    const early = startedAt + at - performance.now();
    if (early > 0) await wait(early);
    lateMs.push(performance.now() - startedAt - at);
    watch.does(what);
    act(what, pressed, watch.answered.length);
  }
  await watch.end();
  const answered = watch.answered.map(({ what, ms }) => ({ deed: what, ms }));
  return { answered, lost: watch.waiting.size, lateMs, checkMs: watch.answered.map(({ checkMs }) => checkMs) };
}

/** Does it without waiting for what comes of it. */
function act(deed: Deed, pressed: SeenMessage, turn: number): void {
  const article = ARTICLES[turn % ARTICLES.length] ?? '';
  switch (deed) {
    case 'summary':
      return void person.type('/summary', { article });
    case 'facts':
      return void person.type('/facts', { article });
    case 'onthisday':
      return void person.type('/onthisday', { date: DAYS[turn % DAYS.length] ?? '' }, { force: true });
    case 'press':
      return void person.press(pressed, `facts:${article}:0`, { force: true });
    case 'autocomplete':
      return void person.complete('/summary', 'article', TYPED[turn % TYPED.length] ?? '');
  }
}

async function aMessage(): Promise<SeenMessage> {
  const outcome = await person.type('/summary', { article: ARTICLES[0] ?? '' });
  if (outcome.kind !== 'message') throw new Error(`/summary gave no message: ${JSON.stringify(outcome)}`);
  return outcome.message;
}

function onAcknowledged(heard: () => void): () => void {
  return discord.onWire((entry) => {
    if (entry.via === 'rest' && entry.status < 300 && isCallback(entry.path)) heard();
  });
}
