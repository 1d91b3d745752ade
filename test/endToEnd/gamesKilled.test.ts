/** The bot is killed in a process of its own; another goes on with what is stored. */

import { describe, expect, test, vi } from 'vitest';
import type { Fault } from '../../src/playground/discord/faults.ts';
import { buttonsOf, textOf } from '../../src/playground/discord/messageText.ts';
import { messageIn } from '../support/aClub.ts';
import { aDoomedNight, type DoomedNight, REVEALED, seedFor } from '../support/aQuizNight.ts';

/** Starting a process takes a while on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const AWAY = 'Attaché was away for a moment. The game goes on; every answer is kept.';
const AWAY_LATE = 'Attaché was away, and time ran out meanwhile. Every answer is kept; the game goes on.';
const POSTS: Fault = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
const EDITS: Fault = { method: 'PATCH', path: /^\/channels\/\d+\/messages\/\d+$/ };
const TAKEN = { afterwards: true, hang: 'silence' } as const;
const NOT_TAKEN = { hang: 'silence' } as const;

/** Resolves once a request of this kind has arrived at Discord, whatever became of it there. */
function tried({ club: { discord } }: DoomedNight, { method, path }: Fault): Promise<void> {
  return new Promise((resolve) => {
    const stop = discord.onWire((entry) => {
      if (entry.via !== 'rest' || entry.method !== method || !path.test(entry.path)) return;
      stop();
      resolve();
    });
  });
}

/** Edits keep apart, so a little more time may have to pass. */
async function passUntil(night: DoomedNight, event: Promise<void>): Promise<void> {
  let waiting = true;
  void event.then(() => {
    waiting = false;
  });
  while (waiting) await night.pass(0.1);
}

