/** How group games are stored. */

import { z } from 'zod';
import {
  type Effect,
  type Game,
  MODES,
  type Note,
  type Phase,
  type Rules,
  type ScoreEntry,
} from '../../domain/game/game.ts';
import { DIFFICULTIES } from '../../domain/library.ts';
import type { Answer } from '../../domain/quiz.ts';
import type { Shape } from './keyvStore.ts';
import { storedQuestion } from './questionShape.ts';

const instant = z.number();
const count = z.int().min(0);
const pauseReason = z.literal(['channel-gone', 'missing-permissions', 'message-gone', 'trouble', 'by-host']);

const rules: z.ZodType<Rules> = z.strictObject({
  mode: z.literal(MODES),
  windowMs: z.number(),
  speedBonus: z.boolean(),
  streaks: z.boolean(),
  lives: count,
  teams: count,
  teamsChosen: z.boolean(),
});

const running = [
  z.strictObject({ kind: z.literal('lobby'), startsAt: instant }),
  z.strictObject({ kind: z.literal('question') }),
  z.strictObject({ kind: z.literal('reveal'), until: instant.optional() }),
  z.strictObject({ kind: z.literal('open'), closesAt: instant }),
] as const;

const phase: z.ZodType<Phase> = z.discriminatedUnion('kind', [
  ...running,
  z.strictObject({ kind: z.literal('paused'), reason: pauseReason, was: z.discriminatedUnion('kind', [...running]) }),
  z.strictObject({ kind: z.literal('over'), how: z.literal(['finished', 'stopped', 'abandoned']), at: instant }),
]);

const answer: z.ZodType<Answer> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('option'), shown: count }),
  z.strictObject({ kind: z.literal('typed'), text: z.string() }),
  z.strictObject({ kind: z.literal('order'), shown: z.array(count) }),
]);

const note: z.ZodType<Note> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('back'), timePassed: z.boolean() }),
  z.strictObject({ kind: z.literal('paused'), reason: pauseReason }),
  z.strictObject({ kind: z.literal('resumed') }),
  z.strictObject({ kind: z.literal('stopped'), by: z.string() }),
  z.strictObject({ kind: z.literal('abandoned') }),
  z.strictObject({ kind: z.literal('ruled'), round: count, accepted: z.boolean() }),
]);

const entry: z.ZodType<ScoreEntry> = z.strictObject({
  player: z.string(),
  points: z.number(),
  right: z.number(),
  answered: z.number(),
  topics: z.record(z.string(), z.number()),
});

const effect: z.ZodType<Effect> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lobby') }),
  z.strictObject({ kind: z.literal('ask'), round: count }),
  z.strictObject({ kind: z.literal('reveal'), round: count }),
  z.strictObject({ kind: z.literal('result') }),
  z.strictObject({ kind: z.literal('note'), note }),
  z.strictObject({ kind: z.literal('score'), entries: z.array(entry) }),
  z.strictObject({ kind: z.literal('protest'), protest: count }),
]);

/** By the game's id. */
export const games: Shape<Game> = {
  name: 'games',
  version: 1,
  schema: z.strictObject({
    id: z.string(),
    guildId: z.string(),
    channelId: z.string(),
    hostId: z.string(),
    rules,
    scope: z.strictObject({
      article: z.string().optional(),
      topic: z.string().optional(),
      difficulty: z.literal(DIFFICULTIES).optional(),
    }),
    seed: z.string(),
    questions: z.array(
      z.strictObject({
        ref: z.string(),
        question: storedQuestion,
        article: z.string().optional(),
        events: z.array(z.string()).optional(),
        term: z.string().optional(),
        topics: z.array(z.string()),
      }),
    ),
    phase,
    players: z.record(
      z.string(),
      z.strictObject({
        name: z.string().optional(),
        joinedAt: instant,
        team: count.optional(),
        extra: z.number(),
        left: z.boolean(),
      }),
    ),
    rounds: z.array(
      z.strictObject({
        number: count,
        askedAt: instant.optional(),
        messageId: z.string().optional(),
        closesAt: instant.optional(),
        closed: z.boolean(),
        skipped: z.boolean().optional(),
        answers: z.record(
          z.string(),
          z.strictObject({ answer, at: instant, share: z.number(), more: z.boolean(), accepted: z.boolean() }),
        ),
        hints: z.array(z.string()),
      }),
    ),
    protests: z.array(
      z.strictObject({
        number: count,
        by: z.string(),
        round: count,
        state: z.literal(['open', 'accepted', 'declined']),
      }),
    ),
    lobbyMessageId: z.string().optional(),
    outbox: z.array(z.strictObject({ number: count, at: instant, effect })),
    effects: count,
  }),
};

/** By server: the short names of the questions asked there, the latest last. */
export const seen: Shape<readonly string[]> = { name: 'seen', version: 1, schema: z.array(z.string()) };
