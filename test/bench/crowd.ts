/** A thousand members of one channel answer the same question within a second. */

import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { openStores } from '../../src/adapters/store/open.ts';
import type { Game } from '../../src/domain/game/game.ts';
import { choose } from '../../src/domain/game/selection.ts';
import { readPress } from '../../src/views/press.ts';
import { BOTS, type BotName, clearStore, openDiscord, SILENT, STORE_URL, startBot } from './bots.ts';
import { keptOnce, mostWithin } from './counts.ts';
import type { Asked, CrowdResult } from './crowdAtDiscord.ts';
import { compared, figure, type Measured } from './row.ts';
import { median, percentile } from './statistics.ts';

const MEMBERS = 1000;
/** Turns of a thousand each; the first meets a process that has not answered much yet. */
const ROUNDS = 3;
/** Of the question: longer than a turn takes. */
const SECONDS = 60;
/** Discord's own limit: discord-api-docs `receiving-and-responding`, "Interaction Callback". */
const WITHIN_MS = 3000;

/** A turn, with what both processes took of the processors. */
interface Turn extends CrowdResult {
  readonly botMs: number;
  readonly discordMs: number;
}

export async function crowd(): Promise<Measured> {
  const seeds = await seedsOfChoices(ROUNDS);
  await clearStore();
  const discords = { attache: await openDiscord(1, MEMBERS), bare: await openDiscord(1, MEMBERS) };
  const bots = { attache: startBot('attache', discords.attache), bare: startBot('bare', discords.bare) };
  const results: Record<BotName, Turn[]> = { attache: [], bare: [] };
  const turnedAway: Record<BotName, number> = { attache: 0, bare: 0 };
  const processors = (name: BotName) =>
    Promise.all([bots[name].ask('processorMs'), discords[name].ask('processorMs')] as const);
  const turn = async (name: BotName, asked: Pick<Asked, 'messageId' | 'buttons'>, seed: string): Promise<Turn> => {
    const before = await processors(name);
    const result = await discords[name].ask('crowd', { ...asked, members: MEMBERS, seed });
    const after = await processors(name);
    return { ...result, botMs: after[0] - before[0], discordMs: after[1] - before[1] };
  };
  try {
    for (const name of BOTS) await discords[name].ask('firstAnswer');
    for (const seed of seeds) {
      results.attache.push(
        await turn('attache', await discords.attache.ask('question', { seed, seconds: SECONDS }), seed),
      );
      results.bare.push(await turn('bare', await discords.bare.ask('constant'), seed));
    }
    for (const name of BOTS) turnedAway[name] = await discords[name].ask('turnedAway');
  } finally {
    // Killed: what is not in the store by now is lost.
    await Promise.all([...Object.values(bots), ...Object.values(discords)].map((one) => one.end()));
  }
  return tell(results, turnedAway, await storedGames());
}

