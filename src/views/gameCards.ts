/** A group game from lobby to result. Before the reveal, nothing here depends on which answer is right. */

import type { Game, GameQuestion, Note, PauseReason, PlayerId, Round } from '../domain/game/game.ts';
import { modeOf } from '../domain/game/modes/modes.ts';
import { livesLeft, present, teamMembers } from '../domain/game/players.ts';
import { pointsIn, scores, teamScores } from '../domain/game/points.ts';
import type { Library } from '../domain/library.ts';
import { factsOf } from '../domain/quiz.ts';
import type { Instant } from '../domain/time.ts';
import type { Words } from '../words/words.ts';
import { answerForm, answerText, rightAnswer, type Ways, waysToAnswer } from './answering.ts';
import { factLines, sourceLine } from './articleCards.ts';
import { type Block, BUTTONS_PER_ROW, type Button, buttons, type Card, type Dialog, rule, text } from './card.ts';
import { bold, heading, plain, small, timestamp } from './markdown.ts';
import { noticeCard } from './notices.ts';
import { pageOf } from './pages.ts';
import { termLines } from './termCards.ts';

/** More names than this are counted, not named. */
const NAMED = 20;
/** Rows of the standings in a message. */
const RANKED = 15;
/** Different answers shown after a question. */
const DIFFERENT_ANSWERS = 8;

/** Who is in, how it is played, and how to come in. After the start it says only that. */
export function lobbyCard(words: Words, library: Library, game: Game): Card {
  const { phase, rules, hostId } = game;
  const topic = scopeName(library, game);
  const details = [
    words.game.about(game.questions.length, plain(topic)),
    modeOf(game).pace === 'clock' && words.game.seconds(rules.windowMs / 1000),
    rules.speedBonus && words.game.speedBonus,
    rules.streaks && words.game.streaks,
    rules.mode === 'survival' && words.game.lives(rules.lives),
    rules.mode === 'teams' && words.game.teams(rules.teams, rules.teamsChosen),
  ];
  return {
    tone: 'plain',
    blocks: [
      text(
        heading(words.game.title(rules.mode)),
        words.game.how(rules.mode),
        small(details.filter(Boolean).join(' · ')),
        small(words.game.host(mention(hostId))),
      ),
      text(...whoIsIn(words, game)),
      ...lobbyWays(words, game, phase),
    ],
  };
}

function lobbyWays(words: Words, game: Game, phase: Game['phase']): readonly Block[] {
  const act = (label: string, what: 'join' | 'leave' | 'start' | 'take', main = false): Button => ({
    label,
    press: { kind: 'game', game: game.id, act: what },
    main,
  });
  switch (phase.kind) {
    case 'lobby': {
      const chosen = game.rules.mode === 'teams' && game.rules.teamsChosen;
      const joins = chosen
        ? Array.from(
            { length: game.rules.teams },
            (_, number): Button => ({
              label: words.game.team(number),
              press: { kind: 'game-team', game: game.id, number },
              main: true,
            }),
          )
        : [act(words.game.join, 'join', true)];
      const all = [...joins, act(words.game.leave, 'leave'), act(words.game.start, 'start')];
      return [
        text(small(words.game.startsIn(timestamp(phase.startsAt, 'R')))),
        buttons(...all.slice(0, BUTTONS_PER_ROW)),
        ...(all.length > BUTTONS_PER_ROW ? [buttons(...all.slice(BUTTONS_PER_ROW))] : []),
      ];
    }
    case 'open':
      return [
        text(small(words.game.openUntil(timestamp(phase.closesAt, 'f')))),
        buttons(act(words.game.take, 'take', true)),
      ];
    case 'over':
      return [text(small(words.game.ended))];
    case 'paused':
      return pausedLines(words, phase.reason);
    case 'question':
    case 'reveal':
      return [text(small(words.game.begun))];
  }
}

function pausedLines(words: Words, reason: PauseReason): readonly Block[] {
  return [text(bold(words.game.paused.title), words.game.paused[reason])];
}

/**
 * The question of a round, with how many have answered and when it closes; `expectedClose` before that is
 * known for sure. Nobody can answer while the game is paused, or when it is over.
 */
