/** Joining and answering a group's game: what its buttons, menus and dialogs do. */

import { action, type Context, type Presses, type Reply, whisper } from '../../src/command.ts';
import type { Game, GameRefusal, Move } from '../../src/domain/game/game.ts';
import { modeOf } from '../../src/domain/game/modes/modes.ts';
import { currentRound } from '../../src/domain/game/players.ts';
import { judgeShare } from '../../src/domain/game/share.ts';
import { nextFor } from '../../src/domain/game/step.ts';
import type { Hint } from '../../src/domain/kinds/kind.ts';
import { hintFor } from '../../src/domain/kinds/kinds.ts';
import { type Answer, shownOptions } from '../../src/domain/quiz.ts';
import { expired } from '../../src/options.ts';
import { answerText, letter } from '../../src/views/answering.ts';
import { answersTable } from '../../src/views/answersTable.ts';
import { type Card, text } from '../../src/views/card.ts';
import {
  gameAnswerDialog,
  ownAnswersCard,
  ownQuestionCard,
  pausedCard,
  protestCard,
} from '../../src/views/gameCards.ts';
import { bold, plain, small, timestamp } from '../../src/views/markdown.ts';
import { noticeCard } from '../../src/views/notices.ts';
import type { Words } from '../../src/words/words.ts';
import { rematch } from './hosting.ts';
import { gameRefused, said } from './replies.ts';

export const join = action({
  description: 'Join the game in this channel.',
  options: {},
  run: (_, context) => inThisChannel(context, (game) => joinGame(game, undefined, context)),
});

export const hint = action({
  description: 'A hint for the open question, for you alone. It costs half of its points.',
  options: {},
  run: (_, context) =>
    inThisChannel(context, async (game) => {
      const { games, caller, words, at } = context;
      const played = await games.play(game.id, { kind: 'hint', by: caller.userId, at });
      if (!played) return expired(words);
      if (played.refused && played.refused !== 'hint-taken') return gameRefused(words, played.refused, played.game);
      return hintReply(played.game, context);
    }),
});

export const gamePresses = {
  async game({ game: id, act }, context): Promise<Reply> {
    const { games, words, caller, at } = context;
    const game = await games.get(id);
    if (!game) return expired(words);
    switch (act) {
      case 'join':
        return joinGame(game, undefined, context);
      case 'leave':
        return moved(id, { kind: 'leave', by: caller.userId, at }, context, () => said(words.game.left));
      case 'start':
        return moved(id, { kind: 'start', by: caller.userId, at }, context, () => said(words.game.begun));
      case 'take':
        return nextOwn(game, context, 'caller');
      case 'mine':
        if (game.phase.kind !== 'over') return said(words.game.notYet);
        return whisper(ownAnswersCard(words, context.library, game, caller.userId));
      case 'answers':
        return allAnswers(game, context);
      case 'rematch':
        return rematch(game, context);
    }
  },

  async 'game-team'({ game: id, number }, context) {
    const game = await context.games.get(id);
    return game ? joinGame(game, number, context) : expired(context.words);
  },

  'game-go-on': ({ game: id, number }, context) =>
    moved(id, { kind: 'go-on', by: context.caller.userId, round: number, at: context.at }, context, (game) =>
      game.phase.kind === 'paused'
        ? whisper(pausedCard(context.words, game.phase.reason))
        : said(context.words.game.done),
    ),

  async 'game-type'({ game: id, number }, context) {
    const { games, words } = context;
    const game = await games.get(id);
    if (!game) return expired(words);
    const closed = whyClosed(game, number);
    if (closed) return gameRefused(words, closed, game);
    const dialog = gameAnswerDialog(words, game, number);
    return dialog ? { to: 'dialog', dialog } : expired(words);
  },

  'game-typed': ({ game, number }, context, { typed }) => answer(game, number, { kind: 'typed', text: typed }, context),
  'game-pick': ({ game, number, shown }, context) => answer(game, number, { kind: 'option', shown }, context),

  async 'game-arrange'({ game: id, number, sofar }, context, { chosen }) {
    const { games, words } = context;
    const game = await games.get(id);
    const asked = game?.questions[number];
    if (!game || !asked) return expired(words);
    const closed = whyClosed(game, number);
    if (closed) return gameRefused(words, closed, game);
    const shown = shownOptions(asked.question, game.seed);
    const picked = [...sofar, ...chosen.map(Number)].filter(
      (place, at, all) => place < shown.length && all.indexOf(place) === at,
    );
    const rest = shown.flatMap((_, index) => (picked.includes(index) ? [] : [index]));
    // With all but one in order, the last has only one place left.
    if (rest.length <= 1) return answer(id, number, { kind: 'order', shown: [...picked, ...rest] }, context);
    return { to: 'here', card: ownQuestionCard(words, game, number, picked) };
  },

  async 'game-protest'({ game: id, number }, context) {
    const { words, caller, at } = context;
    return moved(id, { kind: 'protest', by: caller.userId, round: number, at }, context, () =>
      said(words.game.protestSent),
    );
  },

  async 'game-rule'({ game: id, number, accept }, context) {
    const { words, caller, at } = context;
    return moved(id, { kind: 'rule', by: caller.userId, protest: number, accept, at }, context, (game) => ({
      to: 'in-place',
      card: protestCard(words, game, number),
    }));
  },
} satisfies Presses;

