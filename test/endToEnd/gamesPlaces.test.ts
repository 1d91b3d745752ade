import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/playground/discord/messageText.ts';
import { messageIn } from '../support/aClub.ts';
import { aQuizNight, seedFor } from '../support/aQuizNight.ts';

vi.setConfig({ testTimeout: 30_000 });

describe('extra time', () => {
  test('keeps the question open for that member alone, and nobody else is told', async () => {
    const night = await aQuizNight();
    const { ana, ben } = night;
    await night.type(ana, '/settings extra-time', { more: '100% more' });
    const question = await night.play({ questions: 1, seed: seedFor('choice') }, ana, ben);
    const closes = /Closes <t:(\d+):R>/.exec(textOf(question))?.[1];
    await night.pass(19);
    expect(textOf(await night.answer(ben, question, 'right'))).toContain('That came after the close.');
    await night.pass(10);
    const now = night.club.discord.message(question.id);
    expect(now && textOf(now)).toContain(`0 answered · Closes <t:${closes}:R>`);
    expect(textOf(await night.answer(ana, question, 'right'))).toContain('It is saved');
    await night.pass(1);
    expect(night.named(textOf(await night.becomes(question, /The answer: /)))).toContain('✅ Right: @Ana +100\n');
    expect(night.told().join('\n')).not.toMatch(/extra|more time|100%/i);
  });

  test('has an end', async () => {
    const night = await aQuizNight();
    await night.type(night.ana, '/settings extra-time', { more: '50% more' });
    const question = await night.play({ questions: 1, seed: seedFor('choice') }, night.ana);
    await night.pass(29);
    expect(textOf(await night.answer(night.ana, question, 'right'))).toContain('That came after the close.');
    await night.pass(1);
    await night.becomes(question, /The answer: /);
  });
});

describe('the settings of a server', () => {
  test('give the mode, the seconds and the thread, unless the host says otherwise', async () => {
    const night = await aQuizNight();
    await night.type(night.mona, '/settings server', { mode: 'Race', seconds: 45, threads: true });
    const lobby = await night.open({ questions: 1 });
    expect(lobby.channel_id).toBe(night.club.discord.channel('Quiz: everything').channelId);
    expect(textOf(lobby)).toMatch(/^### Quiz: Race\n.*\n-# 1 question · 45 seconds each\n/);
    const here = await night.open({ questions: 1, mode: 'Classic', seconds: 15, thread: false });
    expect(here.channel_id).toBe(night.club.discord.channel('quiz-room').channelId);
    expect(textOf(here)).toMatch(/^### Quiz: Classic\n.*\n-# 1 question · 15 seconds each\n/);
  });

  test('say who may host, and where', async () => {
    const night = await aQuizNight();
    const { mona, ana } = night;
    await night.type(mona, '/settings server', { hosts: 'Only those who manage the server' });
    expect(await night.type(ana, '/quiz start')).toMatch(/^\*\*Not allowed\*\*\nOn this server you may not host/);
    await night.type(mona, '/settings server', { 'host-role': '@Delegates', 'add-channel': '#general' });
    const { channelId } = night.club.discord.channel('general');
    expect(await night.type(ana, '/quiz start')).toBe(
      `**Not in this channel**\nOn this server quizzes are played in <#${channelId}>.`,
    );
    expect(await night.type(ana, '/quiz start', {}, '#general')).toBe(`The quiz is opened in <#${channelId}>.`);
    expect(await night.type(night.chi, '/quiz start', { thread: true }, '#general')).toMatch(/^\*\*Not allowed\*\*/);
  });

  test('do not help where Attaché may not post: that is said, with what is missing', async () => {
    const night = await aQuizNight();
    expect(await night.type(night.mona, '/quiz start', {}, '#archive')).toContain('Send Messages');
    expect(await night.type(night.mona, '/quiz start', {}, 'dm')).toMatch(/Only in a server|server/i);
  });
});

describe('in a thread', () => {
  test('a game is played beside another in its channel', async () => {
    const night = await aQuizNight();
    const { ana, ben, mona } = night;
    await night.open();
    const thread = '#Quiz: Europe';
    const first = await night.play({ questions: 1, thread: true, topic: 'europe', seed: seedFor('choice') }, ana);
    expect(first.channel_id).toBe(night.club.discord.channel(thread).channelId);
    expect(await night.type(ben, '/quiz join', {}, thread)).toBe('You are in.');
    expect(await night.type(ben, '/quiz start', { thread: true }, thread)).toContain('There is a game here already');
    await night.answer(ana, first, 'right');
    await night.answer(ben, first, 'wrong');
    await night.pass(5);
    await night.becomes(first, /The answer: /);
    await night.pass(9);
    const result = await night.reads(/^### Result/, thread);
    expect(night.named(textOf(result))).toContain('@Ana — 100 points');
    expect(messageIn(await mona.press(result, 'My answers')).channel_id).toBe(first.channel_id);
    expect(night.told()).toHaveLength(2);
  });

  test.each(['Create Public Threads', 'Send Messages in Threads'] as const)(
    'without the permission %s none is opened, and that is said by its name',
    async (permission) => {
      const night = await aQuizNight();
      const { discord } = night.club;
      const deny = [permission === 'Create Public Threads' ? 'CreatePublicThreads' : 'SendMessagesInThreads'] as const;
      discord.setChannelPermissions('quiz-room', '@bot', { deny });
      expect(await night.type(night.mona, '/quiz start', { thread: true })).toBe(
        `**No thread**\nA thread could not be opened: Attaché lacks the permission ${permission} in the channel. Leave the thread out, or mend that.`,
      );
      expect(discord.world.guilds[0]?.threads).toEqual([]);
    },
  );

  test('a permission lost is named, and the game goes on when it is back', async () => {
    const night = await aQuizNight();
    const { discord } = night.club;
    const thread = '#Quiz: everything';
    await night.play({ questions: 2, thread: true, seed: seedFor('choice', 'year') }, night.ana);
    discord.setChannelPermissions('quiz-room', '@everyone', { deny: ['SendMessagesInThreads'] });
    const first = await night.question(1, thread);
    await night.pass(20);
    await night.becomes(first, /The answer: /);
    await night.pass(9);
    await night.logged('game-cannot-post');
    expect(await night.type(night.ana, '/quiz join', {}, thread)).toContain(
      'Attaché may no longer post in its channel',
    );
    expect(await night.type(night.mona, '/quiz resume', {}, thread)).toContain('Send Messages in Threads');
    discord.setChannelPermissions('quiz-room', '@everyone', {});
    expect(await night.type(night.mona, '/quiz resume', {}, thread)).toBe('The quiz goes on.');
    await night.question(2, thread);
  });

  test.each(['#Quiz: everything', '#quiz-room'])(
    'that is deleted with %s the game pauses, and goes on elsewhere',
    async (deleted) => {
      const night = await aQuizNight();
      const first = await night.play({ questions: 1, thread: true, seed: seedFor('choice') }, night.ana);
      await night.answer(night.ana, first, 'right');
      night.club.discord.deleteChannel(deleted);
      await night.pass(1);
      expect(await night.type(night.ana, '/quiz resume', {}, '#general')).toMatch(
        /^\*\*(Nothing to resume|Not allowed)/,
      );
      expect(await night.type(night.mona, '/quiz resume', {}, '#general')).toBe('The quiz goes on.');
      const again = await night.question(1, '#general');
      expect(textOf(again)).toContain('1 answered');
      await night.pass(21);
      expect(night.named(textOf(await night.becomes(again, /The answer: /)))).toContain('✅ Right: @Ana +100\n');
    },
  );
});