export function gameQuestionCard(words: Words, game: Game, number: number, expectedClose?: Instant): Card {
  const round = game.rounds[number];
  const asked = game.questions[number];
  if (!round || !asked) return { tone: 'plain', blocks: [text(words.game.ended)] };
  const closesAt = round.closesAt ?? expectedClose;
  const { phase } = game;
  if (phase.kind === 'paused' || phase.kind === 'over') {
    const why = phase.kind === 'over' ? [text(small(words.game.ended))] : pausedLines(words, phase.reason);
    return { tone: 'plain', blocks: [...prompt(words, game, number, asked), ...why] };
  }
  return {
    tone: 'plain',
    blocks: [
      ...prompt(words, game, number, asked),
      ...waysToAnswer(words, asked.question, { seed: game.seed, ways: waysIn(game, number) }),
      text(
        small(
          [
            words.game.answered(Object.keys(round.answers).length),
            closesAt !== undefined && words.game.closes(timestamp(closesAt, 'R')),
          ]
            .filter(Boolean)
            .join(' · '),
        ),
      ),
      ...(modeOf(game).pace === 'host' ? [buttons(goOn(words.game.close, game, number))] : []),
    ],
  };
}

/** One person's next question of an open quiz, or the order of a question so far. */
export function ownQuestionCard(words: Words, game: Game, number: number, sofar: readonly number[] = []): Card {
  const asked = game.questions[number];
  if (!asked) return { tone: 'plain', blocks: [text(words.game.ended)] };
  return {
    tone: 'plain',
    blocks: [
      ...prompt(words, game, number, asked),
      ...waysToAnswer(words, asked.question, { seed: game.seed, sofar, ways: waysIn(game, number) }),
    ],
  };
}

export function gameAnswerDialog(words: Words, game: Game, number: number): Dialog | undefined {
  const asked = game.questions[number];
  return asked && answerForm(words, asked.question, { kind: 'game-typed', game: game.id, number });
}

/** The right answer, what was answered, the explanation and the fact with its source. */
export function revealCard(words: Words, library: Library, game: Game, number: number): Card {
  const round = game.rounds[number];
  const asked = game.questions[number];
  if (!round || !asked) return { tone: 'plain', blocks: [text(words.game.ended)] };
  const { phase } = game;
  const last = number === game.questions.length - 1;
  const right = Object.keys(round.answers).filter((id) => round.answers[id]?.share === 1);
  const alive = game.rules.mode === 'survival' ? present(game).filter((id) => livesLeft(game, id) > 0) : [];
  return {
    tone: 'right',
    blocks: [
      ...prompt(words, game, number, asked),
      text(
        ...rightAnswer(words, asked.question),
        right.length
          ? `✅ ${words.game.whoWasRight(
              right.slice(0, NAMED).map((id) => named(game, round, id)),
              Math.max(0, right.length - NAMED),
            )}`
          : Object.keys(round.answers).length
            ? words.game.noneRight
            : round.skipped
              ? words.game.skipped
              : words.game.nobody,
        alive.length > 0 && words.game.livesLeft(alive.slice(0, NAMED).map(mention)),
      ),
      ...distribution(words, game, round, asked),
      rule,
      text(plain(asked.question.explanation), ...learnMore(words, library, asked)),
      buttons(
        modeOf(game).pace === 'host' && {
          ...goOn(last ? words.game.toResult : words.game.next, game, number),
          off: phase.kind === 'over',
        },
        { label: words.game.dispute, press: { kind: 'game-protest', game: game.id, number } },
        asked.article !== undefined && {
          label: words.article.facts,
          press: { kind: 'facts', article: asked.article, page: 0 },
        },
        asked.term !== undefined && { label: words.glossary.more, press: { kind: 'term', term: asked.term } },
      ),
      ...(phase.kind === 'reveal' && phase.until !== undefined && !last
        ? [text(small(words.game.nextIn(timestamp(phase.until, 'R'))))]
        : []),
    ],
  };
}

