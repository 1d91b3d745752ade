/**
 * The games of all channels that this process serves. A move is applied in
 * memory, stored, and only then confirmed; then its effects are performed, one
 * after another, and each is crossed off once it is done. What a kill
 * interrupts is done again under the same nonce, so it is seen once.
 */

import type { Effect, Game, GameRefusal, Move, PauseReason, Sending } from '../domain/game/game.ts';
import { modeOf } from '../domain/game/modes/modes.ts';
import { currentRound } from '../domain/game/players.ts';
import { step } from '../domain/game/step.ts';
import { wakeAt } from '../domain/game/time.ts';
import { NONCE_MEMORY_MS, type PostRefusal } from '../domain/schedules.ts';
import { HOUR, type Instant } from '../domain/time.ts';
import type { Alarm, Clock, FileToSend, Log, OwnedStore, Stage } from '../ports.ts';
import type { Card } from '../views/card.ts';
import type { Press } from '../views/press.ts';

/** How often a channel's message is brought up to date at most. Discord allows about five edits in five seconds. */
export const EDIT_EVERY_MS = 1_500;
/** What cannot wait for that, such as a right answer, still keeps so far from the edit before it. */
const EDITS_APART_MS = 1_000;
/** How long a finished game can be asked about: own answers, protests, the table of answers. */
export const KEPT_MS = 7 * 24 * HOUR;
/** When an effect meets trouble, it is tried again after so long; after the last time, the game pauses. */
const RETRY_AFTER_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

export type Played = { readonly game: Game; readonly refused?: GameRefusal };

export interface Games {
  /** Opens a game unless the channel has one. */
  open(game: Game): Promise<'opened' | 'one-already'>;
  /** The game that is running or paused in a channel. */
  in(channelId: string): Game | undefined;
  /** Any game not forgotten yet. */
  get(id: string): Promise<Game | undefined>;
  /** Applies a move and stores the game. `undefined` when there is no such game. */
  play(id: string, move: Move): Promise<Played | undefined>;
  /** Pauses a game whose message, the one that shows where it is, was deleted: nobody tells us of that. */
  check(id: string): Promise<void>;
  /** The paused games of a server. */
  paused(guildId: string): readonly Game[];
  /** Pauses what was played in a channel that is gone. */
  channelGone(channelId: string): Promise<void>;
  /** Forgets what ended long ago. */
  tidy(): Promise<void>;
  /** Finishes what is being stored and posted; begins nothing more. */
  close(): Promise<void>;
}

/** How games look, and what happens to their points. */
export interface Play {
  readonly lobby: (game: Game) => Card;
  /** `closesAt` is when it will close, as far as can be told before it is posted. */
  readonly question: (game: Game, round: number, closesAt?: Instant) => Card;
  readonly reveal: (game: Game, round: number) => Card;
  /** `plain` without its picture. */
  readonly result: (
    game: Game,
    plain?: 'plain',
  ) => Promise<{ readonly card: Card; readonly files: readonly FileToSend[] }>;
  readonly note: (game: Game, note: Extract<Effect, { kind: 'note' }>['note']) => Card;
  readonly protest: (game: Game, protest: number) => Card;
  /** A press on the message of an effect, by which the message is found again; none where nothing can be pressed. */
  readonly marker: (game: Game, effect: Effect) => Press | undefined;
  readonly score: (
    game: Game,
    sending: Sending & { readonly effect: Extract<Effect, { kind: 'score' }> },
  ) => Promise<void>;
}

export interface Playing {
  readonly store: OwnedStore<Game>;
  readonly post: Stage;
  readonly play: Play;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly log: Log;
}

/** A game in memory, and what is under way with it. */
interface Table {
  game: Game;
  saving: Promise<void>;
  /** The next write, for all who come while one is under way. */
  nextSave: Promise<void> | undefined;
  performing: Promise<void> | undefined;
  retries: number;
  /** Whether it waits before the next try. */
  waiting: boolean;
  cancelWake: () => void;
  cancelRetry: () => void;
  cancelEdit: () => void;
  /** The last edit that was asked for; it never rejects. */
  editing: Promise<void>;
  /** When Discord answered the last one, and whether the message has to be brought up to date again. */
  editedAt: Instant;
  editDue: boolean;
  /** Effects that an earlier process left: those may have been seen already. */
  readonly inherited: ReadonlySet<number>;
}

