import { describe, expect, test } from 'vitest';
import { step } from '../../../src/domain/game/step.ts';
import { wakeAt } from '../../../src/domain/game/time.ts';
import {
  aGame,
  aRunning,
  back,
  goOn,
  hint,
  join,
  leave,
  ms,
  pause,
  play,
  points,
  refusalOf,
  resume,
  says,
  skip,
  start,
  stop,
  time,
} from '../../support/aGame.ts';
import { anOrder, aText, aTrueFalse, aYear } from '../../support/anArticle.ts';

const AN_HOUR = 3600;
const option = (shown: number) => ({ kind: 'option', shown }) as const;

describe('an answer', () => {
  test.each([
    ['just before the close', 19.999, undefined],
    ['on the close itself', 20, 'time-is-up'],
    ['after it', 20.001, 'time-is-up'],
  ])('%s', (_, at, refused) => {
    expect(refusalOf(aRunning({}, 'ana'), says('ana', 'Vienna', at))).toBe(refused);
  });

  test('received in time and heard late counts, until the answer is shown', () => {
    const game = aRunning({}, 'ana');
    const late = says('ana', 'Vienna', 19.9);
    expect([refusalOf(play(game, time(20.5)), late), refusalOf(play(game, time(21)), late)]).toEqual([
      undefined,
      'time-is-up',
    ]);
  });

  test('to an earlier question is too late, to a later one too early', () => {
    const second = play(aRunning({}, 'ana'), time(21), time(30));
    const to = (round: number) => refusalOf(second, says('ana', 'Vienna', 31, { round }));
    expect([to(0), to(1), to(2), to(-1)]).toEqual(['time-is-up', undefined, 'time-is-up', 'time-is-up']);
  });

  test('by somebody who has not joined brings them in, where the game is open', () => {
    const game = play(aRunning({}, 'ana'), says('zoe', 'Vienna', 3, { extra: 1.5 }));
    expect(game.players.zoe).toEqual({ joinedAt: ms(3), team: undefined, extra: 1.5, left: false });
  });

  test('that cannot be read brings nobody in and takes nothing away', () => {
    const game = play(aRunning({ questions: [aYear({ answer: 1956 })] }, 'ana'), says('ana', '1956', 2));
    const said = (by: string) => refusalOf(game, says(by, 'no idea', 3));
    expect([said('ana'), said('zoe')]).toEqual(['unreadable', 'unreadable']);
  });

  test('of another kind than the question is unreadable', () => {
    expect(refusalOf(aRunning({}, 'ana'), says('ana', { kind: 'order', shown: [0, 1, 2] }, 1))).toBe('unreadable');
  });

  test('brings back who has left', () => {
    const game = play(aRunning({}, 'ana', 'ben'), leave('ana', 1), says('ana', 'Vienna', 3));
    expect(game.players.ana).toMatchObject({ left: false, joinedAt: 0 });
  });
});

describe('a change of mind', () => {
  const changed = (mode: 'classic' | 'teams' | 'host-paced' | 'survival' | 'race') =>
    refusalOf(play(aRunning({ mode }, 'ana', 'ben'), says('ana', 'Oslo', 1)), says('ana', 'Vienna', 2));

  test.each([
    ['classic', undefined],
    ['teams', undefined],
    ['host-paced', undefined],
    ['survival', undefined],
    ['race', 'already-answered'],
  ] as const)('in %s', (mode, refused) => {
    expect(changed(mode)).toBe(refused);
  });

  test('counts as the one answer there is', () => {
    const game = play(aRunning({}, 'ana', 'ben'), says('ana', 'Vienna', 1), says('ana', 'Oslo', 2), time(21));
    expect(points(game)).toEqual({ ana: 0, ben: 0 });
  });

  test('in async there is none', () => {
    const game = play(aGame({ mode: 'async', windowMs: ms(AN_HOUR) }), says('ana', 'Oslo', 1, { round: 0 }));
    expect(refusalOf(game, says('ana', 'Vienna', 2, { round: 0 }))).toBe('already-answered');
  });
});

