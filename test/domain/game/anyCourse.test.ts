/** What holds whatever happens, in every mode. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Game, type Given, MODES, type Round, type ScoreEntry } from '../../../src/domain/game/game.ts';
import { modeOf } from '../../../src/domain/game/modes/modes.ts';
import { pointsIn, scoreEntries, scores, teamScores } from '../../../src/domain/game/points.ts';
import { judgeShare } from '../../../src/domain/game/share.ts';
import { step } from '../../../src/domain/game/step.ts';
import { wakeAt } from '../../../src/domain/game/time.ts';
import { aGame, HOST, join, ms, play, points, says, start, time } from '../../support/aGame.ts';
import { anyPlay, type Played, perform } from '../../support/anyGame.ts';

/** Of each property in each mode: enough to have found every fault that was put in to try it. */
const RUNS = 60;

/** Whatever holds after each step, the refused ones too. */
function always(mode: Game['rules']['mode'], holds: (played: Played) => void) {
  fc.assert(fc.property(anyPlay(mode), holds), { numRuns: RUNS });
}

describe.each(MODES)('in any course of %s', (mode) => {
  test('there are no points without an answer that is right at least in part', () => {
    always(mode, ({ game }) => {
      const paid = game.rounds.flatMap((round) =>
        Object.entries(round.answers).filter(
          ([by, given]) => pointsIn(game, round, by) > 0 && !isRightInPart(game, round, given),
        ),
      );
      expect(paid).toEqual([]);
    });
  });

  test('there are no points but for answers, and none before the close', () => {
    always(mode, ({ game }) => {
      for (const { player, points: all } of scores(game)) {
        const closed = game.rounds.filter((round) => round.closed && round.answers[player]);
        expect(all).toBe(closed.reduce((sum, round) => sum + pointsIn(game, round, player), 0));
        for (const round of game.rounds) if (!round.closed) expect(pointsIn(game, round, player)).toBe(0);
      }
    });
  });

  test('an answer that stands is not changed but by a ruling', () => {
    always(mode, ({ taken }) => {
      const changed = taken
        .filter(({ move, before, game }) => move.kind !== 'rule' && before.rounds !== game.rounds)
        .flatMap(({ before, game }) =>
          before.rounds.flatMap(({ number, answers, closed }) => {
            const after = game.rounds[number];
            if (after?.skipped || !(closed || modeOf(before).final)) return [];
            return Object.entries(answers).filter(
              ([by, given]) => (closed || !given.more) && after?.answers[by] !== given,
            );
          }),
        );
      expect(changed).toEqual([]);
    });
  });

  test('what is refused changes nothing, and gives the very same value', () => {
    always(mode, ({ taken }) => {
      expect(taken.filter(({ before, game, refused }) => refused && game !== before)).toEqual([]);
    });
  });

  test('the same moves make the same game', () => {
    always(mode, ({ opened, taken, game }) => {
      expect(taken.reduce((now, { move }) => step(now, move).game, opened)).toEqual(game);
    });
  });

  test('a restart between any two steps changes nothing', () => {
    always(mode, ({ opened, taken, game }) => {
      const restarted = (now: Game): Game => JSON.parse(JSON.stringify(now));
      const again = taken.reduce((now, { move, refused }) => {
        const next = step(restarted(now), move);
        expect(next.refused).toBe(refused);
        return next.game;
      }, opened);
      expect(restarted(again)).toEqual(restarted(game));
    });
  });

  test('it ends when time goes on and nobody acts but the host, where it is for the host to', () => {
    always(mode, ({ game, now }) => {
      expect(atLast(game, now).phase.kind).toBe('over');
    });
  });

  test('no question is asked twice without a pause between, and no effect has another’s number', () => {
    always(mode, (played) => {
      const added = played.taken.flatMap(({ before, game }) =>
        game.outbox.filter(({ number }) => number >= before.effects),
      );
      const resumes = played.taken
        .filter(({ move, refused }) => move.kind === 'resume' && !refused)
        .map(({ game }) => game);
      for (const { number } of played.game.rounds) {
        const asks = added.filter(({ effect }) => effect.kind === 'ask' && effect.round === number).length;
        const here = resumes.filter(
          ({ phase, rounds }) => phase.kind === 'question' && rounds.length - 1 === number,
        ).length;
        expect(asks).toBe(mode === 'async' ? 0 : 1 + here);
      }
      const numbers = added.map(({ number }) => number);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    });
  });

  test('what the standings are given is what the game comes to, also after rulings', () => {
    always(mode, (played) => {
      const given = played.taken.flatMap(({ before, game }) =>
        game.outbox.flatMap(({ number, effect }) =>
          number >= before.effects && effect.kind === 'score' ? effect.entries : [],
        ),
      );
      expect(summed(given)).toEqual(summed(played.game.phase.kind === 'over' ? scoreEntries(played.game) : []));
    });
  });

  test('the speed bonus is never more than half of a player’s points', () => {
    fc.assert(
      fc.property(anyPlay(mode, { speedBonus: true }), ({ game }) => {
        const slow = new Map(
          scores({ ...game, rules: { ...game.rules, speedBonus: false } }).map((one) => [one.player, one.points]),
        );
        for (const { player, points: all } of scores(game))
          expect(all - (slow.get(player) ?? 0)).toBeLessThanOrEqual(all / 2);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Judged anew, by the answer alone. */
function isRightInPart({ questions, seed }: Game, { number }: Round, { answer, accepted }: Given): boolean {
  const question = questions[number]?.question;
  const judged = question && judgeShare(question, seed, answer);
  return accepted || (judged?.kind === 'share' && judged.share > 0);
}

/** The game when nobody does anything any more; the host goes on where nothing else would. */
function atLast(game: Game, from: number): Game {
  let now = from;
  let last = game;
  const go = (move: Parameters<typeof step>[1]) => {
    last = step(last, move).game;
  };
  for (let turn = 0; turn < 200 && last.phase.kind !== 'over'; turn++) {
    if (last.phase.kind === 'paused') go({ kind: 'resume', by: HOST, channelId: 'channel', at: now });
    while (last.outbox.length) for (const move of perform(last, now)) go(move);
    const due = wakeAt(last);
    now = Math.max(now, due ?? now);
    if (due !== undefined) go({ kind: 'time', at: now });
    else if (last.rules.mode === 'host-paced') go({ kind: 'go-on', by: HOST, round: last.rounds.length - 1, at: now });
  }
  return last;
}

/** By player, all that is not nothing. */
function summed(entries: readonly ScoreEntry[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  const add = (key: string, value: number) => {
    sums[key] = (sums[key] ?? 0) + value;
  };
  for (const { player, points: all, right, answered, topics } of entries) {
    add(`${player} points`, all);
    add(`${player} right`, right);
    add(`${player} answered`, answered);
    for (const [topic, some] of Object.entries(topics)) add(`${player} ${topic}`, some);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== 0));
}

describe('the order in which answers to a question are heard', () => {
  const names = ['ana', 'ben', 'cem', 'dev'];
  const said = fc.record({
    at: fc.constantFrom(1, 1, 2, 5, 5.5, 19),
    text: fc.constantFrom('Vienna', 'Vienna', 'Oslo', 'Rome'),
  });

  test.each(['classic', 'teams', 'host-paced', 'survival', 'race', 'async'] as const)(
    'does not change what it is worth (%s)',
    (mode) => {
      const all = fc.tuple(...names.map((by) => said.map((one) => ({ ...one, by }))));
      fc.assert(
        fc.property(all, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (answers, order) => {
          const lobby = aGame({ mode, windowMs: ms(20) });
          const begun =
            mode === 'async'
              ? play(lobby, ...names.map((by) => join(by)))
              : play(lobby, ...names.map((by) => join(by)), start());
          // Whatever comes too late after a right answer of a race is refused, and would have got nothing.
          const heard = (inOrder: typeof answers) =>
            inOrder.reduce((game, { by, text, at }) => step(game, says(by, text, at, { round: 0 })(game)).game, begun);
          const worth = (game: Game) =>
            points(
              mode === 'host-paced'
                ? step(game, { kind: 'go-on', by: HOST, round: 0, at: ms(21) }).game
                : play(game, time(21)),
            );
          expect(worth(heard(order.flatMap((place) => answers[place] ?? [])))).toEqual(worth(heard(answers)));
        }),
      );
    },
  );
});

describe('the score of a team', () => {
  test('does not depend on how many its members are', () => {
    fc.assert(
      fc.property(anyPlay('teams'), fc.integer({ min: 2, max: 4 }), ({ game }, times) => {
        const copies = Array.from({ length: times }, (_, n) => (id: string) => `${id}${n}`);
        const copied = <T>(all: Readonly<Record<string, T>>) =>
          Object.fromEntries(Object.entries(all).flatMap(([id, one]) => copies.map((copy) => [copy(id), one])));
        const larger: Game = {
          ...game,
          players: copied(game.players),
          rounds: game.rounds.map((round) => ({
            ...round,
            answers: copied(round.answers),
            hints: round.hints.flatMap((id) => copies.map((copy) => copy(id))),
          })),
        };
        const worth = (one: Game) => teamScores(one).map(({ team, points: all }) => [team, all]);
        expect(worth(larger)).toEqual(worth(game));
      }),
    );
  });
});