/** Reads every game that is not over, says so in its channel, and goes on with it. */
export async function openGames({ store, post, play: look, alarm, clock, log }: Playing): Promise<Games> {
  const tables = new Map<string, Table>();
  const channels = new Map<string, string>();
  /** What is done beside the effects; nothing depends on it. */
  const aside = new Set<Promise<void>>();
  /** What waits for its turn to edit. */
  const turns = new Set<() => void>();
  let closed = false;

  for await (const [id, game] of store.entries()) {
    if (game.phase.kind !== 'over' || game.outbox.length) seat(id, game);
  }
  for (const [id, table] of tables) {
    await play(id, { kind: 'back', at: clock() });
    goOn(id, table);
  }

  function seat(id: string, game: Game): Table {
    const table: Table = {
      game,
      saving: Promise.resolve(),
      nextSave: undefined,
      performing: undefined,
      retries: 0,
      waiting: false,
      cancelWake: nothing,
      cancelRetry: nothing,
      cancelEdit: nothing,
      editing: Promise.resolve(),
      editedAt: 0,
      editDue: false,
      inherited: new Set(game.outbox.map(({ number }) => number)),
    };
    tables.set(id, table);
    if (game.phase.kind !== 'over') channels.set(game.channelId, id);
    return table;
  }

  /** Stores the game as it is when the write begins; whoever comes meanwhile shares the next write. */
  function save(table: Table): Promise<void> {
    table.nextSave ??= table.saving.catch(nothing).then(() => {
      table.saving = table.nextSave ?? Promise.resolve();
      table.nextSave = undefined;
      return store.put(table.game.id, table.game);
    });
    return table.nextSave;
  }

  async function play(id: string, move: Move): Promise<Played | undefined> {
    const table = tables.get(id) ?? (await revived(id));
    if (!table) return undefined;
    const before = table.game;
    const { game, refused } = step(before, move);
    if (refused || game === before) {
      rest(id, table);
      return refused ? { game: before, refused } : { game };
    }
    table.game = game;
    if (game.channelId !== before.channelId) channels.delete(before.channelId);
    if (game.phase.kind === 'over') channels.delete(game.channelId);
    else channels.set(game.channelId, id);
    await save(table);
    showProgress(id, table, move);
    goOn(id, table);
    return { game };
  }

  /** A game that is over is not kept in memory; a protest brings it back. */
  async function revived(id: string): Promise<Table | undefined> {
    const game = await store.get(id);
    return game && (tables.get(id) ?? seat(id, game));
  }

  /** Sets the timer, and performs what is to be performed. */
  function goOn(id: string, table: Table) {
    table.cancelWake();
    if (closed) return;
    const at = wakeAt(table.game);
    table.cancelWake =
      at === undefined ? nothing : alarm(at, () => run(id, () => play(id, { kind: 'time', at: clock() })));
    if (!table.game.outbox.length || table.waiting) return;
    table.performing ??= perform(id, table).finally(() => {
      table.performing = undefined;
      // Something may have come in between the last look and now.
      if (table.game.outbox.length) goOn(id, table);
      else rest(id, table);
    });
  }

  /** Performs the effects in order, until there is none, or trouble. */
  async function perform(id: string, table: Table) {
    for (let sending = table.game.outbox[0]; sending && !closed; sending = table.game.outbox[0]) {
      try {
        const outcome = await act(table, sending);
        if (outcome.kind === 'refused') {
          await play(id, { kind: 'pause', reason: pauseReason(outcome.reason), at: clock() });
          // A game that is over cannot pause: what cannot be said is let go.
          await play(id, { kind: 'done', effect: sending.number });
          log.warn('game-cannot-post', { game: id, effect: sending.effect.kind, reason: outcome.reason });
          continue;
        }
        if (outcome.kind === 'asked') {
          const { round } = outcome;
          await play(id, { kind: 'asked', round, messageId: outcome.messageId, at: outcome.at });
          // It may have been there since before the outage.
          if (table.inherited.has(sending.number)) await play(id, { kind: 'back', at: clock() });
        }
        await play(id, {
          kind: 'done',
          effect: sending.number,
          messageId: 'messageId' in outcome ? outcome.messageId : undefined,
        });
        table.retries = 0;
      } catch (error) {
        log.error('game-in-trouble', error, { game: id, effect: sending.effect.kind });
        const wait = RETRY_AFTER_MS[table.retries++];
        if (wait === undefined) {
          table.retries = 0;
          await run(id, () => play(id, { kind: 'pause', reason: 'trouble', at: clock() }));
          await run(id, () => play(id, { kind: 'done', effect: sending.number }));
        } else {
          table.waiting = true;
          table.cancelRetry = alarm(clock() + wait, () => {
            table.waiting = false;
            goOn(id, table);
          });
        }
        return;
      }
    }
  }

  type Done =
    | { readonly kind: 'done' }
    | { readonly kind: 'sent'; readonly messageId: string; readonly at: Instant }
    | { readonly kind: 'asked'; readonly round: number; readonly messageId: string; readonly at: Instant }
    | { readonly kind: 'refused'; readonly reason: PostRefusal };

  async function act(table: Table, sending: Sending): Promise<Done> {
    const { game } = table;
    const { effect } = sending;
    switch (effect.kind) {
      case 'lobby':
        return say(table, sending, look.lobby(game));
      case 'ask': {
        const said = await say(table, sending, look.question(game, effect.round, closeIfAsked(game, clock())));
        if (effect.round === 0) closeLobby(table);
        return said.kind === 'sent'
          ? { kind: 'asked', round: effect.round, messageId: said.messageId, at: said.at }
          : said;
      }
      case 'reveal': {
        // In place of the question, which can be done any number of times; anew only if that message is gone.
        const card = look.reveal(game, effect.round);
        const messageId = game.rounds[effect.round]?.messageId;
        const edited = messageId && (await edit(table, messageId, card));
        if (edited && edited.kind === 'edited') return { kind: 'done' };
        if (edited && edited.kind === 'refused') return edited;
        return say(table, sending, card);
      }
      case 'result': {
        const { card, files } = await look.result(game);
        const said = await say(table, sending, card, files);
        closeLobby(table);
        // Without the permission to attach files there is no picture, but all it says.
        return said.kind === 'refused' && files.length
          ? say(table, sending, (await look.result(game, 'plain')).card)
          : said;
      }
      case 'note': {
        const said = await say(table, sending, look.note(game, effect.note));
        if (['paused', 'stopped', 'abandoned'].includes(effect.note.kind)) withdraw(table);
        return said;
      }
      case 'protest':
        return say(table, sending, look.protest(game, effect.protest));
      case 'score':
        await look.score(game, { ...sending, effect });
        return { kind: 'done' };
    }
  }

  /** Nobody can join by the lobby's buttons any more. */
  function closeLobby(table: Table) {
    const { lobbyMessageId } = table.game;
    if (lobbyMessageId) beside(table, () => edit(table, lobbyMessageId, look.lobby(table.game)));
  }

  /** Nothing can be pressed any more where the game stopped: in its lobby, or on the question that was open. */
  function withdraw(table: Table) {
    const round = currentRound(table.game);
    if (!round || modeOf(table.game).pace === 'self') return closeLobby(table);
    const { messageId, closed: revealed } = round;
    if (messageId && !revealed) beside(table, () => edit(table, messageId, look.question(table.game, round.number)));
  }

  /** Nothing depends on it, so trouble is only logged. */
  function beside({ game: { id } }: Table, work: () => Promise<unknown>) {
    const one = run(id, work).finally(() => aside.delete(one));
    aside.add(one);
  }

  /**
   * Edits once the channel bears it: one after another, each so long after Discord
   * answered the one before. What was only sent may still be on its way, and then
   * two would arrive together.
   */
  function edit(table: Table, messageId: string, card: Card) {
    const turn = table.editing.then(async () => {
      await untilBorne(table);
      try {
        return await post.edit(table.game.channelId, messageId, card);
      } finally {
        table.editedAt = clock();
      }
    });
    table.editing = turn.then(nothing, nothing);
    return turn;
  }

  async function untilBorne({ editedAt }: Table) {
    const at = editedAt + EDITS_APART_MS;
    if (at <= clock() || closed) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        turns.delete(go);
        resolve();
      };
      turns.add(go);
      alarm(at, go);
    });
  }

  /** Posts once: under one nonce, and, when Discord may have forgotten that, only if it is not there. */
  async function say(table: Table, sending: Sending, card: Card, files: readonly FileToSend[] = []) {
    const { game } = table;
    const { channelId } = game;
    if (table.inherited.has(sending.number) && clock() - sending.at > NONCE_MEMORY_MS) {
      // By nothing could it be told from another; rather none than the same one twice.
      if (sending.effect.kind === 'note') return { kind: 'done' } as const;
      const marker = look.marker(game, sending.effect);
      const found = marker && (await post.find(channelId, marker, sending.at));
      if (found?.kind === 'found') return sent(found);
      if (found?.kind === 'refused') return found;
    }
    const result = await post.send(channelId, card, { nonce: `${game.id}-${sending.number}`, files });
    return result.kind === 'sent' ? sent(result) : result;
  }

  /** Brings the message up to date, but never more often than a channel bears. */
  function showProgress(id: string, table: Table, move: Move) {
    const shown = move.kind === 'answer' || move.kind === 'join' || move.kind === 'leave' || move.kind === 'start';
    if (!shown || closed) return;
    if (table.editDue) return;
    table.editDue = true;
    awaitEdit(id, table);
  }

  function awaitEdit(id: string, table: Table) {
    table.cancelEdit = alarm(Math.max(clock(), table.editedAt + EDIT_EVERY_MS), async () => {
      await table.editing;
      if (closed) return;
      // Something else may have been edited since.
      if (clock() < table.editedAt + EDIT_EVERY_MS) return awaitEdit(id, table);
      table.editDue = false;
      const { kind } = table.game.phase;
      if (kind === 'reveal' || kind === 'paused' || kind === 'over') return;
      // What comes next shows it all, and need not wait for this.
      if ((wakeAt(table.game) ?? Number.POSITIVE_INFINITY) - clock() < EDITS_APART_MS) return;
      beside(table, () => bringUpToDate(id, table));
    });
  }

  /** Edits the message that shows where the game is; when that is gone, the game pauses. */
  async function bringUpToDate(id: string, table: Table) {
    const { game } = table;
    const shown = shownNow(game);
    if (!shown) return;
    const result = await edit(table, shown.messageId, shown.card);
    const still = shownNow(table.game)?.messageId === shown.messageId && table.game.phase.kind === game.phase.kind;
    if (result.kind === 'message-gone' && still) await play(id, { kind: 'pause', reason: 'message-gone', at: clock() });
  }

  function shownNow(game: Game): { readonly messageId: string; readonly card: Card } | undefined {
    const { lobbyMessageId } = game;
    const round = currentRound(game);
    switch (game.phase.kind) {
      case 'lobby':
      case 'open':
        return lobbyMessageId ? { messageId: lobbyMessageId, card: look.lobby(game) } : undefined;
      case 'question':
        return round?.messageId ? { messageId: round.messageId, card: look.question(game, round.number) } : undefined;
      case 'reveal':
        return round?.messageId ? { messageId: round.messageId, card: look.reveal(game, round.number) } : undefined;
      case 'paused':
      case 'over':
        return undefined;
    }
  }

  /** A game that is over and has nothing left to say leaves the memory. */
  function rest(id: string, { game, performing }: Table) {
    if (game.phase.kind === 'over' && !game.outbox.length && !performing) tables.delete(id);
  }

  async function run(id: string, work: () => Promise<unknown>) {
    try {
      await work();
    } catch (error) {
      log.error('game-failed', error, { game: id });
    }
  }

  return {
    async open(game) {
      if (channels.has(game.channelId)) return 'one-already';
      const table = seat(game.id, game);
      try {
        await save(table);
      } catch (error) {
        tables.delete(game.id);
        channels.delete(game.channelId);
        throw error;
      }
      goOn(game.id, table);
      return 'opened';
    },
    in(channelId) {
      const id = channels.get(channelId);
      return id === undefined ? undefined : tables.get(id)?.game;
    },
    get: async (id) => tables.get(id)?.game ?? (await store.get(id)),
    play,
    async check(id) {
      const table = tables.get(id);
      await table?.performing;
      // What waits to be said again will show by itself whether it can.
      if (table && !table.game.outbox.length) await run(id, () => bringUpToDate(id, table));
    },
    paused: (guildId) =>
      [...tables.values()].flatMap(({ game }) =>
        game.guildId === guildId && game.phase.kind === 'paused' ? [game] : [],
      ),
    async channelGone(channelId) {
      const id = channels.get(channelId);
      if (id !== undefined) await play(id, { kind: 'pause', reason: 'channel-gone', at: clock() });
    },
    async tidy() {
      const old: string[] = [];
      for await (const [id, { phase }] of store.entries()) {
        if (phase.kind === 'over' && clock() - phase.at > KEPT_MS) old.push(id);
      }
      for (const id of old) await store.update(id, () => [undefined, undefined]);
    },
    async close() {
      closed = true;
      for (const table of tables.values()) {
        table.cancelWake();
        table.cancelRetry();
        table.cancelEdit();
      }
      for (const go of turns) go();
      await Promise.all(
        [...tables.values()].flatMap(({ performing, nextSave, saving }) => [performing, nextSave ?? saving]),
      );
      await Promise.all(aside);
    },
  };
}

/** When a question closes that is posted now. */
function closeIfAsked(game: Game, now: Instant): Instant | undefined {
  return modeOf(game).pace === 'clock' ? now + game.rules.windowMs : undefined;
}

function sent({ messageId, at }: { readonly messageId: string; readonly at: Instant }) {
  return { kind: 'sent', messageId, at } as const;
}

function pauseReason(reason: PostRefusal): PauseReason {
  switch (reason.kind) {
    case 'unknown-channel':
      return 'channel-gone';
    case 'missing-permissions':
    case 'unverifiable':
      return 'missing-permissions';
    case 'trouble':
      return 'trouble';
  }
}

function nothing() {}