describe('partly right answers', () => {
  const closed = (question: Parameters<typeof aGame>[0], said: string) =>
    points(play(aRunning(question ?? {}, 'ana'), says('ana', said, 1), time(21))).ana;

  test.each([
    ['1956', 100],
    ['1957', 90],
    ['1965', 10],
    ['1966', 0],
  ])('the year %s for 1956', (said, expected) => {
    expect(closed({ questions: [aYear({ answer: 1956 })] }, said)).toBe(expected);
  });

  test('an order with one pair the wrong way round', () => {
    const questions = [anOrder()];
    const game = aRunning({ questions }, 'ana');
    const all = [0, 1, 2];
    const orders = all.flatMap((a) => all.flatMap((b) => (a === b ? [] : [[a, b, 3 - a - b]])));
    const worth = orders.map((shown) => points(play(game, says('ana', { kind: 'order', shown }, 1), time(21))).ana);
    expect(worth.toSorted()).toEqual([0, 100, 33, 33, 67, 67].toSorted());
  });
});

describe('an answer that is right but too vague', () => {
  const asked = aRunning({ questions: [aText(), aText({ id: 'second' })] }, 'ana', 'ben');
  const vague = play(asked, says('ana', 'Russia', 2));

  test('may be made more precise', () => {
    expect(points(play(vague, says('ana', 'Moscow', 4), time(21))).ana).toBe(100);
  });

  test('left so is wrong at the close', () => {
    expect(points(play(vague, time(21))).ana).toBe(0);
  });

  test('a second time is wrong', () => {
    const twice = play(vague, says('ana', 'Russia', 4));
    expect(twice.rounds[0]?.answers.ana).toMatchObject({ share: 0, more: false });
  });

  test('does not close the question for all', () => {
    const game = play(vague, says('ben', 'Moscow', 3));
    expect([wakeAt(game), wakeAt(play(game, says('ana', 'Moscow', 6)))]).toEqual([ms(21), ms(11)]);
  });

  test.each(['race', 'async'] as const)('may be made precise once where the first answer stands (%s)', (mode) => {
    const game = play(aRunning0(mode), says('ana', 'Russia', 2, { round: 0 }));
    const precise = says('ana', 'Moscow', 4, { round: 0 });
    expect([refusalOf(game, precise), refusalOf(play(game, precise), precise)]).toEqual([
      undefined,
      'already-answered',
    ]);
  });

  function aRunning0(mode: 'race' | 'async') {
    const questions = [aText()];
    return mode === 'race'
      ? aRunning({ mode, questions }, 'ana', 'ben')
      : play(aGame({ mode, questions, windowMs: ms(AN_HOUR) }), join('ana'));
  }
});

describe('extra time', () => {
  const two = play(aGame(), join('ana', { extra: 1.5 }), join('ben'), start());

  test.each([
    ['ana', 29.999, undefined],
    ['ana', 30, 'time-is-up'],
    ['ben', 19.999, undefined],
    ['ben', 20, 'time-is-up'],
  ])('is for %s alone: at %f', (by, at, refused) => {
    expect(refusalOf(two, says(by, 'Vienna', at))).toBe(refused);
  });

  test('holds the question open until it is used or past', () => {
    expect([
      wakeAt(two),
      wakeAt(play(two, says('ana', 'Vienna', 25))),
      wakeAt(play(two, says('ana', 'Oslo', 1))),
    ]).toEqual([ms(31), ms(21), ms(21)]);
  });

  test('holds nothing open for who has left', () => {
    expect(wakeAt(play(two, leave('ana', 1)))).toBe(ms(21));
  });

  test('holds the question open for a second, more precise answer', () => {
    const game = play(aGame({ questions: [aText()] }), join('ana', { extra: 1.5 }), join('ben'), start());
    expect(wakeAt(play(game, says('ana', 'Russia', 1)))).toBe(ms(31));
  });

  test('does not hold a race open that is won', () => {
    const race = play(aGame({ mode: 'race' }), join('ana', { extra: 1.5 }), join('ben'), start());
    expect([wakeAt(race), wakeAt(play(race, says('ben', 'Vienna', 19)))]).toEqual([ms(31), ms(21)]);
  });

  test('holds nothing open for who is out of lives', () => {
    const game = play(
      aGame({ mode: 'survival', lives: 1 }),
      join('ana', { extra: 2 }),
      join('ben'),
      join('cem'),
      start(),
    );
    const second = play(
      game,
      says('ana', 'Oslo', 1),
      says('ben', 'Vienna', 2),
      says('cem', 'Vienna', 3),
      time(8),
      time(17),
    );
    expect(wakeAt(second)).toBe(ms(38));
  });

  test('is not given to the others by an outage', () => {
    const game = play(two, back(25));
    expect([refusalOf(game, says('ben', 'Vienna', 26)), refusalOf(game, says('ana', 'Vienna', 26))]).toEqual([
      'time-is-up',
      undefined,
    ]);
  });
});

