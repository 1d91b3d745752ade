/**
 * What happens in a game: one move, one new game. A refused move changes
 * nothing. A move that is not due, or was already made, is not refused but does
 * nothing: timers and retries may ring twice.
 */

import { fold } from '../folding.ts';
import { hintFor } from '../kinds/kinds.ts';
import { seeded, shuffle } from '../random.ts';
import type { Instant } from '../time.ts';
import type {
  Effect,
  Game,
  GameRefusal,
  Given,
  Move,
  Note,
  PauseReason,
  Phase,
  PlayerId,
  Round,
  Step,
} from './game.ts';
import { modeOf } from './modes/modes.ts';
import { currentRound, hasAnswered, present, smallestTeam, withPlayer } from './players.ts';
import { scoreEntries } from './points.ts';
import { judgeShare } from './share.ts';
import { deadlineOf, LEAST_REMAINING_MS, LOBBY_MS, REVEAL_MS, wakeAt } from './time.ts';

/** A game of so many questions that nobody answered, in a row, is over. */
export const QUIET_QUESTIONS = 3;

type MoveOf<K extends Move['kind']> = Extract<Move, { kind: K }>;

/** What a game opens with. */
export type Opening = Pick<
  Game,
  'id' | 'guildId' | 'channelId' | 'hostId' | 'rules' | 'scope' | 'seed' | 'questions'
> & { readonly at: Instant };

/** A new game: its lobby, or in `async` the open quiz. */
export function open({ at, ...given }: Opening): Game {
  const self = modeOf(given).pace === 'self';
  const game: Game = {
    ...given,
    phase: self ? { kind: 'open', closesAt: at + given.rules.windowMs } : { kind: 'lobby', startsAt: at + LOBBY_MS },
    players: {},
    rounds: self ? given.questions.map((_, number) => newRound(number)) : [],
    protests: [],
    outbox: [],
    effects: 0,
  };
  return withEffects(game, at, { kind: 'lobby' });
}

/** Applies one move. */
export function step(game: Game, move: Move): Step {
  switch (move.kind) {
    case 'done':
      return done(game, move);
    case 'protest':
      return protest(game, move);
    case 'rule':
      return rule(game, move);
  }
  if (game.phase.kind === 'over') return refuse(game, 'game-over');
  switch (move.kind) {
    case 'join':
      return join(game, move);
    case 'leave':
      return leave(game, move);
    case 'start':
      return start(game, move);
    case 'asked':
      return asked(game, move);
    case 'answer':
      return answer(game, move);
    case 'hint':
      return hint(game, move);
    case 'time':
      return time(game, move.at);
    case 'go-on':
      return goOn(game, move);
    case 'skip':
      return skip(game, move);
    case 'stop':
      return { game: finish(game, 'stopped', move.at, { kind: 'stopped', by: move.by }) };
    case 'pause':
      return pause(game, move);
    case 'resume':
      return resume(game, move);
    case 'back':
      return back(game, move.at);
  }
}

function done(game: Game, { effect: number, messageId }: MoveOf<'done'>): Step {
  const sending = game.outbox.find((one) => one.number === number);
  if (!sending) return { game };
  const outbox = game.outbox.filter((one) => one !== sending);
  const { effect } = sending;
  if (effect.kind === 'lobby') return { game: { ...game, outbox, lobbyMessageId: messageId } };
  const round = effect.kind === 'reveal' ? game.rounds[effect.round] : undefined;
  // The answer stands in a message of its own when that of the question is gone.
  return { game: round && messageId ? withRound({ ...game, outbox }, { ...round, messageId }) : { ...game, outbox } };
}

function refuse(game: Game, refused: GameRefusal): Step {
  return { game, refused };
}

function join(game: Game, { by, name, team, extra, at }: MoveOf<'join'>): Step {
  const known = game.players[by];
  const begun = hasBegun(game);
  const inTeams = game.rules.mode === 'teams';
  // Points stay with the team, so nobody changes over once the game has begun.
  const teamWanted = inTeams && game.rules.teamsChosen && !(known && begun) ? team : undefined;
  if (teamWanted !== undefined && (teamWanted < 0 || teamWanted >= game.rules.teams))
    return refuse(game, 'no-such-team');
  if (known && !known.left && (teamWanted === undefined || teamWanted === known.team))
    return refuse(game, 'already-joined');
  if (!known && begun && !modeOf(game).open) return refuse(game, 'already-started');
  // Teams that are drawn are drawn at the start; who comes later joins the smallest.
  const late = inTeams && begun ? smallestTeam(game) : undefined;
  const player = { name, joinedAt: known?.joinedAt ?? at, team: teamWanted ?? known?.team ?? late, extra, left: false };
  return { game: withPlayer(game, by, player) };
}

