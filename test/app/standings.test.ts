import { beforeEach, describe, expect, test } from 'vitest';
import { openStores, type Stores } from '../../src/adapters/store/open.ts';
import { openStandings, type Scored, type Standings } from '../../src/app/standings.ts';
import type { ScoreEntry } from '../../src/domain/game/game.ts';
import { type Asked, windowAt } from '../../src/domain/standings.ts';
import { UnreadableRecord } from '../../src/ports.ts';
import { aLog } from '../support/aLog.ts';

const AT = Date.parse('2026-11-25T12:00Z');
const CLUB = '100';

function anEntry(player: string, points = 100): ScoreEntry {
  return { player, points, right: 1, answered: 1, topics: { europe: points } };
}

function aGame(entries: readonly ScoreEntry[], changes: Partial<Scored> = {}): Scored {
  return { game: 'game001', effect: 5, entries, at: AT, zone: 'UTC', ...changes };
}

const ALL: Asked = { window: { kind: 'all' }, viewer: 'ana', most: 10, hidden: new Set() };

async function shown(standings: Standings, guildId = CLUB, asked: Partial<Asked> = {}) {
  const { rows } = await standings.leaderboard(guildId, { ...ALL, ...asked });
  return rows.map(({ place, player, won }) => `${place} ${player} ${won.points}`);
}

/** A store, and the servers that are read from it. */
function counted(store: Stores['standings']) {
  const read: string[] = [];
  const entriesUnder = (group: string) => {
    read.push(group);
    return store.entriesUnder(group);
  };
  return { read, store: { ...store, entriesUnder } };
}

let stores: Stores;
beforeEach(async () => {
  stores = await openStores('memory:', aLog());
  return () => stores.close();
});

describe('what is recorded', () => {
  test('is on the leaderboard, of this server only', async () => {
    const standings = openStandings({ store: stores.standings });
    await standings.record(CLUB, aGame([anEntry('ana'), anEntry('ben', 300)]));
    await standings.record('1001', aGame([anEntry('chi', 900)]));
    expect([await shown(standings), await shown(standings, '1001')]).toEqual([
      ['1 ben 300', '2 ana 100'],
      ['1 chi 900'],
    ]);
  });

  test('is there after a restart, and counts once though it is recorded again', async () => {
    await openStandings({ store: stores.standings }).record(CLUB, aGame([anEntry('ana')]));
    const again = openStandings({ store: stores.standings });
    const before = await shown(again);
    await again.record(CLUB, aGame([anEntry('ana')]));
    expect([before, await shown(again), await shown(openStandings({ store: stores.standings }))]).toEqual([
      ['1 ana 100'],
      ['1 ana 100'],
      ['1 ana 100'],
    ]);
  });

  test('shows on a leaderboard that is open already', async () => {
    const standings = openStandings({ store: stores.standings });
    const before = await shown(standings);
    await standings.record(CLUB, aGame([anEntry('ana')]));
    await standings.record(CLUB, aGame([anEntry('ana', 50), anEntry('ben')], { game: 'game002' }));
    expect([before, await shown(standings)]).toEqual([[], ['1 ana 150', '2 ben 100']]);
  });

  test('belongs to the week of the server’s clocks', async () => {
    const standings = openStandings({ store: stores.standings });
    const sunday = Date.parse('2026-11-22T23:30Z');
    await standings.record(CLUB, aGame([anEntry('ana')], { at: sunday, zone: 'Europe/Berlin' }));
    await standings.record(CLUB, aGame([anEntry('ben')], { at: sunday, zone: 'UTC' }));
    expect(await shown(standings, CLUB, { window: windowAt('week', AT, 'Europe/Berlin') })).toEqual(['1 ana 100']);
  });
});

