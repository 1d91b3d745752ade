import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../../src/adapters/dataset/load.ts';
import { games } from '../../../src/adapters/store/gameShapes.ts';
import { type Game, MODES } from '../../../src/domain/game/game.ts';
import { choose } from '../../../src/domain/game/selection.ts';
import { open } from '../../../src/domain/game/step.ts';
import { RULES } from '../../support/aGame.ts';
import { TODAY } from '../../support/anArticle.ts';
import { anyPlay } from '../../support/anyGame.ts';

/** As the next process reads it. */
function reread(game: Game): Game {
  return games.schema.parse(JSON.parse(JSON.stringify(game)));
}

describe('a stored game', () => {
  test.each(MODES)('is read as it was, at every step of any course of %s', (mode) => {
    fc.assert(
      fc.property(anyPlay(mode), ({ taken, opened }) => {
        const all = [opened, ...taken.filter(({ before, game }) => game !== before).map(({ game }) => game)];
        for (const game of all.filter((_, at) => at % 3 === 0 || at === all.length - 1))
          expect(reread(game)).toEqual(game);
      }),
      { numRuns: 30 },
    );
  });

  test('can ask every question that a game is given, the derived ones too', async () => {
    const library = await loadLibrary('data', '2040-01-01');
    const scopes = [{}, ...library.topics.map(({ id }) => ({ topic: id }))];
    for (const scope of scopes) {
      const questions = choose(library, { scope, count: 50, seed: 'seed' }, TODAY);
      const game = open({
        id: 'g',
        guildId: 'g',
        channelId: 'c',
        hostId: 'h',
        rules: RULES,
        scope,
        seed: 's',
        questions,
        at: 0,
      });
      expect(reread(game)).toEqual(game);
    }
  });
});