function inThisChannel(context: Context, then: (game: Game) => Reply | Promise<Reply>): Reply | Promise<Reply> {
  const { games, caller, words, mention } = context;
  const game = games.in(caller.channelId);
  return game ? then(game) : whisper(noticeCard(words.game.none.title, words.game.none.text(mention('quiz start'))));
}

async function moved(id: string, move: Move, context: Context, then: (game: Game) => Reply): Promise<Reply> {
  const played = await context.games.play(id, move);
  if (!played) return expired(context.words);
  return played.refused ? gameRefused(context.words, played.refused, played.game) : then(played.game);
}

function joinGame(game: Game, team: number | undefined, context: Context): Reply | Promise<Reply> {
  const { caller, words, at, preferences } = context;
  if (game.phase.kind === 'paused') return whisper(pausedCard(words, game.phase.reason));
  const extra = preferences.member(caller.guildId, caller.userId).extraTime;
  const move: Move = { kind: 'join', by: caller.userId, name: caller.name, team, extra, at };
  return moved(game.id, move, context, ({ players }) => {
    const own = players[caller.userId]?.team;
    return said(own === undefined ? words.game.joined : words.game.joinedTeam(words.game.team(own)));
  });
}

/** Takes an answer: stored by the time this says so. */
async function answer(id: string, round: number, given: Answer, context: Context): Promise<Reply> {
  const { games, caller, words, at, preferences } = context;
  const extra = preferences.member(caller.guildId, caller.userId).extraTime;
  const played = await games.play(id, {
    kind: 'answer',
    by: caller.userId,
    name: caller.name,
    round,
    answer: given,
    extra,
    at,
  });
  if (!played) return expired(words);
  if (played.refused) return gameRefused(words, played.refused, played.game);
  return taken(played.game, round, given, context);
}

function taken(game: Game, number: number, answer: Answer, context: Context): Reply {
  const { words, caller } = context;
  const kept = game.rounds[number]?.answers[caller.userId];
  const asked = game.questions[number]?.question;
  if (!kept || !asked) return expired(words);
  if (kept.more) {
    const judged = judgeShare(asked, game.seed, answer);
    return said(words.game.more(judged.kind === 'more' ? plain(judged.ask) : ''));
  }
  const mode = modeOf(game);
  if (mode.pace === 'self') return nextOwn(game, context, 'here');
  const written = answerText(words, asked, game.seed, answer);
  if (mode.tellsAtOnce) return here((kept.share === 1 ? words.game.rightAtOnce : words.game.wrongAtOnce)(written));
  return here(words.game.taken(written));
}

/** In place of the caller's own message, such as the order just finished; beside everybody's. */
function here(sentence: string): Reply {
  const card: Card = { tone: 'plain', blocks: [text(sentence)] };
  return { to: 'here', card };
}

/** Of an open quiz: the caller's next question, or that there is none left. */
function nextOwn(game: Game, { words, caller }: Context, to: 'caller' | 'here'): Reply {
  if (game.phase.kind !== 'open')
    return gameRefused(words, game.phase.kind === 'over' ? 'game-over' : 'not-open', game);
  const round = nextFor(game, caller.userId);
  if (round) return { to, card: ownQuestionCard(words, game, round.number) };
  const done = words.game.allTaken(timestamp(game.phase.closesAt, 'R'));
  return { to, card: { tone: 'plain', blocks: [text(done)] } };
}

function allAnswers(game: Game, { words, caller, tableFile }: Context): Reply {
  if (caller.userId !== game.hostId) return gameRefused(words, 'not-the-host', game);
  if (game.phase.kind !== 'over') return said(words.game.notYet);
  const file = `quiz-${game.id}.csv`;
  return {
    to: 'caller',
    card: { tone: 'plain', blocks: [text(words.game.csv), { kind: 'file', file }] },
    files: [{ name: file, bytes: tableFile(answersTable(words, game)) }],
  };
}

/** Why nothing can be answered to this round just now. */
function whyClosed(game: Game, number: number): GameRefusal | undefined {
  if (game.phase.kind === 'over') return 'game-over';
  const open = game.phase.kind === 'open' || game.phase.kind === 'question';
  return open && game.rounds[number]?.closed === false ? undefined : 'time-is-up';
}

/** The hint of the open question, as this game shows it. */
function hintReply(game: Game, { words, caller }: Context): Reply {
  const round = game.phase.kind === 'open' ? nextFor(game, caller.userId) : currentRound(game);
  const asked = round && game.questions[round.number]?.question;
  const given = asked && hintFor(asked, game.seed);
  if (!given) return gameRefused(words, 'no-hint', game);
  return said(
    `${bold(words.game.hint)}: ${hintText(words, given, shownOptions(asked, game.seed))}\n${small(words.game.hintCost)}`,
  );
}

function hintText(words: Words, given: Hint, shown: readonly string[]): string {
  switch (given.kind) {
    case 'fall-away':
      return words.game.hints.fallAway(given.shown.map(letter));
    case 'decade':
      return words.game.hints.decade(given.from);
    case 'letters':
      return words.game.hints.letters(plain(given.first), given.words);
    case 'first':
      return words.game.hints.first(plain(shown[given.shown] ?? ''));
  }
}
