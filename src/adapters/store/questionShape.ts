/**
 * How a question is stored with the game that asks it. Looser than the dataset's
 * own schema: a question made from events names no facts, and a rule that the
 * dataset gets later must not make running games unreadable.
 */

import { z } from 'zod';
import { DIFFICULTIES, type Question } from '../../domain/library.ts';

const base = {
  id: z.string(),
  prompt: z.string(),
  facts: z.array(z.string()),
  difficulty: z.literal(DIFFICULTIES),
  explanation: z.string(),
};

export const storedQuestion: z.ZodType<Question> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), ...base, answer: z.string(), distractors: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('true-false'), ...base, answer: z.boolean() }),
  z.strictObject({ kind: z.literal('year'), ...base, answer: z.int() }),
  z.strictObject({
    kind: z.literal('text'),
    ...base,
    answers: z.strictObject({
      accept: z.array(z.string()),
      prompt: z.array(z.strictObject({ text: z.string(), ask: z.string() })),
      reject: z.array(z.strictObject({ text: z.string(), reason: z.string() })),
    }),
  }),
  z.strictObject({
    kind: z.literal('order'),
    ...base,
    items: z.array(z.strictObject({ text: z.string(), date: z.string() })),
  }),
]);