/** Whether the lobby is behind us, also of a paused game. */
function hasBegun(game: Game): boolean {
  return underWay(game).kind !== 'lobby';
}

function underWay({ phase }: Game): Exclude<Phase, { kind: 'paused' }> {
  return phase.kind === 'paused' ? phase.was : phase;
}

function leave(game: Game, { by, at }: MoveOf<'leave'>): Step {
  const player = game.players[by];
  if (!player || player.left) return refuse(game, 'not-in-the-game');
  if (!hasBegun(game)) {
    const { [by]: _, ...players } = game.players;
    return { game: { ...game, players } };
  }
  const gone = withPlayer(game, by, { ...player, left: true });
  const round = currentRound(gone);
  // The last one that the others were waiting for may have left.
  const sooner = gone.phase.kind === 'question' && round && present(gone).length > 0;
  return { game: sooner ? withRound(gone, closingAfter(gone, round, { at, share: 0 })) : gone };
}

function start(game: Game, { by, at }: MoveOf<'start'>): Step {
  if (game.phase.kind !== 'lobby') return refuse(game, 'already-started');
  if (by !== undefined && by !== game.hostId) return refuse(game, 'not-the-host');
  if (!present(game).length)
    return by === undefined
      ? { game: finish(game, 'abandoned', at, { kind: 'abandoned' }) }
      : refuse(game, 'nobody-there');
  return { game: ask(drawTeams(game), at) };
}

/** Deals the players evenly; who has chosen stays. */
function drawTeams(game: Game): Game {
  if (game.rules.mode !== 'teams') return game;
  const undrawn = Object.keys(game.players).filter((id) => game.players[id]?.team === undefined);
  return shuffle(undrawn.toSorted(), seeded(`${game.seed}/teams`)).reduce((dealt, id) => {
    const player = dealt.players[id];
    return player ? withPlayer(dealt, id, { ...player, team: smallestTeam(dealt) }) : dealt;
  }, game);
}

function newRound(number: number): Round {
  return { number, closed: false, answers: {}, hints: [] };
}

/** On to the next question. */
function ask(game: Game, at: Instant): Game {
  const number = game.rounds.length;
  const next: Game = { ...game, phase: { kind: 'question' }, rounds: [...game.rounds, newRound(number)] };
  return withEffects(next, at, { kind: 'ask', round: number });
}

function asked(game: Game, { round: number, messageId, at }: MoveOf<'asked'>): Step {
  const round = currentRound(game);
  if (round?.number !== number || round.closed || round.messageId === messageId) return { game };
  const closesAt = modeOf(game).pace === 'clock' ? at + game.rules.windowMs : undefined;
  const shown: Round = { ...round, askedAt: at, messageId, closesAt, answers: {} };
  // Answers may be there already: given before a pause, or in the moment before we heard that the question is to be seen.
  const earlier = Object.entries(round.answers).toSorted(([, a], [, b]) => a.at - b.at);
  const answered = earlier.reduce((sofar, [by, given]) => withAnswer(game, sofar, by, given), shown);
  return { game: withRound(game, answered) };
}

/** With an answer, which may close the question sooner: not before the question was to be seen. */
function withAnswer(game: Game, round: Round, by: PlayerId, given: Given): Round {
  const answered: Round = { ...round, answers: { ...round.answers, [by]: given } };
  if (given.more) return answered;
  return closingAfter(game, answered, { ...given, at: Math.max(given.at, round.askedAt ?? given.at) });
}

function closingAfter(game: Game, round: Round, last: Pick<Given, 'at' | 'share'>): Round {
  const sooner = modeOf(game).closesAfter(withRound(game, round), round, last);
  return sooner === undefined ? round : { ...round, closesAt: sooner };
}

