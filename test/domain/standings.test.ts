import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScoreEntry } from '../../src/domain/game/game.ts';
import {
  addEntry,
  leaderboard,
  monthOf,
  type Scoring,
  type Standing,
  tallyIn,
  type Window,
  weekOf,
  windowAt,
} from '../../src/domain/standings.ts';

const at = (text: string) => Date.parse(text);
const nobody: ReadonlySet<string> = new Set();
const ALL: Window = { kind: 'all' };

function anEntry(changes: Partial<ScoreEntry> = {}): ScoreEntry {
  return { player: 'ana', points: 250, right: 2, answered: 3, topics: { europe: 250, trade: 100 }, ...changes };
}

function aScoring(changes: Partial<Scoring> = {}): Scoring {
  return { game: 'game001', effect: 12, week: '2026-11-23', month: '2026-11', ...changes };
}

function withPoints(points: number, right = 1): Standing {
  return addEntry(undefined, anEntry({ points, right, answered: 5, topics: { europe: points } }), aScoring());
}

describe('a game adds', () => {
  test('to a newcomer', () => {
    const tally = { points: 250, right: 2, answered: 3 };
    expect(addEntry(undefined, anEntry(), aScoring())).toEqual({
      all: tally,
      topics: { europe: 250, trade: 100 },
      weeks: { '2026-11-23': tally },
      months: { '2026-11': tally },
      counted: [{ game: 'game001', effect: 12 }],
    });
  });

  test('to what there was, in all, in the week and in the month, topic by topic', () => {
    const before = addEntry(undefined, anEntry(), aScoring());
    const entry = anEntry({ points: 40, right: 0, answered: 1, topics: { trade: 40 } });
    const after = addEntry(before, entry, aScoring({ game: 'game002', week: '2026-11-30' }));
    const sum = { points: 290, right: 2, answered: 4 };
    expect([after.all, after.topics, after.weeks, after.months]).toEqual([
      sum,
      { europe: 250, trade: 140 },
      { '2026-11-23': before.all, '2026-11-30': { points: 40, right: 0, answered: 1 } },
      { '2026-11': sum },
    ]);
  });

  test.each([
    ['the same effect again', 12],
    ['an earlier effect of that game', 11],
  ])('nothing for %s', (_, effect) => {
    const before = addEntry(undefined, anEntry(), aScoring());
    expect(addEntry(before, anEntry(), aScoring({ effect }))).toBe(before);
  });

  test('again for a later effect of the same game, such as an accepted protest', () => {
    const before = addEntry(undefined, anEntry(), aScoring());
    const after = addEntry(before, anEntry({ points: 100 }), aScoring({ effect: 13 }));
    expect([after.all.points, after.counted]).toEqual([350, [{ game: 'game001', effect: 13 }]]);
  });

  test('and remembers the last eight games, and the newest two weeks and months', () => {
    const mondays = Array.from({ length: 12 }, (_, after) => `2026-${String(after + 1).padStart(2, '0')}-02`);
    const standing = mondays.reduce<Standing | undefined>(
      (left, week, number) =>
        addEntry(left, anEntry(), { game: `game${number}`, effect: 1, week, month: week.slice(0, 7) }),
      undefined,
    );
    expect([
      standing?.counted.map(({ game }) => game),
      Object.keys(standing?.weeks ?? {}),
      Object.keys(standing?.months ?? {}),
    ]).toEqual([
      ['game4', 'game5', 'game6', 'game7', 'game8', 'game9', 'game10', 'game11'],
      ['2026-11-02', '2026-12-02'],
      ['2026-11', '2026-12'],
    ]);
  });
});

describe('the week and month of a server', () => {
  test.each([
    ['begin on Monday at midnight', '2026-11-22T23:00Z', 'Europe/Berlin', '2026-11-23', '2026-11'],
    ['end on Sunday just before it', '2026-11-22T22:59:59Z', 'Europe/Berlin', '2026-11-16', '2026-11'],
    ['are those of its clocks', '2026-11-30T20:00Z', 'Pacific/Auckland', '2026-11-30', '2026-12'],
    ['hold the turn of a year in one week', '2027-01-01T12:00Z', 'UTC', '2026-12-28', '2027-01'],
  ])('%s', (_, instant, zone, week, month) => {
    expect([weekOf(at(instant), zone), monthOf(at(instant), zone)]).toEqual([week, month]);
  });

  test('are the windows of a leaderboard', () => {
    const now = at('2027-01-01T12:00Z');
    expect((['week', 'month', 'all'] as const).map((kind) => windowAt(kind, now, 'UTC'))).toEqual([
      { kind: 'week', week: '2026-12-28' },
      { kind: 'month', month: '2027-01' },
      { kind: 'all' },
    ]);
  });
});

