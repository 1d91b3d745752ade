/** A club that plays group games on the small library, whose right answers are known. */

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import { choose } from '../../src/domain/game/selection.ts';
import type { Question } from '../../src/domain/library.ts';
import type { Actor, OptionValues } from '../../src/playground/discord/actor.ts';
import { buttonsOf, menusOf, textOf } from '../../src/playground/discord/messageText.ts';
import type { Outcome, SeenMessage } from '../../src/playground/discord/sight.ts';
import { aBotProcess } from './aBotProcess.ts';
import { aClub, type Club, type ClubOptions, dialogIn, messageIn } from './aClub.ts';
import { aDataset } from './aDataset.ts';
import { aLibrary } from './anArticle.ts';

/** The day of `SATURDAY`. */
const TODAY = '2040-09-29';
export const ROOM = '#quiz-room';

/** Of a message that shows the right answer. */
export const REVEALED = /The answer: |The right order/;

/** So many seconds pass one by one; what is before them, all at once. */
const STEPS = 30;

/** By prompt: what is right, and what is wrong. */
const ANSWERS: Readonly<Record<string, { readonly right: readonly string[]; readonly wrong: readonly string[] }>> = {
  'How did the leaders speak?': { right: ['By telephone'], wrong: ['At a summit'] },
  'Where did envoys meet?': { right: ['Vienna'], wrong: ['Geneva'] },
  'How long was the call?': { right: ['20 minutes'], wrong: ['A day'] },
  'The call lasted an hour.': { right: ['False'], wrong: ['True'] },
  'The leaders wrote letters.': { right: ['False'], wrong: ['True'] },
  'When was the treaty signed?': { right: ['1956'], wrong: ['1066'] },
  'In which city was the treaty signed?': { right: ['Moscow'], wrong: ['Paris'] },
  'Put these in order.': {
    right: ['The treaty is signed', 'The envoys meet', 'The leaders speak'],
    wrong: ['The leaders speak', 'The envoys meet', 'The treaty is signed'],
  },
};

export type Say = 'right' | 'wrong' | { readonly typed: string };

export interface QuizNight {
  readonly club: Club;
  readonly mona: Actor;
  readonly ana: Actor;
  readonly ben: Actor;
  readonly chi: Actor;
  /** Opens a game in the quiz room; its lobby. */
  open(options?: OptionValues, host?: Actor): Promise<SeenMessage>;
  /** The same, with these players, a second into its first question. */
  play(options: OptionValues, ...players: readonly Actor[]): Promise<SeenMessage>;
  /** The latest message of a channel in which this is to be read, at once or once it is there. */
  reads(pattern: RegExp, channel?: string): Promise<SeenMessage>;
  /** A message once it has changed into this; edits keep apart, so up to a second and a half may pass for it. */
  becomes(message: SeenMessage, pattern: RegExp): Promise<SeenMessage>;
  /** The question of this number, counted from 1, once it can be answered. */
  question(number: number, channel?: string): Promise<SeenMessage>;
  /** What somebody reads after answering. */
  answer(who: Actor, question: SeenMessage, say: Say): Promise<SeenMessage>;
  /** Everybody answers question `number`, and `seconds` later it closes: its message with the right answer. */
  round(number: number, answers: readonly (readonly [who: Actor, say: Say])[], seconds?: number): Promise<SeenMessage>;
  press(who: Actor, message: SeenMessage, button: string): Promise<string>;
  type(who: Actor, command: string, options?: OptionValues, channel?: string): Promise<string>;
  /** Time passes, its last half minute second by second, and the bot looks at each. */
  pass(seconds: number): Promise<void>;
  /** Everything in a channel that all can read, a text for each message, oldest first, with names for mentions. */
  told(channel?: string): readonly string[];
  /** With names for mentions. */
  named(text: string): string;
  /** Resolves once the log has this event so often. */
  logged(event: string, times?: number): Promise<void>;
  /** What the log has of warnings and errors. */
  troubles(): readonly string[];
}

/** In a club that is closed when the test is over; and then nobody was pinged. */
export async function aQuizNight(options: ClubOptions = {}): Promise<QuizNight> {
  const club = await aClub({ data: await aDataset(), limited: false, ...options });
  watchPings(club);
  return aNightIn(club, club.moveTo);
}