const count = (night: DoomedNight, pattern: RegExp) => night.told().filter((text) => pattern.test(text)).length;
/** Every question is there once, and with its answer. */
function expectEachOnce(night: DoomedNight, questions: number) {
  for (let number = 1; number <= questions; number++)
    expect(count(night, new RegExp(`^-# Question ${number} of`))).toBe(1);
  expect(count(night, REVEALED)).toBe(questions);
  expect(count(night, /^### Result/)).toBe(1);
}

async function standings(night: DoomedNight): Promise<readonly string[]> {
  const result = night.named(textOf(await night.reads(/^### Result/)));
  return result.split('\n').filter((line) => line.includes(' — '));
}

test('killed in the lobby: who was in is in, its buttons work, and it starts by itself', async () => {
  const night = await aDoomedNight();
  const { ana, ben } = night;
  const lobby = await night.open({ questions: 1, seed: seedFor('choice') });
  await night.press(ana, lobby, 'Join');
  await night.killFor(30);
  expect(await night.press(ana, lobby, 'Join')).toContain('You are in already.');
  expect(await night.press(ben, lobby, 'Join')).toBe('You are in.');
  await night.pass(30);
  await night.question(1);
  await night.pass(1);
  expect(buttonsOf(await night.becomes(lobby, /The game has begun\./))).toEqual([]);
  await night.round(1, [
    [ana, 'right'],
    [ben, 'wrong'],
  ]);
  await night.pass(9);
  expect(await standings(night)).toHaveLength(2);
  expectEachOnce(night, 1);
});

test('killed in the lobby, and back when its minute is over: the game starts after a note', async () => {
  const night = await aDoomedNight();
  const lobby = await night.open({ questions: 1, seed: seedFor('choice') });
  await night.press(night.ana, lobby, 'Join');
  await night.killFor(600);
  await night.question(1);
  expect(
    night
      .told()
      .slice(1)
      .map((text) => text.split('\n')[0]),
  ).toEqual([AWAY_LATE, '-# Question 1 of 1 · Choose one · Easy']);
});

describe('killed while a question is open', () => {
  test('its answers are kept, its buttons work, and five seconds are left at least', async () => {
    const night = await aDoomedNight();
    const { ana, ben, chi } = night;
    const question = await night.play({ questions: 2, seed: seedFor('choice', 'year') }, ana, ben, chi);
    expect(textOf(await night.answer(ana, question, 'right'))).toContain('It is saved');
    await night.killFor(17);
    await night.reads(new RegExp(AWAY));
    await night.pass(4.9);
    expect(textOf(await night.answer(ben, question, 'right'))).toContain('It is saved');
    await night.pass(0.1);
    expect(textOf(await night.answer(chi, question, 'right'))).toContain('That came after the close.');
    await night.pass(1);
    expect(night.named(textOf(await night.becomes(question, REVEALED)))).toContain('✅ Right: @Ana +100, @Ben +100\n');
    await night.pass(9);
    await night.round(2, [[chi, 'right']], 21);
    await night.pass(9);
    expect((await standings(night)).map((line) => line.split(', ')[0])).toEqual([
      '🥇 **1.** @Ana — 100 points',
      '🥇 **1.** @Ben — 100 points',
      '🥇 **1.** @Chi — 100 points',
    ]);
    expectEachOnce(night, 2);
  });

  test('and back when its time is over: it closes at once, after a note', async () => {
    const night = await aDoomedNight();
    const { ana } = night;
    const question = await night.play({ questions: 1, seed: seedFor('order') }, ana);
    await night.answer(ana, question, 'right');
    await night.killFor(3600);
    await night.reads(new RegExp(AWAY_LATE));
    expect(night.named(textOf(await night.becomes(question, REVEALED)))).toContain('✅ Right: @Ana +100\n');
    await night.pass(9);
    expect(await standings(night)).toEqual(['🥇 **1.** @Ana — 100 points, 1 of 1 right']);
    expectEachOnce(night, 1);
  });

  test('of a host-paced game: it waits for its host as before', async () => {
    const night = await aDoomedNight();
    const { mona, ana } = night;
    const question = await night.play({ questions: 1, mode: 'Host-paced', seed: seedFor('choice') }, ana);
    await night.answer(ana, question, 'right');
    await night.killFor(3600);
    await night.press(mona, question, 'Close the question');
    await night.pass(2);
    const reveal = await night.becomes(question, REVEALED);
    await night.press(mona, reveal, 'To the result');
    expect(await standings(night)).toEqual(['🥇 **1.** @Ana — 100 points, 1 of 1 right']);
    expectEachOnce(night, 1);
  });
});

describe('killed while a question goes out', () => {
  test.each<[when: string, fault: Fault, away: number]>([
    ['after Discord took it, and back at once', { ...POSTS, ...TAKEN }, 1],
    ['before Discord took it, and back at once', { ...POSTS, ...NOT_TAKEN }, 1],
    ['before Discord took it, and back when the nonce is long forgotten', { ...POSTS, ...NOT_TAKEN }, 600],
  ])('%s: it is asked once, and can be answered', async (_, fault, away) => {
    const night = await aDoomedNight();
    const { mona, ana } = night;
    const lobby = await night.open({ questions: 1, seed: seedFor('choice') });
    await night.press(ana, lobby, 'Join');
    night.club.discord.failNext(fault);
    const asked = tried(night, POSTS);
    await night.press(mona, lobby, 'Start now');
    await asked;
    await night.killFor(away);
    const question = await night.question(1);
    expect(textOf(await night.answer(ana, question, 'right'))).toContain('It is saved');
    await night.pass(6);
    await night.becomes(question, REVEALED);
    await night.pass(9);
    expect(await standings(night)).toEqual(['🥇 **1.** @Ana — 100 points, 1 of 1 right']);
    expectEachOnce(night, 1);
  });

  test('after Discord took it, and back when the nonce and its time are over: it is found, not asked again', async () => {
    const night = await aDoomedNight();
    const { mona, ana } = night;
    const lobby = await night.open({ questions: 2, seed: seedFor('choice', 'year') });
    await night.press(ana, lobby, 'Join');
    night.club.discord.failNext({ ...POSTS, ...TAKEN });
    const asked = tried(night, POSTS);
    await night.press(mona, lobby, 'Start now');
    await asked;
    await night.killFor(600);
    await night.reads(new RegExp(AWAY_LATE));
    await night.pass(2);
    expect(textOf(await night.reads(REVEALED))).toContain('Nobody answered.');
    await night.pass(9);
    await night.round(2, [[ana, 'right']]);
    await night.pass(9);
    expect(await standings(night)).toEqual(['🥇 **1.** @Ana — 100 points, 1 of 2 right']);
    expectEachOnce(night, 2);
  });
});

test.each([
  ['after Discord took it', { ...EDITS, ...TAKEN }],
  ['before Discord took it', { ...EDITS, ...NOT_TAKEN }],
])('killed while an answer is shown, %s: it is shown, and the game goes on', async (_, fault) => {
  const night = await aDoomedNight();
  const { ana } = night;
  const first = await night.play({ questions: 2, seed: seedFor('choice', 'year') }, ana);
  await night.answer(ana, first, 'right');
  await night.becomes(first, /1 answered/);
  night.club.discord.failNext(fault);
  const shown = tried(night, EDITS);
  await night.pass(5);
  await passUntil(night, shown);
  await night.killFor(1);
  await night.becomes(first, REVEALED);
  await night.pass(9);
  await night.round(2, [[ana, 'wrong']]);
  await night.pass(9);
  expect(await standings(night)).toEqual(['🥇 **1.** @Ana — 100 points, 1 of 2 right']);
  expectEachOnce(night, 2);
});

test.each([
  ['after Discord took it, and back at once', { ...POSTS, ...TAKEN }, 1],
  ['after Discord took it, and back a day later', { ...POSTS, ...TAKEN }, 24 * 3600],
  ['before Discord took it, and back a day later', { ...POSTS, ...NOT_TAKEN }, 24 * 3600],
])('killed while the result goes out, %s: it is there once, and the points count once', async (_, fault, away) => {
  const night = await aDoomedNight();
  const { ana } = night;
  await night.play({ questions: 1, seed: seedFor('choice') }, ana);
  await night.round(1, [[ana, 'right']]);
  night.club.discord.failNext(fault);
  const posted = tried(night, POSTS);
  await night.pass(9);
  await passUntil(night, posted);
  await night.killFor(away);
  await night.logged('game-scored');
  expect(await standings(night)).toEqual(['🥇 **1.** @Ana — 100 points, 1 of 1 right']);
  expectEachOnce(night, 1);
  expect(night.named(await night.type(ana, '/leaderboard', { window: 'All time' }))).toContain('@Ana — 100 points');
  expect(await night.press(ana, await night.reads(/^### Result/), 'My answers')).toContain('100 points');
  await night.open();
});

test('killed while it is paused: it stays paused, says why, and can be resumed', async () => {
  const night = await aDoomedNight();
  const { mona, ana, ben } = night;
  const first = await night.play({ questions: 1, seed: seedFor('choice') }, ana, ben);
  night.club.discord.deleteMessage(first.id);
  await ana.press(first, 'A', { force: true });
  await night.pass(2);
  await night.reads(/The game is paused/);
  await night.killFor(24 * 3600);
  expect(await night.type(ben, '/quiz join')).toBe(
    '**The game is paused**\nThe message of its question was deleted. `/quiz resume` asks it again.',
  );
  expect(await night.type(mona, '/quiz resume')).toBe('The quiz goes on.');
  const again = await night.question(1);
  expect(textOf(again)).toContain('1 answered');
  await night.round(1, [
    [ana, 'right'],
    [ben, 'wrong'],
  ]);
  await night.pass(9);
  expect((await standings(night))[0]).toBe('🥇 **1.** @Ana — 100 points, 1 of 1 right');
});

test('killed while a quiz is open, and back after its deadline: the result follows a note, with every answer', async () => {
  const night = await aDoomedNight();
  const { ana, ben } = night;
  const lobby = await night.open({ questions: 2, mode: 'Open quiz', hours: 1, seed: seedFor('choice', 'text') });
  const next = await night.answer(ana, messageIn(await ana.press(lobby, 'Take the quiz')), 'right');
  await night.answer(ana, next, 'right');
  await night.answer(ben, messageIn(await ben.press(lobby, 'Take the quiz')), 'right');
  await night.killFor(2 * 3600);
  expect(await standings(night)).toEqual([
    '🥇 **1.** @Ana — 200 points, 2 of 2 right',
    '🥈 **2.** @Ben — 100 points, 1 of 2 right',
  ]);
  expect(night.told().map((text) => text.split('\n')[0])).toEqual(['### Quiz: Open quiz', AWAY_LATE, '### Result']);
});
