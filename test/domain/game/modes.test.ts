import { describe, expect, test } from 'vitest';
import type { Game } from '../../../src/domain/game/game.ts';
import { livesLeft } from '../../../src/domain/game/players.ts';
import { teamScores } from '../../../src/domain/game/points.ts';
import { wakeAt } from '../../../src/domain/game/time.ts';
import {
  aGame,
  aRunning,
  goOn,
  join,
  leave,
  ms,
  pause,
  play,
  points,
  refusalOf,
  resume,
  says,
  standing,
  start,
  time,
} from '../../support/aGame.ts';
import { aYear } from '../../support/anArticle.ts';

describe('a race', () => {
  const race = aRunning({ mode: 'race' }, 'ana', 'ben', 'cem');

  test('is won by the first right answer', () => {
    const game = play(race, says('cem', 'Oslo', 1), says('ana', 'Vienna', 2), says('ben', 'Vienna', 3), time(21));
    expect(points(game)).toEqual({ ana: 100, ben: 0, cem: 0 });
  });

  test('is won by what Discord received first, not by what we heard first', () => {
    const game = play(race, says('ana', 'Vienna', 2.001), says('ben', 'Vienna', 2), time(21));
    expect(points(game)).toEqual({ ana: 0, ben: 100, cem: 0 });
  });

  test('is won by both whom Discord cannot tell apart', () => {
    const game = play(race, says('ana', 'Vienna', 2), says('ben', 'Vienna', 2), time(21));
    expect(points(game)).toEqual({ ana: 100, ben: 100, cem: 0 });
  });

  test.each([
    ['within the grace', 3.499, undefined],
    ['on its end', 3.5, 'time-is-up'],
  ])('takes an answer %s after a right one', (_, at, refused) => {
    expect(refusalOf(play(race, says('ana', 'Vienna', 2)), says('ben', 'Vienna', at))).toBe(refused);
  });

  test.each([
    ['a right answer', play(race, says('ana', 'Vienna', 2)), 2 + 1.5 + 1],
    ['a wrong one', play(race, says('ana', 'Oslo', 2)), 21],
    [
      'the last of all wrong ones',
      play(race, says('ana', 'Oslo', 2), says('ben', 'Oslo', 3), says('cem', 'Oslo', 4)),
      4 + 2.5,
    ],
  ])('closes after %s', (_, game, due) => {
    expect(wakeAt(game)).toBe(ms(due));
  });

  test('gives nothing for what is partly right, be it as early as the right answer', () => {
    const game = aRunning({ mode: 'race', questions: [aYear({ answer: 1956 })] }, 'ana', 'ben');
    expect(points(play(game, says('ana', '1955', 5), says('ben', '1956', 5), time(21)))).toEqual({ ana: 0, ben: 100 });
  });

  test('that was won stays won through a pause', () => {
    const game = play(race, says('ana', 'Vienna', 2), pause(2.5), resume(100));
    expect([wakeAt(game), points(play(game, says('ben', 'Vienna', 101), time(103)))]).toEqual([
      ms(102.5),
      { ana: 100, ben: 0, cem: 0 },
    ]);
  });
});

describe('survival', () => {
  /** Each line is a question: who says it right; all others say it wrong. */
  const rounds = (game: Game, ...right: readonly (readonly string[])[]): Game =>
    right.reduce((now, names, number) => {
      const at = number * 30;
      const alive = Object.keys(now.players).filter((id) => livesLeft(now, id) > 0);
      const said = alive.map((id) => says(id, names.includes(id) ? 'Vienna' : 'Oslo', at + 1));
      return play(now, ...said, goOn(at + 20), goOn(at + 30));
    }, game);
  const lives = (game: Game) => Object.fromEntries(Object.keys(game.players).map((id) => [id, livesLeft(game, id)]));
  const three = aRunning({ mode: 'survival', lives: 2 }, 'ana', 'ben', 'cem');

  test('costs a life for each miss, wrong or silent', () => {
    const game = play(three, says('ana', 'Vienna', 1), says('ben', 'Oslo', 1), time(21));
    expect(lives(game)).toEqual({ ana: 2, ben: 1, cem: 1 });
  });

  test('costs nothing while the question is open', () => {
    expect(lives(play(three, says('ana', 'Oslo', 1)))).toEqual({ ana: 2, ben: 2, cem: 2 });
  });

  test('a partly right answer is a miss', () => {
    const game = aRunning({ mode: 'survival', questions: [aYear({ answer: 1956 })] }, 'ana');
    expect(lives(play(game, says('ana', '1957', 1), time(21)))).toEqual({ ana: 2 });
  });

  test('whoever is out cannot answer and is not waited for', () => {
    const game = rounds(three, ['ana', 'ben'], ['ana', 'ben']);
    const others = play(game, says('ana', 'Vienna', 61), says('ben', 'Vienna', 62));
    expect([refusalOf(game, says('cem', 'Vienna', 61)), wakeAt(others)]).toEqual(['out-of-lives', ms(67)]);
  });

  test.each([
    ['one is left', [['ana'], ['ana']], 'finished'],
    [
      'two are left',
      [
        ['ana', 'ben'],
        ['ana', 'ben'],
      ],
      'question 3',
    ],
    ['all go at once', [[], []], 'finished'],
  ])('when %s', (_, right, expected) => {
    expect(standing(rounds(three, ...right))).toBe(expected);
  });

  test('alone is played until the lives are gone', () => {
    const alone = aRunning({ mode: 'survival', lives: 2 }, 'ana');
    expect([standing(rounds(alone, ['ana'], [])), standing(rounds(alone, [], []))]).toEqual(['question 3', 'finished']);
  });

  test('is decided when the others leave', () => {
    const game = play(three, leave('ben', 1), leave('cem', 2), says('ana', 'Vienna', 3), time(8), time(17));
    expect(standing(game)).toBe('finished');
  });

  test.each([
    ['by joining', join('zoe', { at: 1 }), 'already-started'],
    ['by answering', says('zoe', 'Vienna', 1), 'not-in-the-game'],
  ])('nobody comes in later %s', (_, ply, refused) => {
    expect(refusalOf(three, ply)).toBe(refused);
  });

  test('who left may come back, with what was missed meanwhile', () => {
    const game = play(
      three,
      leave('ben', 1),
      says('ana', 'Vienna', 2),
      says('cem', 'Vienna', 2),
      time(7),
      join('ben', { at: 8 }),
    );
    expect(lives(game)).toEqual({ ana: 2, ben: 1, cem: 2 });
  });
});