export interface DoomedNight extends QuizNight {
  /** Kills the bot without a warning. `away` seconds later another is there, on the same store, and looks. */
  killFor(away: number): Promise<void>;
}

/** The same, with the bot in a process of its own until it is killed. */
export async function aDoomedNight(): Promise<DoomedNight> {
  const data = await aDataset();
  const club = await aClub({ data, limited: false });
  watchPings(club);
  await club.stop();
  let child: ChildProcess | undefined = await aBotProcess(club, data);
  const later = (seconds: number) => new Date(club.clock() + seconds * 1000).toISOString();
  const night = aNightIn(club, async (iso) => {
    if (!child) return club.moveTo(iso);
    club.sleepUntil(iso);
    const ticked = once(child, 'message');
    child.send(club.clock());
    await ticked;
  });
  return {
    ...night,
    async killFor(away) {
      if (!child) throw new Error('it is dead already');
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = undefined;
      club.sleepUntil(later(away));
      await club.start();
    },
  };
}

function watchPings({ discord }: Club): void {
  const pinged: string[] = [];
  discord.onChange((change) => {
    const message = change.kind === 'message' ? discord.message(change.messageId) : undefined;
    const { everyone = false, roleIds = [], userIds = [] } = message?.pings ?? {};
    if (message && (everyone || roleIds.length || userIds.length)) pinged.push(textOf(message));
  });
  onTestFinished(() => expect(pinged).toEqual([]));
}

function aNightIn(club: Club, moveTo: (iso: string) => Promise<void>): QuizNight {
  const { discord } = club;
  const [mona, ana, ben, chi] = ['Mona', 'Ana', 'Ben', 'Chi'].map((name) => discord.as(name)) as [
    Actor,
    Actor,
    Actor,
    Actor,
  ];

  const inRoom = (channel: string) => {
    const { channelId } = discord.channel(channel);
    return (message: SeenMessage) => message.channel_id === channelId && message.onlyFor === undefined;
  };

  /** Of those that are there already, the latest. */
  async function latest(fits: (message: SeenMessage) => boolean): Promise<SeenMessage> {
    const first = await discord.whenMessage(fits);
    return discord.messages(first.channel_id, mona.userId).findLast(fits) ?? first;
  }

  async function reads(pattern: RegExp, channel = ROOM): Promise<SeenMessage> {
    const here = inRoom(channel);
    return latest((message) => here(message) && pattern.test(textOf(message)));
  }

  async function becomes(message: SeenMessage, pattern: RegExp): Promise<SeenMessage> {
    const has = discord.whenMessage((one) => one.id === message.id && pattern.test(textOf(one)));
    let waiting = true;
    void has.then(() => {
      waiting = false;
    });
    for (let nudges = 0; nudges < 15; nudges++) {
      for (let turns = 0; waiting && turns < 100; turns++) await new Promise(setImmediate);
      if (waiting) await pass(0.1);
    }
    return has;
  }

  async function question(number: number, channel = ROOM): Promise<SeenMessage> {
    const here = inRoom(channel);
    const heading = new RegExp(`^-# Question ${number} of `, 'm');
    return latest((message) => here(message) && heading.test(textOf(message)) && isOpen(message));
  }

  async function open(wanted: OptionValues = {}, host = mona): Promise<SeenMessage> {
    const reply = messageIn(await host.type('/quiz start', wanted, { channel: ROOM }));
    const [, channelId] = /The quiz is opened in <#(\d+)>/.exec(textOf(reply)) ?? [];
    if (!channelId) throw new Error(textOf(reply));
    return reads(/Join|Team 1|Take the quiz/, channelId);
  }

  async function press(who: Actor, message: SeenMessage, button: string): Promise<string> {
    return textOf(messageIn(await who.press(discord.message(message.id) ?? message, button)));
  }

  const answer = (who: Actor, message: SeenMessage, say: Say) =>
    answered(who, discord.message(message.id) ?? message, say);

  async function pass(seconds: number): Promise<void> {
    const until = club.clock() + Math.round(seconds * 1000);
    const leap = Math.max(0, seconds - STEPS) * 1000;
    for (let at = club.clock() + leap; at < until; ) {
      at = Math.min(until, at + 1000);
      // What Discord has answered, the bot is to hear of before time goes on.
      for (let turns = 0; turns < 50; turns++) await new Promise(setImmediate);
      await moveTo(new Date(at).toISOString());
    }
  }

  const named = (text: string) =>
    text.replace(/<@(\d+)>/g, (_, id) => `@${discord.world.users.find(({ userId }) => userId === id)?.name}`);

  return {
    club,
    mona,
    ana,
    ben,
    chi,
    open,
    async play(wanted, ...players) {
      const lobby = await open(wanted);
      for (const player of players) await press(player, lobby, 'Join');
      await press(mona, lobby, 'Start now');
      const first = await question(1, lobby.channel_id);
      await pass(1);
      await becomes(lobby, /The game has begun\./);
      return first;
    },
    reads,
    becomes,
    question,
    answer,
    async round(number, answers, seconds = 5) {
      const message = await question(number);
      for (const [who, say] of answers) await answer(who, message, say);
      await pass(seconds);
      return becomes(message, REVEALED);
    },
    press,
    async type(who, command, wanted = {}, channel = ROOM) {
      return textOf(messageIn(await who.type(command, wanted, { channel })));
    },
    pass,
    named,
    async logged(event, times = 1) {
      while (club.log.filter(({ msg }) => msg === event).length < times) await new Promise(setImmediate);
    },
    troubles: () => club.log.filter(({ level }) => level > 30).map(({ msg }) => msg),
    told: (channel = ROOM) =>
      discord
        .messages(discord.channel(channel).channelId, mona.userId)
        .filter(({ onlyFor }) => onlyFor === undefined)
        .map((message) => named(textOf(message))),
  };
}