/** Points with the names of those who got them, when they are more than the mere answer is worth. */
function named(game: Game, round: Round, id: PlayerId): string {
  const points = pointsIn(game, round, id);
  return points ? `${mention(id)} +${points}` : mention(id);
}

function distribution(words: Words, game: Game, round: Round, asked: GameQuestion): readonly Block[] {
  const counts = new Map<string, number>();
  for (const { answer } of Object.values(round.answers)) {
    const said = answerText(words, asked.question, game.seed, answer);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  if (!counts.size) return [];
  const most = [...counts].toSorted(([, a], [, b]) => b - a);
  const rest = most.slice(DIFFERENT_ANSWERS).length;
  return [
    text(
      bold(words.game.distribution),
      ...most.slice(0, DIFFERENT_ANSWERS).map(([said, times]) => `${times} × ${said}`),
      rest > 0 && small(words.game.andMore(rest)),
    ),
  ];
}

function learnMore(
  words: Words,
  library: Library,
  { question, article: id, events = [], term: termId }: GameQuestion,
): readonly string[] {
  const article = id === undefined ? undefined : library.article(id);
  if (article) {
    return factsOf(article, question).map((fact) => factLines(words, article, fact, article.facts.indexOf(fact) + 1));
  }
  const term = termId === undefined ? undefined : library.term(termId);
  if (term) return termLines(words, term);
  return events.flatMap((event) => {
    const [source] = library.event(event)?.sources ?? [];
    return source ? [small(sourceLine(words, source))] : [];
  });
}

/** The standings. With a picture, `alt` says the same in words. */
export function resultCard(
  words: Words,
  library: Library,
  game: Game,
  picture?: { readonly file: string; readonly alt: string },
): Card {
  const all = scores(game);
  const stopped = game.phase.kind === 'over' && game.phase.how === 'stopped';
  const closed = game.rounds.filter((round) => round.closed).length;
  const topic = scopeName(library, game);
  const ranked = all.filter(({ answered }) => answered);
  const lines =
    game.rules.mode === 'teams'
      ? teamScores(game).map(({ place, team, points, members }) =>
          words.game.teamRow(place, words.game.team(team), points, members.slice(0, NAMED).map(mention).join(', ')),
        )
      : [];
  const rows = ranked.map(({ place, player, points, right }) =>
    words.game.row(place, mention(player), points, right, closed),
  );
  return {
    tone: 'plain',
    blocks: [
      text(
        heading(stopped ? words.game.stoppedResult : words.game.result),
        small(`${words.game.mode(game.rules.mode)} · ${words.game.about(closed, plain(topic))}`),
      ),
      ...(picture ? [{ kind: 'picture', ...picture } as const] : []),
      text(
        ...lines,
        ...(ranked.length ? rows.slice(0, RANKED) : [words.game.noScores]),
        rows.length > RANKED && small(words.game.andMore(rows.length - RANKED)),
      ),
      buttons(
        { label: words.game.mine, press: { kind: 'game', game: game.id, act: 'mine' } },
        { label: words.game.rematch, press: { kind: 'game', game: game.id, act: 'rematch' }, main: true },
        { label: words.game.answersFile, press: { kind: 'game', game: game.id, act: 'answers' } },
      ),
    ],
  };
}

/** What one player got wrong, with the answers and explanations; the first page of it that a message can hold. */
export function ownAnswersCard(words: Words, library: Library, game: Game, by: PlayerId): Card {
  const wrong = game.rounds.flatMap((round) => {
    const given = round.answers[by];
    const asked = game.questions[round.number];
    return round.closed && asked && given && given.share < 1 ? [{ round, given, asked }] : [];
  });
  const entries = wrong.map(({ round, given, asked }) =>
    [
      bold(`${round.number + 1}. ${asked.question.prompt}`),
      words.quiz.youSaid(answerText(words, asked.question, game.seed, given.answer)),
      ...rightAnswer(words, asked.question),
      plain(asked.question.explanation),
      ...learnMore(words, library, asked).slice(0, 1),
    ].join('\n'),
  );
  const shown = pageOf(entries, 0, entries.length || 1, (entry) => entry.length + 2);
  const score = scores(game).find(({ player }) => player === by);
  const closed = game.rounds.filter((round) => round.closed).length;
  return {
    tone: 'plain',
    blocks: [
      text(
        heading(words.game.yourAnswers),
        score && words.game.row(score.place, mention(by), score.points, score.right, closed),
      ),
      text(...(entries.length ? shown.entries : [score?.answered ? words.game.allRight : words.game.noneAnswered])),
      ...(shown.of > 1 ? [text(small(words.game.andMore(entries.length - shown.entries.length)))] : []),
    ],
  };
}

export function noteCard(words: Words, note: Note): Card {
  if (note.kind === 'paused') return pausedCard(words, note.reason);
  const { notes } = words.game;
  const said = (): string => {
    switch (note.kind) {
      case 'back':
        return note.timePassed ? notes.backLate : notes.back;
      case 'resumed':
        return notes.resumed;
      case 'stopped':
        return notes.stopped(mention(note.by));
      case 'abandoned':
        return notes.abandoned;
      case 'ruled':
        return (note.accepted ? notes.accepted : notes.declined)(note.round + 1);
    }
  };
  return { tone: 'notice', blocks: [text(said())] };
}

/** Why a game is paused, and how it goes on. */
export function pausedCard(words: Words, reason: PauseReason): Card {
  return noticeCard(words.game.paused.title, words.game.paused[reason]);
}

/** A disputed answer, for the host to decide. */
export function protestCard(words: Words, game: Game, number: number): Card {
  const protest = game.protests[number];
  const given = protest && game.rounds[protest.round]?.answers[protest.by];
  const asked = protest && game.questions[protest.round];
  if (!protest || !given || !asked) return { tone: 'notice', blocks: [text(words.game.ended)] };
  const decide = (label: string, accept: boolean): Button => ({
    label,
    press: { kind: 'game-rule', game: game.id, number, accept },
    main: accept,
  });
  return {
    tone: 'notice',
    blocks: [
      text(
        words.game.protest(
          mention(protest.by),
          protest.round + 1,
          answerText(words, asked.question, game.seed, given.answer),
        ),
        small(words.game.hostDecides(mention(game.hostId))),
      ),
      protest.state === 'open'
        ? buttons(decide(words.game.accept, true), decide(words.game.decline, false))
        : text(protest.state === 'accepted' ? words.game.accepted : words.game.declined),
    ],
  };
}

/** What a game is about: its article, its topic, or everything. */
export function scopeName(library: Library, { scope }: Pick<Game, 'scope'>): string {
  if (scope.article) return library.article(scope.article)?.headline ?? scope.article;
  return scope.topic ? (library.topic(scope.topic)?.name ?? scope.topic) : '';
}

function prompt(words: Words, game: Game, number: number, { question }: GameQuestion): readonly Block[] {
  const about = [
    words.game.question(number + 1, game.questions.length),
    words.quiz.kind(question.kind),
    words.quiz.difficulty(question.difficulty),
  ];
  return [text(small(about.join(' · ')), heading(question.prompt))];
}

function waysIn({ id }: Game, number: number): Ways {
  return {
    pick: (shown) => ({ kind: 'game-pick', game: id, number, shown }),
    type: { kind: 'game-type', game: id, number },
    arrange: (sofar) => ({ kind: 'game-arrange', game: id, number, sofar }),
  };
}

function goOn(label: string, { id }: Game, number: number) {
  return { label, press: { kind: 'game-go-on', game: id, number }, main: true } as const;
}

function whoIsIn(words: Words, game: Game): readonly string[] {
  const ids = present(game);
  if (!ids.length) return [words.game.noPlayers];
  if (game.rules.mode === 'teams' && ids.some((id) => game.players[id]?.team !== undefined)) {
    return Array.from({ length: game.rules.teams }, (_, team) => {
      const members = teamMembers(game, team).filter((id) => ids.includes(id));
      return members.length ? [words.game.teamLine(team, members.slice(0, NAMED).map(mention))] : [];
    }).flat();
  }
  return [words.game.players(ids.slice(0, NAMED).map(mention), Math.max(0, ids.length - NAMED))];
}

function mention(id: PlayerId): string {
  return `<@${id}>`;
}
