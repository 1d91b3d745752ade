import { describe, expect, test } from 'vitest';
import type { Game } from '../../../src/domain/game/game.ts';
import { step } from '../../../src/domain/game/step.ts';
import { wakeAt } from '../../../src/domain/game/time.ts';
import {
  aGame,
  aRunning,
  back,
  goOn,
  HOST,
  join,
  leave,
  ms,
  pause,
  play,
  posted,
  protest,
  refusalOf,
  resume,
  says,
  skip,
  standing,
  start,
  stop,
  time,
} from '../../support/aGame.ts';

const outbox = ({ outbox }: Game) => outbox.map(({ effect }) => effect.kind);
const dueAt = (game: Game) => (wakeAt(game) ?? Number.NaN) / 1000;

describe('the lobby', () => {
  test('starts by itself after a minute', () => {
    const lobby = play(aGame(), join('ana'));
    expect([standing(play(lobby, time(59.999))), standing(play(lobby, time(60)))]).toEqual(['lobby', 'question 1']);
  });

  test('is abandoned when nobody has come', () => {
    expect(standing(play(aGame(), time(60)))).toBe('abandoned');
  });

  test('of which all have left is abandoned too', () => {
    expect(standing(play(aGame(), join('ana'), leave('ana'), time(60)))).toBe('abandoned');
  });

  test.each([
    ['the host cannot start without players', aGame(), start(), 'nobody-there'],
    ['nobody else can start', play(aGame(), join('ana')), { kind: 'start', by: 'ana', at: 0 } as const, 'not-the-host'],
    ['it starts once', aRunning({}, 'ana'), start(), 'already-started'],
    ['nobody joins twice', play(aGame(), join('ana')), join('ana'), 'already-joined'],
    ['nobody leaves who is not there', aGame(), leave('ana'), 'not-in-the-game'],
    ['nobody leaves twice', play(aGame(), join('ana'), leave('ana')), leave('ana'), 'not-in-the-game'],
    ['there is nothing to skip', aGame(), skip(1), 'nothing-to-skip'],
    [
      'there is nothing to answer',
      play(aGame(), join('ana')),
      says('ana', { kind: 'option', shown: 0 }, 1),
      'time-is-up',
    ],
    [
      'there is nothing to hint at',
      play(aGame(), join('ana')),
      { kind: 'hint', by: 'ana', at: 0 } as const,
      'not-open',
    ],
    ['there is nothing to resume', aGame(), resume(1), 'not-paused'],
  ])('%s', (_, game, move, refused) => {
    expect(refusalOf(game, move)).toBe(refused);
  });

  test('that is stopped ends without a result', () => {
    const { game } = step(posted(aGame()), stop(5));
    expect([standing(game), outbox(game)]).toEqual(['stopped', ['note']]);
  });
});

describe('a paused lobby', () => {
  const paused = play(aGame({ mode: 'survival' }), join('ana'), pause(10));

  test('is still one that people can join', () => {
    expect(Object.keys(play(paused, join('ben')).players)).toEqual(['ana', 'ben']);
  });

  test('forgets who leaves', () => {
    expect(play(paused, leave('ana')).players).toEqual({});
  });

  test('begins its minute again when it goes on, and shows itself anew', () => {
    const { game } = step(paused, resume(100));
    expect([outbox(game), dueAt(game)]).toEqual([['note', 'lobby'], 160]);
  });
});

describe('a question', () => {
  test('closes at its time, a second later for answers on their way, and shows the answer for nine', () => {
    const asked = aRunning({}, 'ana');
    const revealed = play(asked, time(21));
    expect([dueAt(asked), standing(play(asked, time(20.999))), standing(revealed), dueAt(revealed)]).toEqual([
      21,
      'question 1',
      'reveal 1',
      30,
    ]);
  });

  test('is followed by the next, and the last by the result', () => {
    const game = aRunning(
      {
        questions: aGame()
          .questions.slice(0, 2)
          .map(({ question }) => question),
      },
      'ana',
    );
    const second = play(game, says('ana', 'Vienna', 1), time(21), time(30));
    const over = play(second, says('ana', 'Vienna', 31), time(60), time(80));
    expect([standing(second), standing(over)]).toEqual(['question 2', 'finished']);
  });

  test('does not end before it was to be seen', () => {
    const { game } = step(play(aGame(), join('ana')), start());
    expect(wakeAt(game)).toBeUndefined();
  });

  test('keeps the time at which it was first to be seen when that is told again', () => {
    const asked = aRunning({}, 'ana');
    const again = { kind: 'asked', round: 0, messageId: asked.rounds[0]?.messageId ?? '', at: ms(9) } as const;
    expect(step(asked, again).game).toBe(asked);
  });

  test('that is to be seen only after it was closed stays closed', () => {
    const { game } = step(play(aGame(), join('ana')), start());
    const closed = step(game, goOn(1)(game)).game;
    expect(step(closed, { kind: 'asked', round: 0, messageId: 'late', at: ms(2) }).game).toBe(closed);
  });

  test('answered by all before we hear that it is to be seen closes early all the same', () => {
    const { game } = step(play(aGame(), join('ana')), start());
    const early = step(game, says('ana', 'Vienna', 0.5)(game)).game;
    expect(dueAt(posted(early))).toBe(5.5);
  });
});