function answer(before: Game, { by, name, round: number, answer: said, extra, at }: MoveOf<'answer'>): Step {
  const mode = modeOf(before);
  const { phase } = before;
  if (phase.kind !== 'question' && phase.kind !== 'open') return refuse(before, 'time-is-up');
  if (phase.kind === 'open' && at >= phase.closesAt) return refuse(before, 'time-is-up');

  const known = before.players[by];
  if ((!known || known.left) && !mode.open) return refuse(before, 'not-in-the-game');
  const joined = known && !known.left ? before : join(before, { kind: 'join', by, name, extra, at }).game;
  const round = joined.rounds[number];
  const asked = joined.questions[number]?.question;
  if (!round || !asked || round.closed || (phase.kind === 'question' && round !== currentRound(joined))) {
    return refuse(before, 'time-is-up');
  }
  if (at >= (deadlineOf(joined, round, by) ?? Number.POSITIVE_INFINITY)) return refuse(before, 'time-is-up');
  const barred = mode.bars(joined, by);
  if (barred) return refuse(before, barred);
  const earlier = round.answers[by];
  if (earlier && !earlier.more && mode.final) return refuse(before, 'already-answered');

  const judged = judgeShare(asked, joined.seed, said);
  if (judged.kind === 'unreadable') return refuse(before, 'unreadable');
  // Asked to be more precise once; a second vague answer is a wrong one.
  const more = judged.kind === 'more' && !earlier?.more;
  const given: Given = { answer: said, at, share: judged.kind === 'share' ? judged.share : 0, more, accepted: false };
  return { game: withRound(joined, withAnswer(joined, round, by, given)) };
}

function hint(game: Game, { by }: MoveOf<'hint'>): Step {
  const round = game.phase.kind === 'open' ? nextFor(game, by) : currentRound(game);
  if (!round || round.closed || (game.phase.kind !== 'question' && game.phase.kind !== 'open'))
    return refuse(game, 'not-open');
  if (!modeOf(game).open && !present(game).includes(by)) return refuse(game, 'not-in-the-game');
  const barred = modeOf(game).bars(game, by);
  if (barred) return refuse(game, barred);
  if (round.hints.includes(by)) return refuse(game, 'hint-taken');
  if (round.answers[by]) return refuse(game, 'already-answered');
  const asked = game.questions[round.number]?.question;
  if (!asked || !hintFor(asked, game.seed)) return refuse(game, 'no-hint');
  return { game: withRound(game, { ...round, hints: [...round.hints, by] }) };
}

/** Of `async`: the round that this player has to answer next; `undefined` when all are. */
export function nextFor({ rounds }: Game, by: PlayerId): Round | undefined {
  return rounds.find((round) => !hasAnswered(round, by));
}

function time(game: Game, at: Instant): Step {
  const due = wakeAt(game);
  if (due === undefined || at < due) return { game };
  switch (game.phase.kind) {
    case 'lobby':
      return start(game, { kind: 'start', at });
    case 'question':
      return { game: close(game, at) };
    case 'reveal':
      return { game: afterReveal(game, at) };
    case 'open':
      return { game: finish(closeAll(game), 'finished', at) };
    case 'paused':
    case 'over':
      return { game };
  }
}

/** Closes the question and shows the answer. */
function close(game: Game, at: Instant): Game {
  const round = currentRound(game);
  if (!round) return game;
  const until = modeOf(game).pace === 'clock' ? at + REVEAL_MS : undefined;
  const closed = withRound({ ...game, phase: { kind: 'reveal', until } }, { ...round, closed: true });
  return withEffects(closed, at, { kind: 'reveal', round: round.number });
}

function afterReveal(game: Game, at: Instant): Game {
  if (modeOf(game).pace === 'clock' && quietInARow(game) >= QUIET_QUESTIONS) {
    return finish(game, 'abandoned', at, { kind: 'abandoned' });
  }
  const more = game.rounds.length < game.questions.length && !modeOf(game).decided(game);
  return more ? ask(game, at) : finish(game, 'finished', at);
}

function quietInARow({ rounds }: Game): number {
  const asked = rounds.filter(({ skipped }) => !skipped);
  return asked.length - 1 - asked.findLastIndex(({ answers }) => Object.keys(answers).length > 0);
}

function goOn(game: Game, { by, round: number, at }: MoveOf<'go-on'>): Step {
  if (by !== game.hostId) return refuse(game, 'not-the-host');
  const round = currentRound(game);
  if (round?.number !== number) return { game };
  if (game.phase.kind === 'question') return { game: close(game, at) };
  if (game.phase.kind === 'reveal') return { game: afterReveal(game, at) };
  return refuse(game, 'not-open');
}

