import { openSchedules, type Schedules } from '../../src/app/schedules.ts';
import type { Library } from '../../src/domain/library.ts';
import type { Outcome, Schedule } from '../../src/domain/schedules.ts';
import { addDays, type Instant, MINUTE } from '../../src/domain/time.ts';
import type { Store } from '../../src/ports.ts';
import { postCard } from '../../src/views/dayCards.ts';
import { en } from '../../src/words/en.ts';
import { aClock, type HandClock } from './aClock.ts';
import { aDiscord, type LocalDiscord } from './aDiscord.ts';
import { aLife, type Life } from './aLife.ts';
import { aLog } from './aLog.ts';
import { aLibrary, anEvent } from './anArticle.ts';
import { aStore } from './aStore.ts';

/** Every day of the year has one, 29 February too. */
export const EVENTFUL: Library = aLibrary({
  events: Array.from({ length: 366 }, (_, days) => {
    const date = addDays('1952-01-01', days);
    return anEvent({ id: `${date}-event`, date });
  }),
});

/** What there is before the process starts, and stays when it dies. */
export interface Surroundings {
  readonly clock: HandClock;
  readonly store: Store<Schedule> & { broken: boolean };
  readonly discord: LocalDiscord;
  readonly log: ReturnType<typeof aLog>;
}

/** A store with these schedules in it, Discord, and a clock by which both go. */
export async function someSurroundings(at: string, schedules: readonly Schedule[]): Promise<Surroundings> {
  const clock = aClock(at);
  const store = aStore<Schedule>();
  for (const one of schedules) await store.update(`${one.guildId}/${one.id}`, () => [one, undefined]);
  return { clock, store, discord: aDiscord(clock.clock), log: aLog() };
}

/** The schedules of a process that starts among these surroundings. */
export function opened(
  { clock, store, discord, log }: Surroundings,
  life: Life = aLife(),
  library = EVENTFUL,
): Promise<Schedules> {
  return openSchedules({
    store: life.store(store),
    post: life.post(discord.post),
    library,
    card: ({ id, roleId }, { day }, occasion) => postCard(en, library, { schedule: id, day, occasion, roleId }),
    clock: clock.clock,
    log,
  });
}

export interface ScheduleDesk extends Surroundings {
  schedules: Schedules;
  /** Starts the process anew on the same store. */
  restart(): Promise<void>;
  /** Sets the clock and ticks. */
  tickAt(at: string | Instant): Promise<void>;
  /** A tick at every whole minute from now on, or at whole multiples of some, up to and with an instant. */
  tickUntil(at: string, everyMs?: number): Promise<void>;
  /** As the store has it. */
  kept(id?: string): Promise<Schedule | undefined>;
  /** By day, what became of the first schedule's posts. */
  outcomes(id?: string): Promise<Readonly<Record<string, Outcome['kind']>>>;
}

/** A running process with these schedules, on the first of May 2026 just before nine. */
export async function aScheduleDesk({
  at = '2026-05-01T08:59Z',
  schedules = [],
  library = EVENTFUL,
}: {
  readonly at?: string;
  readonly schedules?: readonly Schedule[];
  readonly library?: Library;
} = {}): Promise<ScheduleDesk> {
  const around = await someSurroundings(at, schedules);
  const { clock, store } = around;
  const key = (id = schedules[0]?.id) => `${schedules[0]?.guildId}/${id}`;
  const desk: ScheduleDesk = {
    ...around,
    schedules: await opened(around, aLife(), library),
    async restart() {
      desk.schedules = await opened(around, aLife(), library);
    },
    async tickAt(to) {
      clock.set(typeof to === 'string' ? Date.parse(to) : to);
      await desk.schedules.tick();
    },
    async tickUntil(to, everyMs = MINUTE) {
      const end = Date.parse(to);
      for (let now = Math.ceil(clock.clock() / everyMs) * everyMs; now <= end; now += everyMs) await desk.tickAt(now);
    },
    kept: (id) => store.get(key(id)),
    async outcomes(id) {
      const deliveries = (await store.get(key(id)))?.deliveries ?? [];
      return Object.fromEntries(deliveries.map(({ day, outcome }) => [day, outcome.kind]));
    },
  };
  return desk;
}