describe('a hint', () => {
  test('costs half of what the answer is worth', () => {
    const game = play(
      aRunning({}, 'ana', 'ben'),
      hint('ana'),
      says('ana', 'Vienna', 2),
      says('ben', 'Vienna', 3),
      time(21),
    );
    expect(points(game)).toEqual({ ana: 50, ben: 100 });
  });

  test.each([
    ['is taken once', play(aRunning({}, 'ana'), hint('ana')), 'hint-taken'],
    ['comes before the answer', play(aRunning({}, 'ana'), says('ana', 'Oslo', 1)), 'already-answered'],
    ['there is none to true or false', aRunning({ questions: [aTrueFalse()] }, 'ana'), 'no-hint'],
    ['there is none to the answer', play(aRunning({}, 'ana'), time(21)), 'not-open'],
    ['there is none in a pause', play(aRunning({}, 'ana'), pause(1)), 'not-open'],
    ['there is none for strangers where nobody may come in', aRunning({ mode: 'survival' }, 'ben'), 'not-in-the-game'],
  ])('%s', (_, game, refused) => {
    expect(refusalOf(game, hint('ana', 2))).toBe(refused);
  });

  test('in async is to the question that the player has come to', () => {
    const game = play(
      aGame({ mode: 'async', windowMs: ms(AN_HOUR) }),
      says('ana', 'Oslo', 1, { round: 0 }),
      hint('ana'),
    );
    expect(game.rounds.map(({ hints }) => hints)).toEqual([[], ['ana'], [], [], [], []]);
  });

  test('stays paid for after a pause', () => {
    const game = play(aRunning({}, 'ana'), hint('ana'), pause(2), resume(3), says('ana', 'Vienna', 5), time(24));
    expect(points(game)).toEqual({ ana: 50 });
  });
});

describe('the speed bonus', () => {
  // Prompt and options are 30 characters long: reading them takes a second and two more.
  test.each([
    [0, 200],
    [3, 200],
    [3.1, 199],
    [11.5, 150],
    [19.999, 100],
  ])('after %f seconds makes it %i points', (at, expected) => {
    const game = play(aRunning({ speedBonus: true }, 'ana', 'ben'), says('ana', 'Vienna', at), time(21));
    expect(points(game).ana).toBe(expected);
  });

  test('is nothing in extra time', () => {
    const game = play(
      aGame({ speedBonus: true }),
      join('ana', { extra: 2 }),
      start(),
      says('ana', 'Vienna', 30),
      time(41),
    );
    expect(points(game)).toEqual({ ana: 100 });
  });

  test('is of what a hint leaves', () => {
    const game = play(aRunning({ speedBonus: true }, 'ana'), hint('ana'), says('ana', 'Vienna', 1), time(21));
    expect(points(game)).toEqual({ ana: 100 });
  });

  test('needs no window where the host sets the pace', () => {
    const game = aRunning({ mode: 'host-paced', speedBonus: true, windowMs: 0 }, 'ana', 'ben');
    const over = play(game, says('ana', 'Vienna', 0), says('ben', 'Vienna', 9), goOn(10));
    expect(points(over)).toEqual({ ana: 200, ben: 100 });
  });
});