function skip(game: Game, { by, at }: MoveOf<'skip'>): Step {
  if (by !== game.hostId) return refuse(game, 'not-the-host');
  const round = currentRound(game);
  if (game.phase.kind !== 'question' || !round) return refuse(game, 'nothing-to-skip');
  return { game: close(withRound(game, { ...round, answers: {}, skipped: true }), at) };
}

/** The end: the result, and everybody's points. Closed questions count, an open one does not. */
function finish(game: Game, how: Extract<Phase, { kind: 'over' }>['how'], at: Instant, note?: Note): Game {
  const counted = underWay(game).kind === 'open' ? closeAll(game) : game;
  const over: Game = { ...counted, phase: { kind: 'over', how, at } };
  // What was still to be asked or shown is no longer of use.
  const outbox = over.outbox.filter(
    ({ effect }) => effect.kind !== 'ask' && effect.kind !== 'lobby' && !isPauseNote(effect),
  );
  const entries = scoreEntries(over);
  return withEffects(
    { ...over, outbox },
    at,
    ...(note ? [{ kind: 'note', note } as const] : []),
    ...(over.rounds.some(({ closed }) => closed) ? [{ kind: 'result' } as const] : []),
    ...(entries.length ? [{ kind: 'score', entries } as const] : []),
  );
}

function closeAll(game: Game): Game {
  return { ...game, rounds: game.rounds.map((round) => ({ ...round, closed: true })) };
}

function pause(game: Game, { reason, at }: MoveOf<'pause'>): Step {
  const { phase } = game;
  if (phase.kind === 'paused' || phase.kind === 'over') return { game };
  const paused: Game = { ...game, phase: { kind: 'paused', reason, was: phase }, outbox: notSaidAnew(game) };
  // Nobody would read it in a channel that is gone.
  if (reason === 'channel-gone') return { game: paused };
  return { game: withEffects(paused, at, { kind: 'note', note: { kind: 'paused', reason } }) };
}

function resume(game: Game, { channelId, at }: MoveOf<'resume'>): Step {
  const { phase } = game;
  if (phase.kind !== 'paused') return refuse(game, 'not-paused');
  const { was } = phase;
  const outbox = game.outbox.filter(({ effect }) => !isPauseNote(effect));
  const lobbyMessageId = channelId === game.channelId ? game.lobbyMessageId : undefined;
  const resumed = withEffects(
    { ...game, channelId, lobbyMessageId, outbox },
    at,
    { kind: 'note', note: { kind: 'resumed' } },
    ...unseenProtests(game, phase.reason),
  );
  switch (was.kind) {
    case 'lobby':
      return {
        game: withEffects({ ...resumed, phase: { kind: 'lobby', startsAt: at + LOBBY_MS } }, at, { kind: 'lobby' }),
      };
    case 'open':
      return { game: withEffects({ ...resumed, phase: was }, at, { kind: 'lobby' }) };
    case 'question': {
      const round = currentRound(resumed);
      if (!round) return { game: resumed };
      // Asked anew with its whole time; answers already given stay.
      const anew: Round = { ...round, askedAt: undefined, closesAt: undefined, messageId: undefined };
      return {
        game: withEffects(withRound({ ...resumed, phase: was }, anew), at, { kind: 'ask', round: round.number }),
      };
    }
    case 'reveal': {
      const round = currentRound(resumed);
      if (!round) return { game: resumed };
      const until = was.until === undefined ? undefined : at + REVEAL_MS;
      return {
        game: withEffects({ ...resumed, phase: { kind: 'reveal', until } }, at, {
          kind: 'reveal',
          round: round.number,
        }),
      };
    }
  }
}

/** What the host is still to decide and may never have seen: it could not be posted, or went with its channel. */
function unseenProtests({ protests, outbox }: Game, reason: PauseReason): readonly Effect[] {
  if (reason !== 'channel-gone' && reason !== 'missing-permissions') return [];
  const waits = (number: number) => outbox.some(({ effect }) => effect.kind === 'protest' && effect.protest === number);
  return protests.flatMap(({ number, state }) =>
    state === 'open' && !waits(number) ? [{ kind: 'protest', protest: number } as const] : [],
  );
}

