import { describe, expect, test } from 'vitest';
import type { Leaderboard, Ranked } from '../../src/domain/standings.ts';
import { type LeaderboardShown, leaderboardCard } from '../../src/views/leaderboardCard.ts';
import { en } from '../../src/words/en.ts';

const ranked = (player: string, place: number, points: number): Ranked => ({
  player,
  place,
  won: { points, right: 1, answered: 2 },
});

function lines(board: Leaderboard, changes: Partial<LeaderboardShown> = {}): readonly string[] {
  const card = leaderboardCard(en, {
    board,
    window: { kind: 'all' },
    zone: 'UTC',
    viewer: '1',
    viewerHidden: false,
    start: '</quiz start:5>',
    settings: '</settings leaderboard:6>',
    ...changes,
  });
  return card.blocks.flatMap((block) => (block.kind === 'text' ? block.text.split('\n') : [block.kind]));
}

describe('the viewer', () => {
  const rows = [ranked('2', 1, 3000), ranked('3', 2, 1)];

  test('whose place is below the rows stands under them', () => {
    expect(lines({ rows, own: ranked('1', 17, 1), players: 20 })).toEqual([
      '### Leaderboard: all time',
      '🥇 **1.** <@2> — 3,000 points, 1 of 2 right',
      '🥈 **2.** <@3> — 1 point, 1 of 2 right',
      'rule',
      '**17.** <@1> — 1 point, 1 of 2 right',
      '-# 20 members have points.',
    ]);
  });

  test('who is among the rows is not told twice', () => {
    const own = rows[0];
    expect(lines({ rows, own, players: 2 }, { viewer: '2' }).slice(-2)).toEqual(['rule', '-# 2 members have points.']);
  });

  test('who hides, and is the only one with points, sees that and no empty list', () => {
    expect(lines({ rows: [], own: ranked('1', 1, 100), players: 0 }, { viewerHidden: true })).toEqual([
      '### Leaderboard: all time',
      '🥇 **1.** <@1> — 100 points, 1 of 2 right',
      '-# You are hidden from leaderboards, so only you see this. Change that with </settings leaderboard:6>.',
    ]);
  });
});

test('a topic’s name is shown as it stands', () => {
  const window = { kind: 'topic', topic: 'trade' } as const;
  expect(lines({ rows: [], players: 0 }, { window, topic: '*Trade*' })[1]).toBe('-# topic: \\*Trade\\*');
});
