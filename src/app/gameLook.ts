/** How a game's effects look, with its picture, and where its points go. */

import type { Effect, Game } from '../domain/game/game.ts';
import { scores, teamScores } from '../domain/game/points.ts';
import type { Library } from '../domain/library.ts';
import { localDay } from '../domain/time.ts';
import type { Clock, FileToSend, Log, Pictures } from '../ports.ts';
import {
  gameQuestionCard,
  lobbyCard,
  noteCard,
  protestCard,
  resultCard,
  revealCard,
  scopeName,
} from '../views/gameCards.ts';
import type { Press } from '../views/press.ts';
import { altText, standingsPicture } from '../views/standingsPicture.ts';
import type { Words } from '../words/words.ts';
import type { Play } from './games.ts';
import type { Standings } from './standings.ts';

export interface Looks {
  readonly words: Words;
  readonly library: Library;
  readonly pictures: Pictures;
  readonly standings: Standings;
  /** A server's zone, an IANA name. */
  readonly zoneOf: (guildId: string) => string;
  readonly clock: Clock;
  readonly log: Log;
}

export function gameLook({ words, library, pictures, standings, zoneOf, clock, log }: Looks): Play {
  async function result(game: Game, plain?: 'plain') {
    if (plain) return { card: resultCard(words, library, game), files: [] };
    const picture = standingsPicture(words, inFull(words, library, game, localDay(clock(), zoneOf(game.guildId))));
    const bytes = picture.rows.length ? await pictures.standings(picture) : undefined;
    if (!bytes) return { card: resultCard(words, library, game), files: [] };
    const file: FileToSend = { name: `standings-${game.id}.png`, bytes };
    return { card: resultCard(words, library, game, { file: file.name, alt: altText(words, picture) }), files: [file] };
  }

  return {
    lobby: (game) => lobbyCard(words, library, game),
    question: (game, round, closesAt) => gameQuestionCard(words, game, round, closesAt),
    reveal: (game, round) => revealCard(words, library, game, round),
    result,
    note: (_, note) => noteCard(words, note),
    protest: (game, protest) => protestCard(words, game, protest),
    marker,
    async score(game, { number, at, effect: { entries } }) {
      await standings.record(game.guildId, { game: game.id, effect: number, entries, at, zone: zoneOf(game.guildId) });
      log.info('game-scored', { game: game.id, players: entries.length });
    },
  };
}

/** A press that stands on the message of an effect, and on no other of the game. */
function marker(game: Game, effect: Effect): Press | undefined {
  switch (effect.kind) {
    case 'lobby':
      return game.phase.kind === 'open'
        ? { kind: 'game', game: game.id, act: 'take' }
        : { kind: 'game', game: game.id, act: 'leave' };
    case 'ask': {
      const kind = game.questions[effect.round]?.question.kind;
      const number = effect.round;
      if (kind === 'order') return { kind: 'game-arrange', game: game.id, number, sofar: [] };
      if (kind === 'year' || kind === 'text') return { kind: 'game-type', game: game.id, number };
      return { kind: 'game-pick', game: game.id, number, shown: 0 };
    }
    case 'reveal':
      return { kind: 'game-protest', game: game.id, number: effect.round };
    case 'result':
      return { kind: 'game', game: game.id, act: 'rematch' };
    case 'protest':
      return { kind: 'game-rule', game: game.id, number: effect.protest, accept: true };
    case 'note':
    case 'score':
      return undefined;
  }
}

function inFull(words: Words, library: Library, game: Game, day: string) {
  const closed = game.rounds.filter((round) => round.closed).length;
  const team = (id: string) => game.players[id]?.team;
  return {
    title: scopeName(library, game) || words.game.title(game.rules.mode),
    subtitle: `${words.game.mode(game.rules.mode)} · ${words.game.about(closed, '')}`,
    rows: scores(game)
      .filter(({ answered }) => answered)
      .map(({ place, player, points, right }) => {
        const number = team(player);
        return {
          place,
          name: game.players[player]?.name ?? '',
          points,
          right,
          of: closed,
          team: number === undefined ? undefined : words.game.team(number),
        };
      }),
    teams:
      game.rules.mode === 'teams'
        ? teamScores(game).map(({ place, team: number, points, members }) => ({
            place,
            name: words.game.team(number),
            points,
            members: members.length,
          }))
        : undefined,
    footer: words.game.footer(words.date(day)),
  };
}