describe('when all have answered', () => {
  const two = aRunning({}, 'ana', 'ben');

  test('four seconds are left to change a mind', () => {
    const all = play(two, says('ana', 'Vienna', 2), says('ben', 'Oslo', 5));
    expect(dueAt(all)).toBe(9 + 1);
  });

  test('time is not given that is not there', () => {
    expect(dueAt(play(two, says('ana', 'Vienna', 2), says('ben', 'Oslo', 18)))).toBe(21);
  });

  test('who has left is not waited for', () => {
    expect(dueAt(play(two, leave('ben', 1), says('ana', 'Vienna', 2)))).toBe(7);
  });

  test('the last one who has not may leave, and the others go on', () => {
    expect(dueAt(play(two, says('ana', 'Vienna', 2), leave('ben', 6)))).toBe(11);
  });

  test('a question that everybody left keeps its time', () => {
    expect(dueAt(play(two, says('ana', 'Vienna', 2), leave('ana', 3), leave('ben', 3)))).toBe(21);
  });

  test('a host-paced question waits for the host', () => {
    const game = play(aRunning({ mode: 'host-paced' }, 'ana'), says('ana', 'Vienna', 2));
    expect([wakeAt(game), standing(play(game, goOn(500))), standing(play(game, goOn(500), goOn(501)))]).toEqual([
      undefined,
      'reveal 1',
      'question 2',
    ]);
  });
});

describe('the host', () => {
  test.each([
    ['goes on from the answer before its time', play(aRunning({}, 'ana'), goOn(3), goOn(4)), 'question 2'],
    ['closes any question', play(aRunning({}, 'ana'), goOn(3)), 'reveal 1'],
  ])('%s', (_, game, expected) => {
    expect(standing(game)).toBe(expected);
  });

  test('is the only one who goes on or skips', () => {
    const game = aRunning({}, HOST, 'ana');
    const refusals = [
      refusalOf(game, { kind: 'go-on', by: 'ana', round: 0, at: 1 }),
      refusalOf(game, { kind: 'skip', by: 'ana', at: 1 }),
    ];
    expect(refusals).toEqual(['not-the-host', 'not-the-host']);
  });

  test('pressing on for a question that is past does nothing', () => {
    const second = play(aRunning({}, 'ana'), goOn(3), goOn(4));
    expect(step(second, { kind: 'go-on', by: HOST, round: 0, at: ms(5) })).toEqual({ game: second });
  });
});

describe('three questions that nobody answers', () => {
  const quiet = (game: Game, from: number) => play(game, time(from + 21), time(from + 30));

  test('abandon the game', () => {
    const second = quiet(aRunning({}, 'ana'), 0);
    const third = quiet(second, 30);
    expect([standing(second), standing(third), standing(quiet(third, 60))]).toEqual([
      'question 2',
      'question 3',
      'abandoned',
    ]);
  });

  test('count in a row only', () => {
    const third = quiet(quiet(aRunning({}, 'ana'), 0), 30);
    const heard = play(third, says('ana', 'Oslo', 61), time(81), time(90));
    expect(standing(quiet(quiet(heard, 90), 120))).toBe('question 6');
  });

  test('do not when the host threw them away', () => {
    const skipped = [0, 10, 20, 30].reduce((game, at) => play(game, skip(at + 1), time(at + 10)), aRunning({}, 'ana'));
    expect(standing(skipped)).toBe('question 5');
  });

  test('do not where the host sets the pace', () => {
    const game = aRunning({ mode: 'host-paced' }, 'ana');
    expect(standing(play(game, ...[1, 2, 3, 4, 5, 6].map((at) => goOn(at))))).toBe('question 4');
  });
});