/** Whether something on it can be pressed to answer it. */
function isOpen(message: SeenMessage): boolean {
  const ways = buttonsOf(message).some(({ customId = '' }) => /^game-(pick|type):/.test(customId));
  return ways || menusOf(message).some(({ customId }) => customId.startsWith('game-arrange'));
}

async function answered(who: Actor, message: SeenMessage, say: Say): Promise<SeenMessage> {
  const prompt = promptOf(message);
  const known = ANSWERS[prompt];
  if (!known) throw new Error(`no answer is known to ${prompt}`);
  const words = typeof say === 'string' ? known[say] : [say.typed];
  const [first = ''] = words;
  const labels = buttonsOf(message).map(({ label }) => label);
  if (labels.includes('Answer')) {
    const dialog = dialogIn(await who.press(message, 'Answer'));
    return messageIn(await who.submit(dialog, { [dialog.fields[0]?.label ?? '']: first }));
  }
  if (menusOf(message).length) return arranged(who, message, words);
  return messageIn(await who.press(message, labels.includes(first) ? first : letterOf(message, first)));
}

async function arranged(who: Actor, message: SeenMessage, words: readonly string[]): Promise<SeenMessage> {
  const [first = '', second = ''] = words;
  const next = messageIn(await who.choose(message, 'Which came first?', [first]));
  return messageIn(await who.choose(next, 'Which came next?', [second]));
}

/** The letter in front of an option. */
export function letterOf(message: SeenMessage, option: string): string {
  return new RegExp(`^\\*\\*(.)\\*\\* ${option}$`, 'm').exec(textOf(message))?.[1] ?? 'none';
}

export const promptOf = (message: SeenMessage): string => /^### (.*)$/m.exec(textOf(message))?.[1] ?? '';
/** A sentence that somebody got, of any outcome. */
export const said = (outcome: Outcome): string => textOf(messageIn(outcome));

/** A seed by which a game of the small library asks questions of these kinds in this order. */
export function seedFor(...kinds: readonly Question['kind'][]): string {
  const [seed] = seedsWith(kinds, 1);
  return seed ?? '';
}

/** So many seeds by which a game of one question asks one of this kind. */
export function seedsFor(kind: Question['kind'], count: number): readonly string[] {
  return seedsWith([kind], count);
}

function seedsWith(kinds: readonly Question['kind'][], count: number): readonly string[] {
  const library = aLibrary();
  const asks = (seed: string) =>
    choose(library, { scope: {}, count: kinds.length, seed }, TODAY).every(
      ({ question }, at) => question.kind === kinds[at],
    );
  const found: string[] = [];
  for (let number = 0; found.length < count; number++) {
    if (number > 5000) throw new Error(`no seed asks ${kinds.join(', ')}`);
    if (asks(`s${number}`)) found.push(`s${number}`);
  }
  return found;
}
