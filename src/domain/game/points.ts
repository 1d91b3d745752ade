/** Points, always counted anew from the answers: nothing to keep in step, and a protest changes one answer only. */

import type { Game, PlayerId, Round, ScoreEntry } from './game.ts';
import { modeOf } from './modes/modes.ts';
import { teamMembers } from './players.ts';
import { accuracy } from './scoring/accuracy.ts';
import type { Scoring } from './scoring/scoring.ts';
import { speed } from './scoring/speed.ts';
import { streak } from './scoring/streak.ts';

const SCORINGS: readonly Scoring[] = [accuracy, speed, streak];

/** What a player has from one round; 0 while it is open. */
export function pointsIn(game: Game, round: Round, by: PlayerId): number {
  const given = round.answers[by];
  if (!round.closed || !given || !modeOf(game).counts(round, by)) return 0;
  return SCORINGS.reduce((sum, scoring) => sum + scoring({ game, round, by, given }), 0);
}

export interface Score {
  readonly player: PlayerId;
  readonly points: number;
  readonly right: number;
  readonly answered: number;
  /** 1 is the first; equal points share a place. */
  readonly place: number;
}

/** All players, best first; of equal points, who answered more rightly, then in the order of joining. */
export function scores(game: Game): readonly Score[] {
  const all = Object.entries(game.players).map(([player, { joinedAt }]) => {
    const closed = game.rounds.filter((round) => round.closed);
    const own = closed.flatMap(({ answers }) => answers[player] ?? []);
    return {
      player,
      joinedAt,
      points: closed.reduce((sum, round) => sum + pointsIn(game, round, player), 0),
      right: own.filter(({ share }) => share === 1).length,
      answered: own.length,
    };
  });
  const order = all.toSorted((a, b) => b.points - a.points || b.right - a.right || a.joinedAt - b.joinedAt);
  return order.map(({ joinedAt: _, ...score }) => ({
    ...score,
    place: 1 + order.filter(({ points }) => points > score.points).length,
  }));
}

export interface TeamScore {
  readonly team: number;
  readonly members: readonly PlayerId[];
  /** The members' average, rounded. */
  readonly points: number;
  readonly place: number;
}

/** Teams with members, best first. */
export function teamScores(game: Game): readonly TeamScore[] {
  const points = new Map(scores(game).map((score) => [score.player, score.points]));
  const all = Array.from({ length: game.rules.teams }, (_, team) => {
    const members = teamMembers(game, team);
    const sum = members.reduce((total, id) => total + (points.get(id) ?? 0), 0);
    return { team, members, points: members.length ? Math.round(sum / members.length) : 0 };
  }).filter(({ members }) => members.length);
  const order = all.toSorted((a, b) => b.points - a.points || a.team - b.team);
  return order.map((one) => ({ ...one, place: 1 + order.filter(({ points: more }) => more > one.points).length }));
}

/** What the game adds to each player's standing; only those who answered something. */
export function scoreEntries(game: Game): readonly ScoreEntry[] {
  return scores(game).flatMap(({ player, points, right, answered }) => {
    if (!answered) return [];
    const topics: Record<string, number> = {};
    for (const round of game.rounds) {
      const worth = pointsIn(game, round, player);
      for (const topic of game.questions[round.number]?.topics ?? [])
        if (worth) topics[topic] = (topics[topic] ?? 0) + worth;
    }
    return [{ player, points, right, answered, topics }];
  });
}