describe('a pause', () => {
  const answered = play(aRunning({}, 'ana', 'ben'), says('ana', 'Vienna', 5));

  test('stops the clock, and all but the host', () => {
    const paused = play(answered, pause(10));
    expect([wakeAt(paused), standing(play(paused, time(1000))), refusalOf(paused, says('ben', 'Oslo', 11))]).toEqual([
      undefined,
      'paused',
      'time-is-up',
    ]);
  });

  test('in a question: it is asked anew with its whole time, and answers stay', () => {
    const { game } = step(play(answered, pause(10)), resume(100));
    const going = posted(game);
    expect([outbox(game), dueAt(going), Object.keys(going.rounds[0]?.answers ?? {})]).toEqual([
      ['note', 'ask'],
      121,
      ['ana'],
    ]);
  });

  test('in a question that all have answered: it closes soon after it is seen again', () => {
    const all = play(answered, says('ben', 'Oslo', 6), pause(7), resume(100));
    expect(dueAt(all)).toBe(105);
  });

  test('in the answer: it is shown again', () => {
    const { game } = step(play(answered, time(21), pause(25)), resume(100));
    expect([outbox(game), dueAt(game)]).toEqual([['note', 'reveal'], 109]);
  });

  test('in an open quiz: it closes when it would have', () => {
    const { game } = step(play(aGame({ mode: 'async', windowMs: ms(3600) }), pause(10)), resume(100));
    expect([outbox(game), dueAt(game)]).toEqual([['note', 'lobby'], 3601]);
  });

  test('twice is once', () => {
    const paused = play(answered, pause(10));
    expect(step(paused, pause(11)).game).toBe(paused);
  });

  test('before the question could be posted asks it once when it goes on', () => {
    const { game } = step(play(aGame(), join('ana')), start());
    const resumed = step(step(game, pause(1)).game, resume(100)).game;
    expect(outbox(resumed)).toEqual(['note', 'ask']);
  });

  test('keeps a protest that was not posted yet', () => {
    const closed = play(aRunning({}, 'ana', 'ben'), says('ana', 'Oslo', 5), time(21));
    const disputed = step(closed, protest('ana', 0, 22)).game;
    const { game } = step(step(disputed, pause(23)).game, resume(30));
    expect(outbox(game)).toEqual(['protest', 'note', 'reveal']);
  });

  test('can be stopped', () => {
    expect(standing(play(answered, pause(10), stop(20)))).toBe('stopped');
  });

  test('moves with the game to another channel', () => {
    const moved = play(answered, pause(10), { kind: 'resume', by: HOST, channelId: 'elsewhere', at: ms(20) });
    expect(moved.channelId).toBe('elsewhere');
  });
});

describe('back after an outage', () => {
  const asked = aRunning({}, 'ana', 'ben');
  const notes = ({ outbox }: Game) => outbox.flatMap(({ effect }) => (effect.kind === 'note' ? [effect.note] : []));

  test.each([
    ['long before the close: it keeps its time', 3, 21, false],
    ['with exactly five seconds left', 15, 21, false],
    ['just before the close: it gets five seconds', 19.999, 25.999, false],
    ['on the close: it is over', 20, 21, false],
    ['while the last answers are on their way', 20.999, 21, false],
    ['when all that is past', 21, 21, true],
    ['long after', 500, 21, true],
  ])('%s', (_, at, due, timePassed) => {
    const { game } = step(asked, back(at));
    expect([dueAt(game), notes(game)]).toEqual([due, [{ kind: 'back', timePassed }]]);
  });

  test('a question that is not to be seen yet is left to be posted', () => {
    const { game } = step(play(aGame(), join('ana')), start());
    expect(step(game, back(100)).game).toBe(game);
  });

  test.each([
    ['the lobby, in time', aGame(), 30, []],
    ['the lobby, too late', aGame(), 61, [{ kind: 'back', timePassed: true }]],
    ['the answer, in time', play(asked, time(21)), 29, []],
    ['the answer, too late', play(asked, time(21)), 31, [{ kind: 'back', timePassed: true }]],
    ['a host-paced question', aRunning({ mode: 'host-paced' }, 'ana'), 9999, []],
    ['a pause', play(asked, pause(5)), 9999, []],
  ])('in %s', (_, game, at, expected) => {
    expect(notes(step(posted(game), back(at)).game)).toEqual(expected);
  });

  test('what passed meanwhile happens at the next look at the clock', () => {
    expect(standing(play(asked, back(500), time(500)))).toBe('reveal 1');
  });
});

describe('the end', () => {
  test('leaves nothing to ask or to join', () => {
    const { game } = step(step(play(aGame(), join('ana')), start()).game, stop(1));
    expect(outbox(game)).toEqual(['note']);
  });

  test('counts closed questions, and not the open one', () => {
    const second = play(aRunning({}, 'ana'), says('ana', 'Vienna', 1), time(21), time(30), says('ana', 'Vienna', 31));
    const { game } = step(second, stop(32));
    const score = game.outbox.find(({ effect }) => effect.kind === 'score')?.effect;
    expect(score).toEqual({
      kind: 'score',
      entries: [{ player: 'ana', points: 100, right: 1, answered: 1, topics: { europe: 100 } }],
    });
  });

  test.each([
    ['join', join('zoe')],
    ['leave', leave('ana')],
    ['start', start()],
    ['time', time(99)],
    ['skip', skip(99)],
    ['stop', stop(99)],
    ['pause', pause(99)],
    ['resume', resume(99)],
    ['back', back(99)],
    ['answer', says('ana', 'Vienna', 99)],
    ['hint', { kind: 'hint', by: 'ana', at: 99 } as const],
    ['go-on', goOn(99)],
  ])('refuses to %s', (_, move) => {
    expect(refusalOf(play(aRunning({}, 'ana'), stop(5)), move)).toBe('game-over');
  });
});