describe('a leaderboard', () => {
  const board = new Map([
    ['ana', withPoints(100, 1)],
    ['ben', withPoints(300)],
    ['chi', withPoints(100, 3)],
    ['dan', withPoints(50)],
    ['eve', withPoints(0)],
  ]);
  const asked = { window: ALL, viewer: 'dan', most: 3, hidden: nobody };
  const shown = (asking: Partial<Parameters<typeof leaderboard>[1]> = {}) => {
    const { rows, own, players } = leaderboard(board, { ...asked, ...asking });
    return [...rows.map(({ place, player, won }) => `${place} ${player} ${won.points}`), own?.place, players];
  };

  test('has the best first; equal points share a place, more right answers stand first; and the viewer’s own place', () => {
    expect(shown()).toEqual(['1 ben 300', '2 chi 100', '2 ana 100', 4, 4]);
  });

  test('leaves out those who hide, and closes up', () => {
    expect(shown({ hidden: new Set(['ben', 'chi']) })).toEqual(['1 ana 100', '2 dan 50', 2, 2]);
  });

  test('tells who hides only their own place', () => {
    expect(shown({ hidden: new Set(['dan', 'ben']) })).toEqual(['1 chi 100', '1 ana 100', 3, 2]);
  });

  test.each(['eve', 'who never played'])('has no place for %s', (viewer) => {
    expect(leaderboard(board, { ...asked, viewer }).own).toBeUndefined();
  });

  test('is empty in a week without games', () => {
    expect(leaderboard(board, { ...asked, window: { kind: 'week', week: '2026-11-30' } })).toEqual({
      rows: [],
      own: undefined,
      players: 0,
    });
  });

  test('of a topic counts its points only', () => {
    const expert = addEntry(undefined, anEntry({ points: 900, topics: { trade: 10 } }), aScoring());
    const two = new Map([...board, ['fay', expert]]);
    const { rows } = leaderboard(two, { ...asked, window: { kind: 'topic', topic: 'trade' } });
    expect(rows.map(({ player, won }) => [player, won])).toEqual([['fay', { points: 10 }]]);
  });
});

const PLAYERS = ['ana', 'ben', 'chi', 'dan', 'eve', 'fay', 'gus', 'hal'];
const points = fc.integer({ min: 0, max: 5 }).map((some) => some * 100);
const entry = fc.record({
  player: fc.constantFrom(...PLAYERS),
  points,
  right: fc.integer({ min: 0, max: 9 }),
  answered: fc.integer({ min: 0, max: 9 }),
  topics: fc.dictionary(fc.constantFrom('europe', 'trade', 'climate'), points, { noNullPrototype: true }),
});
/** Games one after another, each giving once. */
const games = fc.array(
  fc.record({ entry, week: fc.constantFrom('2026-11-16', '2026-11-23', '2026-11-30'), month: fc.constant('2026-11') }),
  { maxLength: 8 },
);
type Games = typeof games extends fc.Arbitrary<infer G> ? G : never;

const added = (all: Games) =>
  all.reduce<Standing | undefined>(
    (left, { entry: one, ...when }, number) => addEntry(left, one, { ...when, game: `game${number}`, effect: 7 }),
    undefined,
  );
const tallies = (standing: Standing | undefined) => standing && { ...standing, counted: undefined };

describe('whatever is played', () => {
  test('adding everything twice is adding it once', () => {
    fc.assert(
      fc.property(games, (all) => {
        const once = added(all);
        const twice = all.reduce<Standing | undefined>(
          (left, { entry: one, ...when }, number) => addEntry(left, one, { ...when, game: `game${number}`, effect: 7 }),
          once,
        );
        expect(twice).toBe(once);
      }),
    );
  });

  test('the order does not matter', () => {
    const shuffled = games.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(tallies(added(other))).toEqual(tallies(added(all)));
      }),
    );
  });

  test('a week has the sum of its games, and all time that of all', () => {
    fc.assert(
      fc.property(games, (all) => {
        const sum = (some: Games) => some.reduce((total, { entry: one }) => total + one.points, 0);
        const newest =
          all
            .map(({ week }) => week)
            .toSorted()
            .at(-1) ?? '';
        const standing = added(all);
        expect([
          standing && tallyIn(standing, { kind: 'week', week: newest })?.points,
          standing?.all.points,
          standing?.months['2026-11']?.points,
        ]).toEqual(
          all.length
            ? [sum(all.filter(({ week }) => week === newest)), sum(all), sum(all)]
            : [undefined, undefined, undefined],
        );
      }),
    );
  });

  test('a leaderboard is the top of everybody sorted', () => {
    const asked = fc.record({
      most: fc.integer({ min: 1, max: 5 }),
      viewer: fc.constantFrom(...PLAYERS),
      hidden: fc.subarray(PLAYERS).map((some) => new Set(some)),
      topic: fc.option(fc.constantFrom('europe', 'trade'), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: ({ player }) => player }),
        asked,
        (entries, { topic, ...asking }) => {
          const everybody = new Map(entries.map((one) => [one.player, addEntry(undefined, one, aScoring())]));
          const worth = (one: ScoreEntry) => (topic ? (one.topics[topic] ?? 0) : one.points);
          const visible = entries
            .filter((one) => worth(one) > 0 && !asking.hidden.has(one.player))
            .toSorted(
              (a, b) => worth(b) - worth(a) || (topic ? 0 : b.right - a.right) || (a.player < b.player ? -1 : 1),
            );
          const placeOf = (points: number) => 1 + visible.filter((one) => worth(one) > points).length;
          const viewer = entries.find(({ player }) => player === asking.viewer);
          const found = leaderboard(everybody, { ...asking, window: topic ? { kind: 'topic', topic } : ALL });
          expect([found.rows.map(({ player, place }) => [player, place]), found.own?.place, found.players]).toEqual([
            visible.slice(0, asking.most).map((one) => [one.player, placeOf(worth(one))]),
            viewer && worth(viewer) > 0 ? placeOf(worth(viewer)) : undefined,
            visible.length,
          ]);
        },
      ),
    );
  });
});
