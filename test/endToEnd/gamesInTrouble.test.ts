import { describe, expect, test, vi } from 'vitest';
import type { Fault } from '../../src/playground/discord/faults.ts';
import { buttonsOf, textOf } from '../../src/playground/discord/messageText.ts';
import { DEFAULT_SEED, MODEL_UN_CLUB } from '../../src/playground/discord/worldSeed.ts';
import { aQuizNight, letterOf, type QuizNight, REVEALED, said, seedFor } from '../support/aQuizNight.ts';
import { aSecondProgram } from '../support/secondProgram.ts';

vi.setConfig({ testTimeout: 30_000 });

const POSTS: Fault = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
const EDITS: Fault = { method: 'PATCH', path: /^\/channels\/\d+\/messages\/\d+$/ };
const ANSWERS: Fault = { method: 'POST', path: /\/callback$/ };
/** discord.js itself asks again three times. */
const UNTIL_IT_GIVES_UP = 4;
const LIMITED = { status: 429, headers: { 'retry-after': '0.05' }, body: { message: 'Slow down.', retry_after: 0.05 } };

const DELETED = '**The game is paused**\nThe message of its question was deleted. `/quiz resume` asks it again.';
const BARRED =
  '**The game is paused**\nAttaché may no longer post in its channel. Once it may, `/quiz resume` brings it back.';
const GONE =
  '**The game is paused**\nIts channel no longer exists. `/quiz resume` in another channel brings it back there.';

const first = (text: string) => text.split('\n')[0];
const asked = (night: QuizNight, number: number) =>
  night.told().filter((text) => text.startsWith(`-# Question ${number} of`)).length;