/** After an outage: an open question keeps its time, but not less than some; what passed meanwhile is due now, after a note. */
function back(game: Game, at: Instant): Step {
  const due = wakeAt(game);
  if (due === undefined) return { game };
  const timePassed = due <= at;
  const round = currentRound(game);
  if (game.phase.kind !== 'question' || !round || round.askedAt === undefined) {
    return { game: timePassed ? withEffects(game, at, { kind: 'note', note: { kind: 'back', timePassed } }) : game };
  }
  // It may be open for those alone who are allowed longer; the others do not get time again.
  const open = round.closesAt !== undefined && at < round.closesAt;
  const closesAt = open ? Math.max(round.closesAt ?? 0, at + LEAST_REMAINING_MS) : round.closesAt;
  return {
    game: withEffects(withRound(game, { ...round, closesAt }), at, {
      kind: 'note',
      note: { kind: 'back', timePassed },
    }),
  };
}

function protest(game: Game, { by, round: number, at }: MoveOf<'protest'>): Step {
  const round = game.rounds[number];
  const given = round?.answers[by];
  if (!round?.closed || !given) return refuse(game, 'not-answered');
  if (given.share === 1) return refuse(game, 'was-right');
  if (game.protests.some((one) => one.by === by && one.round === number)) return refuse(game, 'already-protested');
  const one = { number: game.protests.length, by, round: number, state: 'open' } as const;
  return {
    game: withEffects({ ...game, protests: [...game.protests, one] }, at, { kind: 'protest', protest: one.number }),
  };
}

/** Accepting makes right what everyone said who gave that answer. */
function rule(game: Game, { by, protest: number, accept, at }: MoveOf<'rule'>): Step {
  const one = game.protests[number];
  if (by !== game.hostId) return refuse(game, 'not-the-host');
  if (one?.state !== 'open') return refuse(game, 'already-ruled');
  const state = accept ? ('accepted' as const) : ('declined' as const);
  const ruled: Game = { ...game, protests: game.protests.map((other) => (other === one ? { ...one, state } : other)) };
  const after = accept ? accepted(ruled, one.round, one.by) : ruled;
  const note: Effect = { kind: 'note', note: { kind: 'ruled', round: one.round, accepted: accept } };
  const added = game.phase.kind === 'over' ? difference(game, after) : [];
  return { game: withEffects(after, at, note, ...(added.length ? [{ kind: 'score', entries: added } as const] : [])) };
}

function accepted(game: Game, number: number, by: PlayerId): Game {
  const round = game.rounds[number];
  const said = round?.answers[by];
  if (!round || !said) return game;
  const same = (given: Given) => sameAnswer(given, said);
  const answers = Object.fromEntries(
    Object.entries(round.answers).map(([id, given]) => [
      id,
      same(given) ? { ...given, share: 1, more: false, accepted: true } : given,
    ]),
  );
  return withRound(game, { ...round, answers });
}

function sameAnswer(a: Given, b: Given): boolean {
  const said = ({ answer: one }: Given) => (one.kind === 'typed' ? fold(one.text) : String(one.shown));
  return a.answer.kind === b.answer.kind && said(a) === said(b);
}

/** What a ruling after the end adds to the standings that the game has already given. */
function difference(before: Game, after: Game) {
  const earlier = new Map(scoreEntries(before).map((entry) => [entry.player, entry]));
  return scoreEntries(after).flatMap((entry) => {
    const was = earlier.get(entry.player);
    const points = entry.points - (was?.points ?? 0);
    const right = entry.right - (was?.right ?? 0);
    const topics = Object.fromEntries(
      Object.keys({ ...was?.topics, ...entry.topics }).flatMap((topic) => {
        const more = (entry.topics[topic] ?? 0) - (was?.topics[topic] ?? 0);
        return more ? [[topic, more]] : [];
      }),
    );
    return points || right ? [{ player: entry.player, points, right, answered: 0, topics }] : [];
  });
}

/** What was still to be done when the game pauses; the rest is said anew when it goes on. */
function notSaidAnew({ outbox }: Game) {
  return outbox.filter(
    ({ effect }) => effect.kind === 'protest' || (effect.kind === 'note' && effect.note.kind === 'ruled'),
  );
}

function isPauseNote(effect: Effect): boolean {
  return effect.kind === 'note' && effect.note.kind === 'paused';
}

function withRound(game: Game, round: Round): Game {
  return { ...game, rounds: game.rounds.map((one) => (one.number === round.number ? round : one)) };
}

function withEffects(game: Game, at: Instant, ...effects: readonly Effect[]): Game {
  const sendings = effects.map((effect, index) => ({ number: game.effects + index, at, effect }));
  return { ...game, outbox: [...game.outbox, ...sendings], effects: game.effects + effects.length };
}
