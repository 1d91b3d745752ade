/** How a server's standings and settings are stored. */

import { z } from 'zod';
import { MODES } from '../../domain/game/game.ts';
import { EXTRA_TIMES, type MemberSettings, SECONDS, type ServerSettings } from '../../domain/groupSettings.ts';
import type { Standing, Tally } from '../../domain/standings.ts';
import type { Shape } from './keyvStore.ts';

const tally: z.ZodType<Tally> = z.strictObject({
  points: z.int(),
  right: z.int(),
  answered: z.int(),
});

export const standings: Shape<Standing> = {
  name: 'standings',
  version: 1,
  schema: z.strictObject({
    all: tally,
    topics: z.record(z.string(), z.int()),
    weeks: z.record(z.string(), tally),
    months: z.record(z.string(), tally),
    counted: z.array(z.strictObject({ game: z.string(), effect: z.int() })),
  }),
};

export const serverSettings: Shape<ServerSettings> = {
  name: 'serverSettings',
  version: 1,
  schema: z.strictObject({
    mode: z.literal(MODES),
    seconds: z.int().min(SECONDS.least).max(SECONDS.most),
    zone: z.string().optional(),
    hosts: z.union([z.literal(['everyone', 'managers']), z.strictObject({ role: z.string() })]),
    channels: z.array(z.string()),
    threads: z.boolean(),
  }),
};

export const memberSettings: Shape<MemberSettings> = {
  name: 'memberSettings',
  version: 1,
  schema: z.strictObject({ extraTime: z.literal(EXTRA_TIMES), hidden: z.boolean() }),
};
