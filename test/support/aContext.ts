import { commands } from '../../commands/index.ts';
import { searchesOf } from '../../src/adapters/search.ts';
import { openSchedules } from '../../src/app/schedules.ts';
import type { Context, Given, Reply } from '../../src/command.ts';
import type { Library } from '../../src/domain/library.ts';
import { seeded } from '../../src/domain/random.ts';
import type { Schedule } from '../../src/domain/schedules.ts';
import { localDay } from '../../src/domain/time.ts';
import type { Card } from '../../src/views/card.ts';
import { postCard } from '../../src/views/dayCards.ts';
import type { Press } from '../../src/views/press.ts';
import { en } from '../../src/words/en.ts';
import { aDiscord } from './aDiscord.ts';
import { aLog } from './aLog.ts';
import { aLibrary } from './anArticle.ts';
import { aStore } from './aStore.ts';

/** Eight in the morning, UTC, on the day on which all of `anArticle.ts` is read. */
export const NOW = Date.parse('2026-11-25T08:00Z');

/**
 * What a command is given by the gateway, on the server "100". The group's games, standings and
 * preferences are not there: a command that asks for them fails.
 */
export async function aContext({
  library = aLibrary(),
  schedules = [],
  seed = 'a context',
  ...changes
}: {
  readonly library?: Library;
  readonly schedules?: readonly Schedule[];
  readonly seed?: string;
} & Partial<Omit<Context, 'library' | 'schedules'>> = {}): Promise<Context> {
  const store = aStore<Schedule>();
  for (const one of schedules) await store.update(`${one.guildId}/${one.id}`, () => [one, undefined]);
  const clock = () => NOW;
  const known = {
    library,
    search: searchesOf(library),
    schedules: await openSchedules({
      store,
      post: aDiscord(clock).post,
      library,
      card: ({ id, roleId }, { day }, occasion) => postCard(en, library, { schedule: id, day, occasion, roleId }),
      clock,
      log: aLog(),
    }),
    words: en,
    random: seeded(seed),
    at: NOW,
    now: NOW,
    zone: 'UTC',
    today: localDay(NOW, 'UTC'),
    caller: {
      userId: '1',
      guildId: '100',
      name: 'Ana',
      roles: [],
      manages: true,
      moderates: true,
      channelId: '200',
      missing: [],
    },
    mention: (name: string) => `</${name}:7>`,
    channelName: () => 'general',
    commands,
    version: '0.1.0',
    ...changes,
  } satisfies Partial<Context>;
  return known as Context;
}

/** Runs a command as it is typed: "summary", or "schedule add". */
export async function run(typed: string, values: Readonly<Record<string, unknown>>, context: Context): Promise<Reply> {
  const [name, action = ''] = typed.split(' ');
  const found = new Map(Object.entries(commands.find((one) => one.name === name)?.actions ?? {})).get(action);
  if (!found) throw new Error(`there is no /${typed}`);
  return found.run(values as never, context);
}

/** Answers a press as the gateway does: by the one command that takes its kind. */
export async function press(press: Press, context: Context, given: Partial<Given> = {}): Promise<Reply> {
  const onPress = commands.flatMap(({ presses }) => presses[press.kind] ?? [])[0];
  if (!onPress) throw new Error(`nobody answers ${press.kind}`);
  return (onPress as (press: Press, context: Context, given: Given) => Reply | Promise<Reply>)(press, context, {
    chosen: [],
    typed: '',
    ...given,
  });
}

/** What is suggested for an option of a command while `typed` stands in it. */
export function suggested(command: string, option: string, typed: string, context: Context) {
  const [name, action = ''] = command.split(' ');
  const found = new Map(Object.entries(commands.find((one) => one.name === name)?.actions ?? {})).get(action);
  const spec = found?.options[option];
  if (spec?.type !== 'text' || !spec.suggest) throw new Error(`/${command} suggests nothing for ${option}`);
  return spec.suggest(typed, context);
}

/** The card of a reply that has one. */
export function cardOf(reply: Reply): Card {
  if (reply.to === 'dialog') throw new Error('the reply is a dialog');
  return reply.card;
}