describe('when Discord fails', () => {
  test.each([
    ['429', { ...LIMITED, times: 2 }, 0],
    ['500', { times: 1 }, 0],
    ['500 for as long as it is asked', { times: UNTIL_IT_GIVES_UP }, 1],
    ['500 after it took the question', { times: UNTIL_IT_GIVES_UP, afterwards: true }, 1],
    ['no answer, after it took the question', { times: 1, afterwards: true, hang: 'close' }, 1],
  ] as const)('with %s at a question, it is asked once', async (_, fault, wait) => {
    const night = await aQuizNight();
    const { ana } = night;
    const lobby = await night.open({ questions: 1, seed: seedFor('choice') });
    await night.press(ana, lobby, 'Join');
    night.club.discord.failNext({ ...POSTS, ...fault });
    await night.press(night.mona, lobby, 'Start now');
    if (wait) {
      await night.logged('game-in-trouble');
      await night.pass(wait);
    }
    const question = await night.question(1);
    await night.pass(1);
    await night.becomes(lobby, /The game has begun/);
    await night.answer(ana, question, 'right');
    await night.pass(6);
    await night.becomes(question, REVEALED);
    await night.pass(9);
    expect(textOf(await night.reads(/^### Result/))).toContain('100 points, 1 of 1 right');
    expect(night.told().map(first)).toEqual([
      '### Quiz: Classic',
      '-# Question 1 of 1 · Choose one · Easy',
      '### Result',
    ]);
  });

  test.each([
    ['429', { ...LIMITED, times: 2 }, 0],
    ['500', { times: UNTIL_IT_GIVES_UP }, 2],
    ['500 after it took the answer', { times: UNTIL_IT_GIVES_UP, afterwards: true }, 2],
  ] as const)('with %s at a right answer, that is shown and the game goes on', async (_, fault, wait) => {
    const night = await aQuizNight();
    const { ana } = night;
    const question = await night.play({ questions: 2, seed: seedFor('choice', 'year') }, ana);
    await night.answer(ana, question, 'right');
    await night.becomes(question, /1 answered/);
    night.club.discord.failNext({ ...EDITS, ...fault });
    await night.pass(5);
    if (wait) {
      await night.logged('game-in-trouble');
      await night.pass(wait);
    }
    await night.becomes(question, REVEALED);
    await night.pass(9);
    await night.round(2, [[ana, 'right']]);
    await night.pass(9);
    expect(textOf(await night.reads(/^### Result/))).toContain('200 points, 2 of 2 right');
    expect([asked(night, 1), asked(night, 2)]).toEqual([1, 1]);
  });

  test.each([
    ['429', { ...LIMITED, times: 2 }],
    ['500', { times: UNTIL_IT_GIVES_UP }],
  ] as const)('with %s at a count of answers, no answer is lost', async (_, fault) => {
    const night = await aQuizNight();
    const { ana, ben } = night;
    const question = await night.play({ questions: 1, seed: seedFor('choice') }, ana, ben);
    night.club.discord.failNext({ ...EDITS, ...fault });
    await night.answer(ana, question, 'right');
    await night.pass(2);
    if (fault.times === UNTIL_IT_GIVES_UP) await night.logged('game-failed');
    else await night.becomes(question, /1 answered/);
    await night.answer(ben, question, 'right');
    await night.pass(6);
    expect(night.named(textOf(await night.becomes(question, REVEALED)))).toContain('✅ Right: @Ana +100, @Ben +100\n');
  });

  test('for too long, the game pauses, says so once it can, and goes on where it was', async () => {
    const night = await aQuizNight();
    const { mona, ana, ben } = night;
    const question = await night.play({ questions: 2, seed: seedFor('choice', 'year') }, ana, ben);
    await night.answer(ana, question, 'right');
    await night.round(1, [[ben, 'right']]);
    night.club.discord.failNext({ ...POSTS, times: 6 * UNTIL_IT_GIVES_UP });
    await night.pass(9);
    for (const [failures, wait] of [1, 2, 4, 8, 15].entries()) {
      await night.logged('game-in-trouble', failures + 1);
      await night.pass(wait);
    }
    await night.reads(/Discord was in trouble for too long/);
    expect(await night.type(ben, '/quiz join')).toContain('Discord was in trouble for too long.');
    expect(await night.type(mona, '/quiz resume')).toBe('The quiz goes on.');
    await night.round(2, [
      [ana, 'right'],
      [ben, 'wrong'],
    ]);
    await night.pass(9);
    expect(night.named(textOf(await night.reads(/^### Result/)))).toContain('🥇 **1.** @Ana — 200 points, 2 of 2');
    expect(asked(night, 2)).toBe(1);
  });

  test('to take our answer to a click, the click counts all the same, and once', async () => {
    const night = await aQuizNight();
    const { ana } = night;
    const question = await night.play({ questions: 1, seed: seedFor('choice') }, ana);
    night.club.discord.failNext({ ...ANSWERS, status: 500, afterwards: true });
    const outcome = await ana.press(question, letterOf(question, 'A day'));
    expect(said(outcome)).toMatch(/^Your answer: A day\. It is saved/);
    await night.pass(5);
    expect(textOf(await night.becomes(question, REVEALED))).toContain('**What was answered**\n1 × A day\n');
  });

  test('to attach a picture, the result comes without it', async () => {
    const night = await aQuizNight();
    night.club.discord.setChannelPermissions('quiz-room', '@bot', { deny: ['AttachFiles'] });
    await night.play({ questions: 1, seed: seedFor('choice') }, night.ana);
    await night.round(1, [[night.ana, 'right']]);
    await night.pass(9);
    const result = await night.reads(/^### Result/);
    expect(night.named(textOf(result))).toContain('🥇 **1.** @Ana — 100 points, 1 of 1 right');
    expect(result.attachments).toEqual([]);
  });
});

test('an answer is acknowledged only once it is stored', async () => {
  const night = await aQuizNight();
  const { ana, club } = night;
  const question = await night.play({ questions: 1, seed: seedFor('choice') }, ana);
  const other = aSecondProgram(club.storeUrl);
  await other.run('BEGIN IMMEDIATE');
  const outcome = await ana.press(question, letterOf(question, '20 minutes'));
  await other.run('COMMIT');
  if (outcome.kind !== 'quiet') throw new Error(`it was answered with ${outcome.kind}`);
  expect(textOf(await outcome.followUp())).toContain('It is saved');
});

describe('two clicks', () => {
  test.each(['Classic', 'Race'])('in the same millisecond are one answer (%s)', async (mode) => {
    const night = await aQuizNight();
    const { ana } = night;
    const question = await night.play({ questions: 1, mode, seed: seedFor('choice') }, ana);
    const letters = ['20 minutes', 'A day', 'Two whole hours'].map((option) => letterOf(question, option));
    const outcomes = await Promise.all([...letters, ...letters].map((letter) => ana.press(question, letter)));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['message']));
    const refused = outcomes.map(said).filter((text) => text.includes('the first answer stands'));
    expect(refused).toHaveLength(mode === 'Race' ? 5 : 0);
    await night.pass(5);
    const reveal = textOf(await night.becomes(question, REVEALED));
    expect(reveal.match(/^\d+ × .*$/gm)).toEqual([expect.stringMatching(/^1 × /)]);
  });

  test('on “Start now” ask once', async () => {
    const night = await aQuizNight();
    const lobby = await night.open({ questions: 2 });
    await night.press(night.ana, lobby, 'Join');
    await Promise.all([1, 2, 3].map(() => night.mona.press(lobby, 'Start now')));
    await night.question(1);
    expect(asked(night, 1)).toBe(1);
  });
});

describe('when the message of the question is deleted', () => {
  test('the game pauses as soon as that is noticed, says why, and asks again with the answers kept', async () => {
    const night = await aQuizNight();
    const { mona, ana, ben } = night;
    const question = await night.play({ questions: 1, seed: seedFor('year') }, ana, ben);
    const dialog = await ben.press(question, 'Answer');
    if (dialog.kind !== 'dialog') throw new Error('no dialog opened');
    await night.answer(ana, question, 'right');
    await night.becomes(question, /1 answered/);
    night.club.discord.deleteMessage(question.id);
    expect(said(await ben.submit(dialog.dialog, { Year: '1957' }))).toContain('It is saved');
    await night.pass(1.5);
    expect(textOf(await night.reads(/The game is paused/))).toBe(DELETED);
    expect(await night.type(ben, '/quiz join')).toBe(DELETED);
    expect(await night.type(ben, '/quiz hint')).toBe(DELETED);
    expect(await night.type(mona, '/quiz skip')).toBe(DELETED);
    expect(said(await ben.press(question, 'Answer', { force: true }))).toMatch(/The game is paused|from another time/);
    await night.pass(3600);
    expect(await night.type(mona, '/quiz resume')).toBe('The quiz goes on.');
    const again = await night.question(1);
    expect(textOf(again)).toContain('2 answered');
    await night.pass(6);
    await night.becomes(again, REVEALED);
    await night.pass(9);
    expect(night.named(textOf(await night.reads(/^### Result/)))).toContain('@Ana — 100 points, 1 of 1 right');
  });

  test('and nobody notices, /quiz resume asks it again', async () => {
    const night = await aQuizNight();
    const { mona, ana } = night;
    const question = await night.play({ questions: 1, mode: 'Host-paced', seed: seedFor('choice') }, ana);
    await night.pass(3);
    night.club.discord.deleteMessage(question.id);
    await night.pass(60);
    expect(await night.type(mona, '/quiz resume')).toBe('The quiz goes on.');
    const again = await night.question(1);
    await night.answer(ana, again, 'right');
    await night.pass(2);
    await night.press(mona, again, 'Close the question');
    await night.pass(2);
    const reveal = await night.becomes(again, REVEALED);
    night.club.discord.deleteMessage(reveal.id);
    await night.pass(2);
    expect(await night.type(mona, '/quiz resume')).toBe('The quiz goes on.');
    await night.pass(2);
    const shown = await night.reads(REVEALED);
    await night.pass(2);
    expect(await night.type(mona, '/quiz resume')).toContain('The game is not paused.');
    await night.press(mona, shown, 'To the result');
    expect(night.named(textOf(await night.reads(/^### Result/)))).toContain('@Ana — 100 points, 1 of 1 right');
  });

  test('just before it closes, its answer is shown anew', async () => {
    const night = await aQuizNight();
    const question = await night.play({ questions: 1, seed: seedFor('choice') }, night.ana);
    await night.pass(3);
    night.club.discord.deleteMessage(question.id);
    await night.pass(17);
    const reveal = await night.reads(REVEALED);
    expect(reveal.id).not.toBe(question.id);
    await night.pass(9);
    await night.reads(/^### Result/);
  });

  test('or that of the open quiz, /quiz resume brings it back', async () => {
    const night = await aQuizNight();
    const lobby = await night.open({ questions: 1, mode: 'Open quiz', seed: seedFor('choice') });
    night.club.discord.deleteMessage(lobby.id);
    await night.pass(60);
    expect(await night.type(night.mona, '/quiz resume')).toBe('The quiz goes on.');
    const again = await night.reads(/Take the quiz/);
    expect(again.id).not.toBe(lobby.id);
    expect(await night.press(night.ana, again, 'Take the quiz')).toContain('### ');
  });
});

describe('when the channel is deleted', () => {
  test('the game pauses, and its host brings it back in another', async () => {
    const night = await aQuizNight();
    const { mona, ana, ben, club } = night;
    const question = await night.play({ questions: 1, seed: seedFor('choice') }, ana);
    await night.answer(ana, question, 'right');
    club.discord.deleteChannel('quiz-room');
    await night.pass(3600);
    const refused: string[] = [];
    club.discord.onWire((entry) => {
      if (entry.via === 'rest' && entry.status >= 400) refused.push(`${entry.method} ${entry.status}`);
    });
    expect(await night.type(ben, '/quiz resume', {}, '#general')).toMatch(/^\*\*Nothing to resume/);
    expect(await night.type(mona, '/quiz resume', {}, '#general')).toBe('The quiz goes on.');
    await night.reads(/The game goes on\./, '#general');
    const again = await night.question(1, '#general');
    await night.pass(21);
    expect(night.named(textOf(await night.becomes(again, REVEALED)))).toContain('✅ Right: @Ana +100\n');
    await night.pass(9);
    await night.reads(/^### Result/, '#general');
    await night.pass(2);
    expect(refused).toEqual([]);
    expect(await night.type(ben, '/quiz start', {}, '#general')).toContain('The quiz is opened');
  });

  test('and comes back, the game waits there, and says why', async () => {
    const night = await aQuizNight();
    const { mona, ana, club } = night;
    await night.play({ questions: 1, seed: seedFor('choice') }, ana);
    const { channelId } = club.discord.channel('quiz-room');
    club.discord.deleteChannel(channelId);
    await night.pass(1);
    club.discord.restoreChannel(channelId);
    expect(await night.type(ana, '/quiz join')).toBe(GONE);
    expect(await night.type(mona, '/quiz resume')).toBe('The quiz goes on.');
    await night.question(1);
  });
});

describe('when Attaché may no longer post', () => {
  test('the game pauses, its message says why, and it goes on when that is mended', async () => {
    const night = await aQuizNight();
    const { mona, ana, club } = night;
    await night.play({ questions: 2, seed: seedFor('choice', 'year') }, ana);
    await night.round(1, [[ana, 'right']]);
    const deny = { deny: ['SendMessages'] } as const;
    club.discord.setChannelPermissions('quiz-room', '@bot', deny);
    await night.pass(9);
    await night.logged('game-cannot-post', 2);
    expect(await night.type(ana, '/quiz join')).toBe(BARRED);
    expect(await night.type(mona, '/quiz resume')).toContain('Send Messages');
    club.discord.setChannelPermissions('quiz-room', '@bot', {});
    expect(await night.type(mona, '/quiz resume')).toBe('The quiz goes on.');
    await night.round(2, [[ana, 'right']]);
    await night.pass(9);
    expect(textOf(await night.reads(/^### Result/))).toContain('200 points, 2 of 2 right');
    expect(night.told().join('\n')).not.toContain('The game is paused');
  });

  test('while a question is open, its message says so and loses its buttons, and nothing is forgotten', async () => {
    const night = await aQuizNight();
    const { mona, ana, club } = night;
    const first = await night.play({ questions: 2, mode: 'Host-paced', seed: seedFor('choice', 'year') }, ana);
    await night.answer(ana, first, 'wrong');
    await night.press(mona, first, 'Close the question');
    await night.pass(2);
    const reveal = await night.becomes(first, REVEALED);
    await night.press(mona, reveal, 'Next question');
    const second = await night.question(2);
    await night.pass(2);
    club.discord.setChannelPermissions('quiz-room', '@bot', { deny: ['SendMessages'] });
    expect(await night.press(ana, reveal, 'My answer was right')).toBe('Sent to the host, who decides.');
    const withdrawn = await night.becomes(second, /The game is paused/);
    expect([textOf(withdrawn).endsWith(BARRED), buttonsOf(withdrawn)]).toEqual([true, []]);
    expect(await night.press(mona, reveal, 'Next question')).toBe(BARRED);
    club.discord.setChannelPermissions('quiz-room', '@bot', {});
    expect(await night.type(mona, '/quiz resume')).toBe('The quiz goes on.');
    await night.question(2);
    expect(textOf(await night.reads(/holds that/))).toContain('[Accept]');
    expect(asked(night, 2)).toBe(2);
  });
});

test('200 answers in a moment are all counted and acknowledged, by at most one edit a second', {
  timeout: 60_000,
}, async () => {
  const names = Array.from({ length: 200 }, (_, index) => `Member ${index}`);
  const people = [...DEFAULT_SEED.people, ...names.map((name) => ({ name }))];
  const members = [...MODEL_UN_CLUB.members, ...names.map((name) => ({ name }))];
  const world = { ...DEFAULT_SEED, people, guilds: [{ ...MODEL_UN_CLUB, members }] };
  const night = await aQuizNight({ world });
  const { discord } = night.club;
  const edits: number[] = [];
  discord.onWire((entry) => {
    if (entry.via === 'rest' && entry.method === 'PATCH' && EDITS.path.test(entry.path)) edits.push(entry.at);
  });
  const question = await night.play({ questions: 1, seed: seedFor('choice') }, night.ana);
  for (let batch = 0; batch < 8; batch++) {
    const some = names.slice(batch * 25, batch * 25 + 25).map((name) => discord.as(name));
    const outcomes = await Promise.all(some.map((who) => who.press(question, letterOf(question, 'A day'))));
    expect(outcomes.map(said).every((text) => text.startsWith('Your answer: A day. It is saved'))).toBe(true);
    await night.pass(0.25);
  }
  for (let steps = 0; steps < 8; steps++) await night.pass(0.25);
  await night.becomes(question, /200 answered/);
  for (let steps = 0; steps < 80; steps++) await night.pass(0.25);
  expect(textOf(await night.becomes(question, REVEALED))).toContain('200 × A day');
  const gaps = edits.slice(1).map((at, index) => at - (edits[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  expect(edits.length).toBeLessThanOrEqual(8);
  expect(buttonsOf(question).length).toBe(3);
});