describe('teams', () => {
  const sizes = (game: Game) => teamScores(game).map(({ members }) => members.length);
  const names = ['ana', 'ben', 'cem', 'dev', 'eva', 'fay', 'gus'];

  test.each([
    [2, 7, [3, 4]],
    [3, 7, [2, 2, 3]],
    [6, 7, [1, 1, 1, 1, 1, 2]],
    [4, 3, [1, 1, 1]],
  ])('%i drawn from %i players are even', (teams, players, expected) => {
    const game = aRunning({ mode: 'teams', teams }, ...names.slice(0, players));
    expect(sizes(game).toSorted()).toEqual(expected);
  });

  test('who chose stays, and the others even out', () => {
    const lobby = aGame({ mode: 'teams', teams: 2, teamsChosen: true });
    const chosen = play(lobby, join('ana', { team: 1 }), join('ben', { team: 1 }), join('cem'), join('dev'), start());
    expect(teamScores(chosen).map(({ members }) => members.toSorted())).toEqual([
      ['cem', 'dev'],
      ['ana', 'ben'],
    ]);
  });

  test('a team can be changed in the lobby, and not in the game', () => {
    const lobby = play(aGame({ mode: 'teams', teamsChosen: true }), join('ana', { team: 1 }));
    const changed = play(lobby, join('ana', { team: 0 }));
    const begun = play(changed, start());
    const back = play(begun, leave('ana', 1), join('ana', { team: 1, at: 2 }));
    expect([changed.players.ana?.team, refusalOf(begun, join('ana', { team: 1 })), back.players.ana?.team]).toEqual([
      0,
      'already-joined',
      0,
    ]);
  });

  test.each([-1, 2])('there is no team %i of two', (team) => {
    expect(refusalOf(aGame({ mode: 'teams', teamsChosen: true }), join('ana', { team }))).toBe('no-such-team');
  });

  test('who comes late joins the smallest', () => {
    const game = aRunning({ mode: 'teams' }, 'ana', 'ben', 'cem');
    expect(sizes(play(game, says('zoe', 'Vienna', 1)))).toEqual([2, 2]);
  });

  test('the score is the average of the members', () => {
    const lobby = aGame({ mode: 'teams', teamsChosen: true });
    const one = play(lobby, join('ana', { team: 0 }), join('ben', { team: 0 }), join('cem', { team: 1 }), start());
    const closed = play(one, says('ana', 'Vienna', 1), says('cem', 'Vienna', 1), says('ben', 'Oslo', 1), time(21));
    expect(teamScores(closed).map(({ team, points: all, place }) => [team, all, place])).toEqual([
      [1, 100, 1],
      [0, 50, 2],
    ]);
  });
});

describe('late joiners', () => {
  test.each(['classic', 'race', 'teams', 'host-paced'] as const)('are welcome in %s', (mode) => {
    expect(refusalOf(aRunning({ mode }, 'ana'), join('zoe', { at: 5 }))).toBeUndefined();
  });

  test('are waited for like everybody', () => {
    const game = play(aRunning({}, 'ana'), join('zoe', { at: 1 }), says('ana', 'Vienna', 2));
    expect(wakeAt(game)).toBe(ms(21));
  });
});
