import { describe, expect, test, vi } from 'vitest';
import type { Question } from '../../src/domain/library.ts';
import type { Actor } from '../../src/playground/discord/actor.ts';
import { buttonsOf, textOf } from '../../src/playground/discord/messageText.ts';
import { DEFAULT_SEED, MODEL_UN_CLUB, type WorldSeed } from '../../src/playground/discord/worldSeed.ts';
import { messageIn } from '../support/aClub.ts';
import { aQuizNight, promptOf, type QuizNight, type Say, seedFor } from '../support/aQuizNight.ts';

vi.setConfig({ testTimeout: 30_000 });

/** A game of one question, over. */
async function played(night: QuizNight, kind: Question['kind'], ...answers: readonly (readonly [Actor, Say])[]) {
  await night.play({ questions: 1, seed: seedFor(kind) }, ...answers.map(([who]) => who));
  const reveal = await night.round(1, answers, 21);
  await night.pass(9);
  return { reveal, result: await night.reads(/^### Result/) };
}

/** Some people beside Mona, in the club. */
function worldOf(...names: readonly string[]): WorldSeed {
  const people = [...DEFAULT_SEED.people, ...names.map((name) => ({ name }))];
  const members = [...MODEL_UN_CLUB.members, ...names.map((name) => ({ name }))];
  return { ...DEFAULT_SEED, people, guilds: [{ ...MODEL_UN_CLUB, members }] };
}

describe('a protest', () => {
  test('that the host accepts gives the points to everyone who answered so, also on the leaderboard', async () => {
    const night = await aQuizNight();
    const { mona, ana, ben, chi } = night;
    const { reveal } = await played(
      night,
      'text',
      [ana, { typed: 'The Kremlin' }],
      [ben, { typed: 'the  kremlin' }],
      [chi, 'wrong'],
    );
    await night.logged('game-scored');
    expect(await night.type(ana, '/leaderboard')).toContain('Nobody has points here yet.');
    expect(await night.press(ana, reveal, 'My answer was right')).toBe('Sent to the host, who decides.');
    expect(await night.press(ana, reveal, 'My answer was right')).toContain('You have disputed that already.');
    const protest = await night.reads(/holds that/);
    expect(night.named(textOf(protest)).split('\n')).toEqual([
      '@Ana holds that “The Kremlin” was right for question 1.',
      '-# @Mona decides. Accepting gives the points to everyone who answered so.',
      '[Accept]',
      '[Decline]',
    ]);
    expect(await night.press(ben, protest, 'Accept')).toBe('**Not now**\nOnly the host can do that.');
    await Promise.all([mona.press(protest, 'Accept'), mona.press(protest, 'Accept')]);
    expect(textOf(await night.becomes(protest, /Accepted\./))).not.toContain('[Accept]');
    await night.reads(/The host accepted a protest on question 1: the points are counted anew\./);
    await night.logged('game-scored', 2);
    const board = night.named(await night.type(ana, '/leaderboard'));
    expect(board).toContain('@Ana — 100 points, 1 of 1 right');
    expect(board).toContain('@Ben — 100 points, 1 of 1 right');
    expect(board).not.toContain('@Chi');
    expect(await night.press(ana, reveal, 'My answer was right')).toContain('That answer was counted as right.');
  });

  test('in the middle of a game counts at its end; one that is declined does not', async () => {
    const night = await aQuizNight();
    const { mona, ana, ben } = night;
    await night.play({ questions: 2, seed: seedFor('text', 'choice') }, ana, ben);
    const reveal = await night.round(1, [
      [ana, { typed: 'The Kremlin' }],
      [ben, { typed: 'Leningrad' }],
    ]);
    await night.press(ana, reveal, 'My answer was right');
    await night.press(ben, reveal, 'My answer was right');
    expect(await night.press(mona, reveal, 'My answer was right')).toContain('You gave no answer to that question.');
    await mona.press(await night.reads(/“The Kremlin”/), 'Accept');
    await mona.press(await night.reads(/“Leningrad”/), 'Decline');
    await night.reads(/The host declined a protest on question 1\./);
    await night.pass(9);
    await night.round(2, [[ben, 'right']], 21);
    await night.pass(9);
    const result = night.named(textOf(await night.reads(/^### Result/)));
    expect(result).toContain('@Ana — 100 points, 1 of 2 right');
    expect(result).toContain('@Ben — 100 points, 1 of 2 right');
  });
});

describe('after the game', () => {
  test('“My answers” shows each player their own mistakes, and nobody else', async () => {
    const night = await aQuizNight();
    const { ana, ben, chi } = night;
    const { result } = await played(night, 'text', [ana, 'wrong'], [ben, 'right']);
    const own = messageIn(await ana.press(result, 'My answers'));
    expect(own.onlyFor).toBe(ana.userId);
    expect(textOf(own)).toMatch(
      /\*\*1\\. In which city was the treaty signed\?\*\*\nYou answered: Paris\nThe answer: \*\*Moscow\*\*\nThe delegations had/,
    );
    expect(await night.press(ben, result, 'My answers')).toContain('Everything you answered was right.');
    expect(await night.press(chi, result, 'My answers')).toBe(
      '### Your answers\nYou answered no question of this game.',
    );
  });

  test('there is a leaderboard, which counts each game once', async () => {
    const night = await aQuizNight();
    const { ana, ben } = night;
    await played(night, 'choice', [ana, 'right'], [ben, 'wrong']);
    await night.club.restart();
    await played(night, 'text', [ana, 'right'], [ben, 'right']);
    await night.logged('game-scored', 2);
    const board = night.named(await night.type(ana, '/leaderboard', { window: 'All time' }));
    expect(board).toContain('🥇 **1.** @Ana — 200 points, 2 of 2 right');
    expect(board).toContain('🥈 **2.** @Ben — 100 points, 1 of 2 right');
  });

  test('a rematch has other questions and the same rules, and its opener hosts it', async () => {
    const night = await aQuizNight();
    const { ana, ben } = night;
    await night.play({ questions: 3, mode: 'Race' }, ana);
    const first: string[] = [];
    for (const number of [1, 2, 3]) {
      first.push(promptOf(await night.round(number, [[ana, 'right']])));
      await night.pass(9);
    }
    const result = await night.reads(/^### Result/);
    const both = await Promise.all([night.press(ben, result, 'Rematch'), night.press(ana, result, 'Rematch')]);
    expect(both.filter((text) => text.startsWith('The quiz is opened'))).toHaveLength(1);
    const lobby = await night.reads(/\[Join\]/);
    const hostName = /Host: @(\w+)/.exec(night.named(textOf(lobby)))?.[1] ?? '';
    expect(night.named(textOf(lobby)).split('\n').slice(0, 3)).toEqual([
      '### Quiz: Race',
      expect.any(String),
      '-# 3 questions · 20 seconds each',
    ]);
    await night.press(ana, lobby, 'Join');
    await night.press(night.club.discord.as(hostName), lobby, 'Start now');
    const second: string[] = [];
    for (const number of [1, 2, 3]) {
      await night.question(number);
      await night.pass(1);
      second.push(promptOf(await night.round(number, [[ana, 'right']])));
      await night.pass(9);
    }
    expect(second.filter((prompt) => first.includes(prompt))).toEqual([]);
  });
});

describe('the table of answers', () => {
  const FORMULA = '=HYPERLINK("https://evil.example")';

  test('is for the host alone, with quotes in order and nothing that a spreadsheet would run', async () => {
    const night = await aQuizNight({ world: worldOf(FORMULA) });
    const { mona, ana, club } = night;
    const other = club.discord.as(FORMULA);
    const { result } = await played(
      night,
      'text',
      [ana, { typed: '  a_b, "*c*" ' }],
      [other, { typed: '+1-800@evil' }],
    );
    expect(await night.press(ana, result, 'All answers')).toBe('**Not now**\nOnly the host can do that.');
    const file = messageIn(await mona.press(result, 'All answers'));
    expect(file.onlyFor).toBe(mona.userId);
    const [attachment] = file.attachments;
    expect(attachment?.filename).toMatch(/^quiz-\w{7}\.csv$/);
    const bytes = Buffer.from(await (await fetch(attachment?.url ?? '')).arrayBuffer());
    expect(bytes.toString('utf8').split('\n')).toEqual([
      '\ufeffquestion,prompt,player id,player,answer,right in %,points,seconds',
      `1,In which city was the treaty signed?,${ana.userId},Ana,"  a_b, ""*c*"" ",0,0,1`,
      `1,In which city was the treaty signed?,${other.userId},"'=HYPERLINK(""https://evil.example"")",'+1-800@evil,0,0,1`,
      '',
    ]);
  });

  test('is not there before the end', async () => {
    const night = await aQuizNight();
    const question = await night.play({ questions: 1, seed: seedFor('choice') }, night.ana);
    const [, game = ''] = /^game-pick:(\w+):/.exec(buttonsOf(question)[0]?.customId ?? '') ?? [];
    for (const act of ['answers', 'mine']) {
      const early = textOf(messageIn(await night.mona.press(question, `game:${game}:${act}`, { force: true })));
      expect(early).toBe('Your answers are shown when the quiz is over.');
    }
  });
});

test.each(['@everyone', '@here', '**bold** [x](https://evil.example)', '<@&1> <#2> ||spoiler||', '`code`\u202e'])(
  'a player named %s pings nobody and breaks nothing',
  async (name) => {
    const night = await aQuizNight({ world: worldOf(name) });
    night.club.discord.setChannelPermissions('quiz-room', '@bot', { allow: ['MentionEveryone'] });
    const other = night.club.discord.as(name);
    const { reveal, result } = await played(night, 'text', [other, { typed: name }], [night.ana, 'right']);
    await night.press(other, reveal, 'My answer was right');
    const protest = await night.reads(/holds that/);
    await night.press(night.mona, protest, 'Decline');
    await night.reads(/declined a protest/);
    await night.press(other, result, 'My answers');
    await night.type(other, '/leaderboard');
    for (const text of night.told()) {
      // The text for who cannot see the picture is no Markdown, and pings nobody.
      const spoken = text.replace(/^\(Quiz: [\s\S]*?\n.* 2040\)$/m, '').replaceAll(`@${name}`, '');
      expect(spoken).not.toMatch(/@(everyone|here)|(?<!\\)<@&/);
    }
    expect(night.troubles()).toEqual([]);
  },
);

test('one seed gives two servers the identical quiz, also one that has seen its questions', async () => {
  const debaters = {
    ...MODEL_UN_CLUB,
    name: 'Debaters',
    channels: [{ name: 'debates' }],
  };
  const night = await aQuizNight({ world: { ...DEFAULT_SEED, guilds: [MODEL_UN_CLUB, debaters] } });
  const { mona, ana } = night;
  const wanted = { questions: 3, mode: 'Host-paced', seed: 'Summit' };
  const asked: string[][] = [];
  for (const [channel, seed] of [
    ['#quiz-room', 'Summit'],
    ['#debates', ' summit '],
    ['#quiz-room', 'SUMMIT'],
  ] as const) {
    const texts: string[] = [];
    await night.type(mona, '/quiz start', { ...wanted, seed }, channel);
    const lobby = await night.reads(/\[Join\]/, channel);
    await night.press(ana, lobby, 'Join');
    await night.press(mona, lobby, 'Start now');
    for (const number of [1, 2, 3]) {
      const question = await night.question(number, channel);
      texts.push(textOf(question));
      await night.pass(2);
      await night.press(mona, question, 'Close the question');
      await night.pass(2);
      const reveal = await night.becomes(question, /\[(Next question|To the result)\]/);
      await night.press(mona, reveal, number < 3 ? 'Next question' : 'To the result');
    }
    await night.reads(/^### Result/, channel);
    await night.pass(2);
    asked.push(texts);
  }
  expect(asked[0]).toHaveLength(3);
  expect(asked).toEqual([asked[0], asked[0], asked[0]]);
});