function tell(
  results: Readonly<Record<BotName, readonly Turn[]>>,
  turnedAway: Readonly<Record<BotName, number>>,
  games: readonly Game[],
): Measured {
  const all = <K extends 'answered' | 'lateMs' | 'checkMs'>(name: BotName, of: K) =>
    results[name].flatMap((one) => one[of]);
  const sum = (name: BotName, of: 'lost' | 'refused') => results[name].reduce((total, one) => total + one[of], 0);
  const pair = (share: number) =>
    [percentile(all('attache', 'answered'), share), percentile(all('bare', 'answered'), share)] as const;
  const ms = { unit: 'ms', against: 'bare bot' };
  const pressed = results.attache.flatMap((one) => one.pressed);
  const { once, lost, doubled } = keptOnce(
    pressed.map(({ userId, button }) => expected(userId, button)),
    givenIn(games),
  );
  const within = all('attache', 'answered').filter((took) => took <= WITHIN_MS).length;
  const edits = results.attache.map((one) => one.edits);
  const most = Math.max(...edits.map((times) => mostWithin(times, 1000)));
  const processor = (name: BotName) => {
    const of = (key: 'botMs' | 'discordMs') => figure(median(results[name].map((one) => one[key])), 'ms');
    return `${of('botMs')} in the bot and ${of('discordMs')} in its local Discord`;
  };
  const first = results.attache[0]?.answered ?? [];
  return {
    title: `${MEMBERS.toLocaleString('en-GB')} members answer within one second`,
    rows: [
      compared('press to acknowledgement, p50', pair(0.5), ms),
      compared('p99', pair(0.99), ms),
      {
        ...compared('max', pair(1), ms),
        goal: { says: `< ${WITHIN_MS / 1000} s, each`, met: within === pressed.length },
      },
      {
        what: 'answers stored as they were given',
        figure: String(once),
        against: `given ${pressed.length}`,
        goal: { says: 'none lost, none doubled', met: once === pressed.length && lost === 0 && doubled === 0 },
      },
      {
        what: 'edits of the channel in any one second',
        figure: String(most),
        against: `${edits.map((times) => times.length).join(', ')} in each turn`,
        goal: { says: '≤ 1', met: most <= 1 },
      },
      {
        what: 'requests turned away with 429',
        figure: String(turnedAway.attache),
        against: `bare bot ${turnedAway.bare}`,
        goal: { says: '0', met: turnedAway.attache === 0 },
      },
    ],
    notes: [
      `${ROUNDS} turns, a new question each; the bot was then killed and the store read. Lost: ${lost}, doubled: ${doubled}, never acknowledged: ${sum('attache', 'lost')} (bare bot ${sum('bare', 'lost')}), acknowledged twice or too late: ${sum('attache', 'refused')} (${sum('bare', 'refused')}).`,
      `The first turn, with a bot just started: p99 ${figure(percentile(first, 0.99), 'ms')}, of the bare bot ${figure(percentile(results.bare[0]?.answered ?? [], 0.99), 'ms')}. Presses were sent late by ${figure(percentile([...all('attache', 'lateMs'), ...all('bare', 'lateMs')], 0.99), 'ms')} at p99; the local Discord took ${figure(percentile(all('attache', 'checkMs'), 0.5), 'ms')} and ${figure(percentile(all('bare', 'checkMs'), 0.5), 'ms')} at p50 to read and check an acknowledgement, which is not counted.`,
      `Processor time of a turn: ${processor('attache')} and, with the bare bot, ${processor('bare')}.`,
      `A stored game of ${MEMBERS.toLocaleString('en-GB')} answers has ${figure(JSON.stringify(games[0] ?? {}).length / 1024, 'KiB')}.`,
    ],
  };
}

/** Seeds whose first question is one of buttons, so that one press is an answer. */
async function seedsOfChoices(count: number): Promise<readonly string[]> {
  const today = new Date().toISOString().slice(0, 10);
  const library = await loadLibrary('data', today);
  const seeds: string[] = [];
  for (let number = 1; seeds.length < count; number++) {
    const seed = `crowd${number}`;
    if (choose(library, { scope: {}, count: 1, seed }, today)[0]?.question.kind === 'choice') seeds.push(seed);
  }
  return seeds;
}

async function storedGames(): Promise<readonly Game[]> {
  const stores = await openStores(STORE_URL, SILENT);
  const games: Game[] = [];
  for await (const [, game] of stores.games.entries()) games.push(game);
  await stores.close();
  return games;
}

/** An answer in one line: who gave what to what. */
function expected(userId: string, button: string): string {
  const press = readPress(button);
  return press?.kind === 'game-pick' ? `${press.game} ${press.number} ${userId} ${press.shown}` : button;
}

function givenIn(games: readonly Game[]): readonly string[] {
  return games.flatMap(({ id, rounds }) =>
    rounds.flatMap(({ number, answers }) =>
      Object.entries(answers).map(
        ([by, { answer }]) => `${id} ${number} ${by} ${answer.kind === 'option' ? answer.shown : answer.kind}`,
      ),
    ),
  );
}
