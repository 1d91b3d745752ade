import { describe, expect, test } from 'vitest';
import type { Effect, Game } from '../../../src/domain/game/game.ts';
import { livesLeft } from '../../../src/domain/game/players.ts';
import { step } from '../../../src/domain/game/step.ts';
import {
  accept,
  aGame,
  aRunning,
  decline,
  goOn,
  ms,
  play,
  points,
  protest,
  refusalOf,
  says,
  skip,
  stop,
  time,
} from '../../support/aGame.ts';
import { aText } from '../../support/anArticle.ts';

const typed = [aText({ id: 'one' }), aText({ id: 'two' })];
const asked = aRunning({ questions: typed }, 'ana', 'ben', 'cem');
const closed = play(
  asked,
  says('ana', 'The Kremlin', 1),
  says('ben', ' the  kremlin! ', 2),
  says('cem', 'Moscow', 3),
  time(21),
);
const effects = (game: Game): readonly Effect[] => game.outbox.map(({ effect }) => effect);

describe('a protest', () => {
  test('goes to the host', () => {
    const { game } = step(closed, protest('ana'));
    expect([effects(game), game.protests]).toEqual([
      [{ kind: 'protest', protest: 0 }],
      [{ number: 0, by: 'ana', round: 0, state: 'open' }],
    ]);
  });

  test.each([
    ['while the question is open', play(asked, says('ana', 'The Kremlin', 1)), protest('ana'), 'not-answered'],
    ['by somebody who has not answered', closed, protest('zoe'), 'not-answered'],
    ['against a question that is not there', closed, protest('ana', 9), 'not-answered'],
    [
      'against a question thrown away',
      play(asked, says('ana', 'The Kremlin', 1), skip(2)),
      protest('ana'),
      'not-answered',
    ],
    ['against a right answer', closed, protest('cem'), 'was-right'],
    ['a second time', play(closed, protest('ana')), protest('ana'), 'already-protested'],
    ['after it was declined', play(closed, protest('ana'), decline()), protest('ana'), 'already-protested'],
    ['after it was accepted for another', play(closed, protest('ana'), accept()), protest('ben'), 'was-right'],
  ])('%s is refused', (_, game, move, refused) => {
    expect(refusalOf(game, move)).toBe(refused);
  });

  test('may be made against an answer that was left too vague', () => {
    const vague = play(asked, says('ana', 'Russia', 1), time(21), protest('ana'), accept());
    expect([points(vague).ana, vague.rounds[0]?.answers.ana?.more]).toEqual([100, false]);
  });
});

describe('a ruling', () => {
  test('that accepts makes it right for all who said so', () => {
    expect(points(play(closed, protest('ana'), accept()))).toEqual({ ana: 100, ben: 100, cem: 100 });
  });

  test('that declines changes nothing but the protest', () => {
    const game = play(closed, protest('ana'), decline());
    expect([points(game), game.protests[0]?.state]).toEqual([{ ana: 0, ben: 0, cem: 100 }, 'declined']);
  });

  test('is told in the channel', () => {
    const { game } = step(play(closed, protest('ana')), decline());
    expect(effects(game)).toEqual([{ kind: 'note', note: { kind: 'ruled', round: 0, accepted: false } }]);
  });

  test.each([
    ['by another than the host', { kind: 'rule', by: 'ana', protest: 0, accept: true, at: 0 } as const, 'not-the-host'],
    ['on what nobody protested', accept(7), 'already-ruled'],
  ])('%s is refused', (_, move, refused) => {
    expect(refusalOf(play(closed, protest('ana')), move)).toBe(refused);
  });

  test('is made once', () => {
    expect(refusalOf(play(closed, protest('ana'), decline()), accept())).toBe('already-ruled');
  });

  test('gives a life back', () => {
    const game = aRunning({ mode: 'survival', lives: 1, questions: typed }, 'ana', 'ben');
    const lost = play(game, says('ana', 'The Kremlin', 1), says('ben', 'Moscow', 1), time(6), protest('ana', 0, 7));
    expect([livesLeft(lost, 'ana'), livesLeft(play(lost, accept(0, 8)), 'ana')]).toEqual([0, 1]);
  });

  test('is made in a pause too, and during a later question', () => {
    const second = play(closed, protest('ana'), time(30), accept(0, 35));
    expect(points(second).ana).toBe(100);
  });
});

describe('a ruling after the end', () => {
  const over = play(closed, stop(25));

  test('adds what it changes to the standings', () => {
    const { game } = step(play(over, protest('ana')), accept());
    const gained = { points: 100, right: 1, answered: 0, topics: { europe: 100 } };
    expect(effects(game)).toEqual([
      { kind: 'note', note: { kind: 'ruled', round: 0, accepted: true } },
      {
        kind: 'score',
        entries: [
          { player: 'ana', ...gained },
          { player: 'ben', ...gained },
        ],
      },
    ]);
  });

  test('that declines adds nothing', () => {
    expect(effects(step(play(over, protest('ana')), decline()).game)).toEqual([
      { kind: 'note', note: { kind: 'ruled', round: 0, accepted: false } },
    ]);
  });

  test('takes a race from its winner, in all and by topic', () => {
    const race = play(
      aRunning({ mode: 'race', questions: typed }, 'ana', 'cem'),
      says('ana', 'The Kremlin', 1),
      says('cem', 'Moscow', 3),
      time(6),
      stop(8),
      protest('ana'),
    );
    const { game } = step(race, accept());
    expect(effects(game)[1]).toEqual({
      kind: 'score',
      entries: [
        { player: 'ana', points: 100, right: 1, answered: 0, topics: { europe: 100 } },
        { player: 'cem', points: -100, right: 0, answered: 0, topics: { europe: -100 } },
      ],
    });
  });

  test('counts for the streak that it mends', () => {
    const two = play(
      aRunning({ streaks: true, questions: typed }, 'ana'),
      says('ana', 'The Kremlin', 1),
      goOn(2),
      goOn(3),
      says('ana', 'Moscow', 4),
      goOn(5),
      goOn(6),
      protest('ana'),
    );
    expect([points(two), points(play(two, accept()))]).toEqual([{ ana: 100 }, { ana: 100 + 110 }]);
  });

  test('of an open quiz is made like any other', () => {
    const quiz = aGame({ mode: 'async', windowMs: ms(3600), questions: typed });
    const game = play(quiz, says('ana', 'The Kremlin', 1, { round: 1 }), time(3601), protest('ana', 1), accept());
    expect(points(game)).toEqual({ ana: 100 });
  });
});
