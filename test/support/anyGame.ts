/** Games in which anything may happen: arbitrary deeds, told apart from the moves that they come to. */

import fc from 'fast-check';
import type { Game, Move, PlayerId, Rules, Step } from '../../src/domain/game/game.ts';
import { step } from '../../src/domain/game/step.ts';
import { wakeAt } from '../../src/domain/game/time.ts';
import type { Answer } from '../../src/domain/kinds/kind.ts';
import type { Question } from '../../src/domain/library.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { aGame, HOST } from './aGame.ts';
import { aChoice, anOrder, aText, aTrueFalse, aYear } from './anArticle.ts';

const PLAYERS: readonly PlayerId[] = [HOST, 'ana', 'ben', 'cem'];
const QUESTIONS = [aChoice(), aYear(), aText(), anOrder(), aTrueFalse()];

/** What somebody does next, so long after the last thing; `lag` is how much earlier Discord had heard of it. */
interface Deed {
  readonly after: number;
  readonly lag: number;
  readonly by: PlayerId;
  readonly what: What;
}

type What =
  | { readonly kind: 'join'; readonly team: number | undefined; readonly extra: number }
  | { readonly kind: 'answer'; readonly away: number; readonly said: number; readonly extra: number }
  | { readonly kind: 'on' | 'protest'; readonly away: number }
  | { readonly kind: 'rule'; readonly accept: boolean }
  | { readonly kind: 'asked-again' | 'answer-again' | 'perform' | 'due' | 'time' }
  | { readonly kind: 'leave' | 'start' | 'hint' | 'skip' | 'stop' | 'pause' | 'resume' | 'back' };

const options = [0, 1, 2].map((shown): Answer => ({ kind: 'option', shown }));
const words = (...texts: readonly string[]) => texts.map((text): Answer => ({ kind: 'typed', text }));
/** Right ones, wrong ones, and some between; one that cannot be read. */
const SAID: { readonly [K in Question['kind']]: readonly Answer[] } = {
  choice: [...options, { kind: 'option', shown: 7 }],
  'true-false': options,
  year: words('1956', '1957', '1930', 'no idea'),
  text: words('Moscow', 'Russia', 'the Kremlin', 'The  Kremlin!', '?'),
  order: [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [0, 2, 1],
    [0, 0, 0],
  ].map((shown) => ({ kind: 'order', shown })),
};

const only = <K extends What['kind']>(kind: K) => fc.constant({ kind });
const away = fc.constantFrom(0, 0, 0, 0, -1, 1);
const extra = fc.constantFrom(1, 1, 1.5, 2);

const what: fc.Arbitrary<What> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ kind: fc.constant('answer' as const), away, said: fc.nat(9), extra }) },
  { weight: 20, arbitrary: only('perform') },
  { weight: 16, arbitrary: only('due') },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('join' as const),
      team: fc.constantFrom(undefined, 0, 1, 2),
      extra,
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('on' as const, 'protest' as const), away }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('rule' as const), accept: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('start', 'hint', 'back', 'time').map((kind) => ({ kind })) as fc.Arbitrary<What>,
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('asked-again', 'answer-again').map((kind) => ({ kind })) as fc.Arbitrary<What>,
  },
  { weight: 3, arbitrary: fc.constantFrom('leave', 'skip', 'pause').map((kind) => ({ kind })) as fc.Arbitrary<What> },
  { weight: 5, arbitrary: only('resume') },
  { weight: 1, arbitrary: only('stop') },
);

const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    after: fc.constantFrom(0, 1, 500, 3_000, 9_000),
    lag: fc.constantFrom(0, 0, 0, 300, 2_000),
    by: fc.constantFrom(...PLAYERS),
    what,
  }),
  { minLength: 20, maxLength: 100, size: 'max' },
);

/** A step that was taken. */
export interface Taken extends Step {
  readonly before: Game;
  readonly move: Move;
}

/** A game from its opening, all steps taken in it, refused ones too, and where it stands. */
export interface Played {
  readonly opened: Game;
  readonly taken: readonly Taken[];
  readonly game: Game;
  /** When the last thing happened. */
  readonly now: number;
}

