/** Who is in a game, and who may still play. */

import type { Game, Player, PlayerId, Round } from './game.ts';

export function currentRound(game: Game): Round | undefined {
  return game.rounds.at(-1);
}

/** Those who have joined and not left. */
export function present(game: Game): readonly PlayerId[] {
  return Object.keys(game.players).filter((id) => isPresent(game, id));
}

/** Whether all who are present have answered. Looks no further than the first who has not: it is asked at every answer. */
export function allAnswered(game: Game, round: Round): boolean {
  for (const id in game.players) if (isPresent(game, id) && !hasAnswered(round, id)) return false;
  return true;
}

/** Those present who may take longer than the others. */
export function unhurried(game: Game): readonly PlayerId[] {
  return Object.keys(game.players).filter((id) => (game.players[id]?.extra ?? 1) > 1 && isPresent(game, id));
}

/** Whether the player has said what is judged at the close, and is not asked to be more precise. */
export function hasAnswered({ answers }: Round, id: PlayerId): boolean {
  return answers[id] !== undefined && !answers[id].more;
}

/** Of `survival`: what is left after the closed rounds. A player who was not there yet lost nothing. */
export function livesLeft(game: Game, id: PlayerId): number {
  const misses = game.rounds.filter(
    (round) => round.closed && !round.skipped && (round.answers[id]?.share ?? 0) < 1 && !wasAway(game, id, round),
  );
  return Math.max(0, game.rules.lives - misses.length);
}

/** The team with the fewest players, the first of several; so that those who come late even them out. */
export function smallestTeam(game: Game): number {
  const sizes = Array.from({ length: game.rules.teams }, (_, team) => teamMembers(game, team).length);
  return sizes.indexOf(Math.min(...sizes));
}

export function teamMembers(game: Game, team: number): readonly PlayerId[] {
  return Object.entries(game.players).flatMap(([id, player]) => (player.team === team ? [id] : []));
}

/** With a player changed or added. */
export function withPlayer(game: Game, id: PlayerId, player: Player): Game {
  return { ...game, players: { ...game.players, [id]: player } };
}

function isPresent({ players }: Game, id: PlayerId): boolean {
  return players[id]?.left === false;
}

function wasAway(game: Game, id: PlayerId, { askedAt, answers }: Round): boolean {
  const joinedAt = game.players[id]?.joinedAt;
  return !answers[id] && askedAt !== undefined && joinedAt !== undefined && joinedAt > askedAt;
}
