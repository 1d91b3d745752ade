import type { Game, PlayerId } from '../domain/game/game.ts';
import { scores, teamScores } from '../domain/game/points.ts';
import type { Library } from '../domain/library.ts';
import type { CalendarDay } from '../domain/time.ts';
import type { Words } from '../words/words.ts';
import { scopeName } from './gameCards.ts';
import { type StandingsPicture, standingsPicture } from './standingsPicture.ts';

/** The picture beside the result: those who answered something, and the teams of a team game. */
export function resultPicture(
  words: Words,
  library: Library,
  game: Game,
  { nameOf, day }: { readonly nameOf: (player: PlayerId) => string; readonly day: CalendarDay },
): StandingsPicture {
  const closed = game.rounds.filter((round) => round.closed).length;
  const inTeams = game.rules.mode === 'teams';
  const teamOf = (player: PlayerId) => {
    const team = game.players[player]?.team;
    return inTeams && team !== undefined ? { team: words.game.team(team) } : {};
  };
  const stopped = game.phase.kind === 'over' && game.phase.how === 'stopped';
  return standingsPicture(words, {
    title: stopped ? words.game.stoppedResult : words.game.result,
    subtitle: `${words.game.mode(game.rules.mode)} · ${words.game.about(closed, scopeName(library, game))}`,
    rows: scores(game)
      .filter(({ answered }) => answered)
      .map(({ player, place, points, right }) => ({
        place,
        name: nameOf(player),
        points,
        right,
        of: closed,
        ...teamOf(player),
      })),
    teams: inTeams
      ? teamScores(game).map(({ team, place, points, members }) => ({
          place,
          name: words.game.team(team),
          points,
          members: members.length,
        }))
      : [],
    footer: words.game.footer(words.date(day)),
  });
}
