/** What the members of a large server do at the local Discord, all at once. */

import { setTimeout as wait } from 'node:timers/promises';
import type { LocalDiscord } from '../../src/playground/discord/localDiscord.ts';
import { buttonsOf } from '../../src/playground/discord/messageText.ts';
import type { SeenMessage } from '../../src/playground/discord/sight.ts';
import { arrivals } from './arrivals.ts';
import { watchAnswers } from './watchAnswers.ts';
import { memberName, PERSON } from './worlds.ts';

export interface Wanted {
  readonly seed: string;
  readonly seconds: number;
}

export interface Asked {
  readonly channelId: string;
  readonly messageId: string;
  /** The custom ids of its buttons, in their order. */
  readonly buttons: readonly string[];
}

export interface Crowd {
  readonly messageId: string;
  /** Custom ids; members take the next each, in turn. */
  readonly buttons: readonly string[];
  readonly members: number;
  readonly seed: string;
}

export interface CrowdResult {
  /** In milliseconds, one for each press. */
  readonly answered: readonly number[];
  readonly lost: number;
  /** Acknowledgements that Discord turned away, as it does with a second one. */
  readonly refused: number;
  readonly lateMs: readonly number[];
  readonly checkMs: readonly number[];
  /** Who pressed which of the buttons. */
  readonly pressed: readonly { readonly userId: string; readonly button: string }[];
  /** When the channel's messages were edited meanwhile and in the seconds after, in milliseconds from the first press. */
  readonly edits: readonly number[];
}

const CHANNEL = '#quiz-room';
/** As long as edits that are still due may take. */
const LAST_EDITS_MS = 3000;

/** The host opens a game, joins it, starts it, and answers nothing. What was played before is stopped. */
export async function askTheCrowd(discord: LocalDiscord, { seed, seconds }: Wanted): Promise<Asked> {
  const host = discord.as(PERSON);
  const { channelId } = discord.channel(CHANNEL);
  await host.type('/quiz stop', {}, { channel: CHANNEL });
  const before = new Set(discord.messages(channelId, host.userId).map(({ id }) => id));
  const posted = (act: RegExp) =>
    discord.whenMessage(
      (message) =>
        message.channel_id === channelId && !before.has(message.id) && idsOf(message).some((id) => act.test(id)),
    );
  const opened = await host.type('/quiz start', { questions: 1, seconds, seed }, { channel: CHANNEL });
  if (opened.kind === 'failed') throw new Error(`/quiz start: ${opened.notice}`);
  const lobby = await posted(/:join$/);
  for (const act of ['join', 'start']) {
    await host.press(lobby, idsOf(lobby).find((id) => id.endsWith(`:${act}`)) ?? '');
  }
  const question = await posted(PICK);
  return { channelId, messageId: question.id, buttons: idsOf(question).filter((id) => PICK.test(id)) };
}

const PICK = /^game-pick:/;

export async function pressTogether(
  discord: LocalDiscord,
  { messageId, buttons, members, seed }: Crowd,
): Promise<CrowdResult> {
  const message = discord.message(messageId);
  if (!message) throw new Error(`There is no message ${messageId}.`);
  const presses = Array.from({ length: members }, (_, index) => ({
    member: discord.as(memberName(index)),
    button: buttons[index % buttons.length] ?? '',
  }));
  const watch = watchAnswers<number>(discord);
  const edits: number[] = [];
  const lateMs: number[] = [];
  const startedAt = performance.now();
  const stop = discord.onWire((entry) => {
    const edited = entry.via === 'rest' && entry.method === 'PATCH' && entry.status < 300;
    if (edited && entry.path.startsWith(`/channels/${message.channel_id}/messages/`)) {
      edits.push(performance.now() - startedAt);
    }
  });
  for (const { at, what } of arrivals(presses, { perSecond: members, seconds: 1, seed })) {
    const early = startedAt + at - performance.now();
    if (early > 0) await wait(early);
    lateMs.push(performance.now() - startedAt - at);
    watch.does(1);
    void what.member.press(message, what.button, { force: true });
  }
  await watch.end();
  await wait(LAST_EDITS_MS);
  stop();
  return {
    answered: watch.answered.map(({ ms }) => ms),
    lost: watch.waiting.size,
    refused: watch.refused,
    lateMs,
    checkMs: watch.answered.map(({ checkMs }) => checkMs),
    pressed: presses.map(({ member, button }) => ({ userId: member.userId, button })),
    edits,
  };
}

function idsOf(message: SeenMessage): readonly string[] {
  return buttonsOf(message).flatMap(({ customId }) => customId ?? []);
}