describe('while a server’s members are being read', () => {
  test('what is recorded is neither lost nor counted twice', async () => {
    await openStandings({ store: stores.standings }).record(
      CLUB,
      aGame([anEntry('ana'), anEntry('ben'), anEntry('chi')]),
    );
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const slow = {
      ...stores.standings,
      async *entriesUnder(group: string) {
        for await (const entry of stores.standings.entriesUnder(group)) {
          await gate;
          yield entry;
        }
      },
    };
    const standings = openStandings({ store: slow });
    const opened = shown(standings);
    await standings.record(CLUB, aGame([anEntry('ana', 1), anEntry('chi', 3), anEntry('dan', 4)], { game: 'game002' }));
    goOn();
    const expected = ['1 chi 103', '2 ana 101', '3 ben 100', '4 dan 4'];
    expect([await opened, await shown(standings)]).toEqual([expected, expected]);
  });

  test('a failure is the caller’s, and the next call reads afresh', async () => {
    await openStandings({ store: stores.standings }).record(CLUB, aGame([anEntry('ana')]));
    let broken = true;
    const failing = {
      ...stores.standings,
      async *entriesUnder(group: string) {
        if (broken) throw new Error('the disk is gone');
        yield* stores.standings.entriesUnder(group);
      },
    };
    const standings = openStandings({ store: failing });
    await expect(shown(standings)).rejects.toThrow('the disk is gone');
    broken = false;
    expect(await shown(standings)).toEqual(['1 ana 100']);
  });
});

describe('where something cannot be stored', () => {
  test('because a member’s record cannot be read, the others get their points', async () => {
    const unreadable = {
      ...stores.standings,
      update: (key: string, change: never) =>
        key.endsWith('ben') ? Promise.reject(new UnreadableRecord(key, {})) : stores.standings.update(key, change),
    } as typeof stores.standings;
    const standings = openStandings({ store: unreadable });
    await standings.record(CLUB, aGame([anEntry('ana'), anEntry('ben'), anEntry('chi', 50)]));
    expect(await shown(standings)).toEqual(['1 ana 100', '2 chi 50']);
  });

  test('because the disk fails, it is an error, and what was stored by then counts once', async () => {
    let broken = true;
    const failing = {
      ...stores.standings,
      update: (key: string, change: never) =>
        broken && key.endsWith('ben') ? Promise.reject(new Error('full')) : stores.standings.update(key, change),
    } as typeof stores.standings;
    const standings = openStandings({ store: failing });
    await expect(standings.record(CLUB, aGame([anEntry('ana'), anEntry('ben')]))).rejects.toThrow('full');
    broken = false;
    await standings.record(CLUB, aGame([anEntry('ana'), anEntry('ben')]));
    expect(await shown(standings)).toEqual(['1 ana 100', '1 ben 100']);
  });
});

describe('of many servers only some are held in memory', () => {
  /** Opens these, each of two members, in this order; gives those that had to be read. */
  async function readOf(opened: readonly string[], held: number) {
    const { read, store } = counted(stores.standings);
    const standings = openStandings({ store, held });
    for (const guildId of ['1', '2', '3']) await standings.record(guildId, aGame([anEntry('ana'), anEntry('ben')]));
    for (const guildId of opened) await shown(standings, guildId);
    return read;
  }

  test.each([
    ['the one opened longest ago goes first', ['1', '2', '1', '3', '1', '3', '2'], 4, ['1', '2', '3', '2']],
    ['and the last one stays, be it ever so large', ['1', '1', '2', '2'], 1, ['1', '2']],
  ])('%s', async (_, opened, held, expected) => {
    expect(await readOf(opened, held)).toEqual(expected);
  });

  test('and all stay right', async () => {
    const standings = openStandings({ store: stores.standings, held: 3 });
    for (const guildId of ['1', '2']) await standings.record(guildId, aGame([anEntry('ana'), anEntry('ben')]));
    for (const guildId of ['1', '2']) await shown(standings, guildId);
    await standings.record('1', aGame([anEntry('ben', 50)], { game: 'game002' }));
    expect(await shown(standings, '1')).toEqual(['1 ben 150', '2 ana 100']);
  });
});

describe('warming', () => {
  test('reads servers ahead, until there is no room', async () => {
    const recording = openStandings({ store: stores.standings });
    for (const guildId of ['1', '2', '3']) await recording.record(guildId, aGame([anEntry('ana'), anEntry('ben')]));
    const { read, store } = counted(stores.standings);
    const standings = openStandings({ store, held: 3 });
    await standings.warm(['1', '2', '3']);
    const warmed = [...read];
    expect([warmed, await shown(standings, '2'), read]).toEqual([
      ['1', '2'],
      ['1 ana 100', '1 ben 100'],
      ['1', '2'],
    ]);
  });

  test('ends with the bot', async () => {
    const { read, store } = counted(stores.standings);
    const standings = openStandings({ store });
    const warming = standings.warm(['1', '2', '3']);
    standings.close();
    await warming;
    expect(read).toEqual(['1']);
  });
});
