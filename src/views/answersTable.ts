import type { Game } from '../domain/game/game.ts';
import { pointsIn } from '../domain/game/points.ts';
import type { Words } from '../words/words.ts';
import { answerText } from './answering.ts';

/** Every answer of a game, one in a row, after a row of headings; for a spreadsheet. */
export function answersTable(words: Words, game: Game): readonly (readonly (string | number)[])[] {
  const rows = game.rounds.flatMap((round) => {
    const asked = game.questions[round.number];
    if (!asked) return [];
    return Object.entries(round.answers).map(([id, given]) => [
      round.number + 1,
      asked.question.prompt,
      id,
      game.players[id]?.name ?? '',
      answerText(words, asked.question, game.seed, given.answer, (text) => text),
      Math.round(given.share * 100),
      pointsIn(game, round, id),
      round.askedAt === undefined ? '' : (given.at - round.askedAt) / 1000,
    ]);
  });
  return [words.game.tableHeadings, ...rows];
}