describe('a streak', () => {
  const round = (game: ReturnType<typeof aGame>, at: number, said: string) =>
    play(game, says('ana', said, at + 1), goOn(at + 2), goOn(at + 3));

  test('adds ten for each right answer before, up to fifty', () => {
    const questions = Array.from({ length: 8 }, (_, n) => aTrueFalse({ id: `q${n}`, answer: true }));
    const game = questions.reduce(
      (now, _, n) =>
        play(now, says('ana', { kind: 'option', shown: 0 }, n * 10 + 1), goOn(n * 10 + 2), goOn(n * 10 + 3)),
      aRunning({ streaks: true, questions }, 'ana'),
    );
    expect(points(game)).toEqual({ ana: 800 + 10 + 20 + 30 + 40 + 50 + 50 + 50 });
  });

  test('is broken by a wrong answer, and not by a question that was thrown away', () => {
    const two = round(round(aRunning({ streaks: true }, 'ana'), 0, 'Vienna'), 10, 'Vienna');
    const skipped = play(two, skip(21), goOn(22));
    expect([points(round(skipped, 30, 'Vienna')), points(round(round(two, 20, 'Oslo'), 30, 'Vienna'))]).toEqual([
      { ana: 100 + 110 + 120 },
      { ana: 100 + 110 + 0 + 100 },
    ]);
  });
});

describe('a question thrown away', () => {
  test('gives nobody points, also when somebody had won it', () => {
    const game = play(aRunning({ mode: 'race' }, 'ana', 'ben'), says('ana', 'Vienna', 1), skip(2));
    expect([points(game), game.rounds[0]?.answers]).toEqual([{ ana: 0, ben: 0 }, {}]);
  });

  test('costs nobody a life', () => {
    const game = play(
      aRunning({ mode: 'survival', lives: 1 }, 'ana', 'ben'),
      says('ana', 'Oslo', 1),
      skip(2),
      time(11),
    );
    expect(refusalOf(game, says('ana', 'Vienna', 12))).toBeUndefined();
  });
});

describe('points', () => {
  test('are there only once the question is closed', () => {
    const game = play(aRunning({}, 'ana', 'ben'), says('ana', 'Vienna', 1));
    expect([points(game), points(play(game, time(21)))]).toEqual([
      { ana: 0, ben: 0 },
      { ana: 100, ben: 0 },
    ]);
  });

  test('of an open quiz that is stopped in a pause are kept', () => {
    const open = play(aGame({ mode: 'async', windowMs: ms(AN_HOUR) }), says('ana', 'Vienna', 1, { round: 4 }));
    const { game } = step(play(open, pause(5)), stop(6));
    expect([points(game), game.outbox.map(({ effect }) => effect.kind)]).toEqual([
      { ana: 100 },
      ['note', 'result', 'score'],
    ]);
  });
});

describe('the open quiz', () => {
  const open = aGame({ mode: 'async', windowMs: ms(AN_HOUR) });

  test.each([
    ['just before the deadline', AN_HOUR - 0.001, undefined],
    ['on the deadline', AN_HOUR, 'time-is-up'],
  ])('takes an answer %s', (_, at, refused) => {
    expect(refusalOf(open, says('ana', 'Vienna', at, { round: 0 }))).toBe(refused);
  });

  test('waits for answers on their way, then shows the result', () => {
    expect([wakeAt(open), play(open, time(AN_HOUR + 1)).phase]).toEqual([
      ms(AN_HOUR + 1),
      { kind: 'over', how: 'finished', at: ms(AN_HOUR + 1) },
    ]);
  });

  test('is taken by each at their own pace, in any order', () => {
    const game = play(
      open,
      says('ana', 'Vienna', 1, { round: 5 }),
      says('ben', 'Vienna', 2, { round: 0 }),
      says('ana', 'Vienna', 3000, { round: 0 }),
      says('ben', option(0), 3001, { round: 3 }),
      time(AN_HOUR + 1),
    );
    expect(points(game).ana).toBe(200);
  });
});
