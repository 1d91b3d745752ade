/** Every table of the store, opened once. */

import { z } from 'zod';
import type { Game } from '../../domain/game/game.ts';
import type { MemberSettings, ServerSettings } from '../../domain/groupSettings.ts';
import type { Outcome, PostRefusal, Schedule } from '../../domain/schedules.ts';
import type { Standing } from '../../domain/standings.ts';
import type { GroupedStore, Log, OwnedStore, Store } from '../../ports.ts';
import { openEngine } from './engines.ts';
import { games, seen } from './gameShapes.ts';
import { memberSettings, serverSettings, standings } from './groupShapes.ts';
import { keyvStore } from './keyvStore.ts';

export interface Stores {
  readonly schedules: Store<Schedule>;
  /** By `<server>:<member>`. */
  readonly standings: GroupedStore<Standing>;
  /** By server. */
  readonly serverSettings: Store<ServerSettings>;
  /** By `<server>:<member>`. */
  readonly memberSettings: Store<MemberSettings>;
  /** By the game's id. */
  readonly games: OwnedStore<Game>;
  /** By server: the short names of the questions asked there, the latest last. */
  readonly seen: Store<readonly string[]>;
  close(): Promise<void>;
}

const day = z.iso.date();
const instant = z.number();

const refusal: z.ZodType<PostRefusal> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown-channel') }),
  z.strictObject({ kind: z.literal('missing-permissions'), permissions: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('trouble') }),
  z.strictObject({ kind: z.literal('unverifiable'), permissions: z.array(z.string()) }),
]);

const outcome: z.ZodType<Outcome> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on-time'), messageId: z.string() }),
  z.strictObject({ kind: z.literal('late'), messageId: z.string() }),
  z.strictObject({ kind: z.literal('missed') }),
  z.strictObject({ kind: z.literal('failed'), reason: refusal }),
  z.strictObject({ kind: z.literal('nothing-to-post') }),
]);

export const scheduleSchema: z.ZodType<Schedule> = z.strictObject({
  id: z.string(),
  guildId: z.string(),
  channelId: z.string(),
  time: z.iso.time({ precision: -1 }),
  zone: z.string(),
  weekdays: z.array(z.literal([1, 2, 3, 4, 5, 6, 7])).min(1),
  topic: z.string().optional(),
  roleId: z.string().optional(),
  whenEmpty: z.literal(['nothing', 'nearest']),
  createdAt: instant,
  paused: z.boolean(),
  since: instant,
  failing: z.strictObject({ since: instant, reason: refusal }).optional(),
  intent: z.strictObject({ day, dueAt: instant, recordedAt: instant, uncertain: z.boolean() }).optional(),
  deliveries: z.array(z.strictObject({ day, dueAt: instant, at: instant, outcome })),
});

/** @throws when the engine cannot be opened. */
export async function openStores(url: string, log: Log): Promise<Stores> {
  const engine = await openEngine(url);
  return {
    schedules: keyvStore(
      await engine.table('schedules'),
      { name: 'schedules', version: 1, schema: scheduleSchema },
      log,
    ),
    standings: keyvStore(await engine.table(standings.name), standings, log),
    serverSettings: keyvStore(await engine.table(serverSettings.name), serverSettings, log),
    memberSettings: keyvStore(await engine.table(memberSettings.name), memberSettings, log),
    games: keyvStore(await engine.table(games.name), games, log),
    seen: keyvStore(await engine.table(seen.name), seen, log),
    close: engine.close,
  };
}