/** Any course of a game of that mode. */
export function anyPlay(mode: Rules['mode'], changes: Partial<Rules> = {}): fc.Arbitrary<Played> {
  const rules = fc.record({
    mode: fc.constant(mode),
    speedBonus: fc.boolean(),
    streaks: fc.boolean(),
    lives: fc.integer({ min: 1, max: 3 }),
    teamsChosen: fc.boolean(),
  });
  return fc
    .record({ rules, deeds, joined: fc.shuffledSubarray([...PLAYERS], { minLength: 1 }) })
    .map((chosen) =>
      course(
        aGame({ questions: QUESTIONS, windowMs: mode === 'async' ? 3 * MINUTE : 20_000, ...chosen.rules, ...changes }),
        [...opening(chosen.joined), ...chosen.deeds],
      ),
    );
}

function opening(joined: readonly PlayerId[]): readonly Deed[] {
  const deed = (by: PlayerId, what: What): Deed => ({ after: 0, lag: 0, by, what });
  return [
    ...joined.map((by) => deed(by, { kind: 'join', team: undefined, extra: 1 })),
    deed(HOST, { kind: 'perform' }),
    deed(HOST, { kind: 'start' }),
    deed(HOST, { kind: 'perform' }),
  ];
}

function course(opened: Game, all: readonly Deed[]): Played {
  const taken: Taken[] = [];
  let game = opened;
  let now = 0;
  for (const deed of all) {
    now += deed.after;
    if (deed.what.kind === 'due') now = Math.max(now, soonDue(game, now));
    for (const move of movesOf(game, deed, now, taken)) {
      const next = step(game, move);
      taken.push({ ...next, before: game, move });
      game = next.game;
    }
  }
  return { opened, taken, game, now };
}

/** When something is due within a minute; a whole open quiz is not waited through at once. */
function soonDue(game: Game, now: number): number {
  const due = wakeAt(game) ?? now;
  return due - now < MINUTE ? due : now;
}

function saidTo({ questions }: Game, round: number, said: number): Answer {
  const answers = SAID[questions[round]?.question.kind ?? 'choice'];
  return answers[said % answers.length] ?? { kind: 'typed', text: '' };
}

/** A wrong answer that nobody has protested about. */
function disputable({ rounds, protests }: Game) {
  return rounds
    .filter(({ closed }) => closed)
    .flatMap(({ number, answers }) => Object.entries(answers).map(([by, { share }]) => ({ by, round: number, share })))
    .findLast(({ by, round, share }) => share < 1 && !protests.some((one) => one.by === by && one.round === round));
}

function movesOf(game: Game, { by, lag, what }: Deed, now: number, taken: readonly Taken[]): readonly Move[] {
  const at = Math.max(0, now - lag);
  const round = game.rules.mode === 'async' ? ((now / 500) % game.rounds.length) | 0 : game.rounds.length - 1;
  switch (what.kind) {
    case 'join':
      return [{ kind: 'join', by, team: what.team, extra: what.extra, at }];
    case 'answer':
      return [
        { kind: 'answer', by, round: round + what.away, answer: saidTo(game, round, what.said), extra: what.extra, at },
      ];
    case 'answer-again': {
      const last = taken.findLast(({ move }) => move.kind === 'answer');
      return last ? [last.move] : [];
    }
    case 'on':
      return [{ kind: 'go-on', by: what.away < 0 ? by : HOST, round: round + Math.max(0, what.away), at }];
    case 'protest':
      return [{ kind: 'protest', ...(what.away < 0 ? { by, round } : (disputable(game) ?? { by, round })), at }];
    case 'rule':
      return [{ kind: 'rule', by: HOST, protest: game.protests.length - 1, accept: what.accept, at }];
    case 'perform':
      return perform(game, now);
    case 'asked-again': {
      const { messageId, askedAt } = game.rounds.at(-1) ?? {};
      return messageId && askedAt !== undefined ? [{ kind: 'asked', round, messageId, at: askedAt }] : [];
    }
    case 'due':
    case 'time':
      return [{ kind: 'time', at: now }];
    case 'pause':
      return [{ kind: 'pause', reason: 'trouble', at: now }];
    case 'resume':
      return [{ kind: 'resume', by, channelId: 'channel', at: now }];
    case 'back':
      return [{ kind: 'back', at: now }];
    case 'leave':
    case 'start':
    case 'hint':
    case 'skip':
    case 'stop':
      return [{ kind: what.kind, by, at }];
  }
}

/** The first of what is still to be done, as the shell does it. */
export function perform({ outbox: [sending] }: Game, now: number): readonly Move[] {
  if (!sending) return [];
  const { number, effect } = sending;
  const messageId = `message${number}`;
  const done: Move = { kind: 'done', effect: number, messageId };
  return effect.kind === 'ask' ? [{ kind: 'asked', round: effect.round, messageId, at: now }, done] : [done];
}
