import { describe, expect, test, vi } from 'vitest';
import { buttonsOf, textOf } from '../../src/playground/discord/messageText.ts';
import { aQuizNight, type QuizNight, ROOM, said, seedFor, seedsFor } from '../support/aQuizNight.ts';

vi.setConfig({ testTimeout: 30_000 });

const lateClick = '**Not now**\nThat came after the close. The next question is a new chance.';

/** The standings of the result, a line for each place. */
async function standings(night: QuizNight): Promise<readonly string[]> {
  const lines = night.named(textOf(await night.reads(/^### Result/))).split('\n');
  return lines.filter((line) => line.includes(' — '));
}

describe('a classic game', () => {
  test('goes from the lobby over each question to the result, with typed answers and orders', async () => {
    const night = await aQuizNight();
    const { mona, ana, ben, chi } = night;
    await night.play({ questions: 3, seed: seedFor('text', 'order', 'choice') }, ana, ben);
    const first = await night.round(1, [
      [ana, 'right'],
      [ben, 'wrong'],
    ]);
    expect(night.named(textOf(first)).split('\n').slice(0, 7)).toEqual([
      '-# Question 1 of 3 · Name it · Medium',
      '### In which city was the treaty signed?',
      'The answer: **Moscow**',
      '✅ Right: @Ana +100',
      '**What was answered**',
      '1 × Moscow',
      '1 × Paris',
    ]);
    expect(textOf(first)).toContain('The delegations had come to Moscow.');
    expect(textOf(first)).toContain('[The Archive](<https://gazette.example/envoys>)');
    await night.pass(9);
    await night.round(2, [
      [ana, 'wrong'],
      [ben, 'right'],
      [chi, 'right'],
    ]);
    await night.pass(9);
    await night.round(3, [[ana, 'right']], 21);
    await night.pass(9);
    expect(await standings(night)).toEqual([
      '🥇 **1.** @Ana — 200 points, 2 of 3 right',
      '🥈 **2.** @Ben — 100 points, 1 of 3 right',
      '🥈 **2.** @Chi — 100 points, 1 of 3 right',
    ]);
    expect(night.told()).toHaveLength(5);
    const result = await night.reads(/^### Result/);
    expect(buttonsOf(result).map(({ label }) => label)).toEqual(['My answers', 'Rematch', 'All answers']);
    expect(textOf(result)).toMatch(/1st Ana: 200 points, 2 of 3 right/);
    expect(await night.press(mona, result, 'My answers')).toContain('You answered no question of this game.');
    expect(night.troubles()).toEqual([]);
  });

  test('takes a change of mind until the close, and closes soon after all have answered', async () => {
    const night = await aQuizNight();
    const { ana, ben } = night;
    const question = await night.play({ questions: 1, seed: seedFor('choice') }, ana, ben);
    const answer = textOf(await night.answer(ana, question, 'wrong'));
    expect(answer).toBe('Your answer: A day. It is saved; you can change it until the question closes.');
    await night.answer(ben, question, 'wrong');
    await night.pass(3);
    await night.answer(ana, question, 'right');
    await night.pass(1.9);
    expect(textOf(await night.answer(ben, question, 'right'))).toBe(lateClick);
    await night.pass(0.1);
    expect(night.named(textOf(await night.becomes(question, /The answer: /)))).toContain('✅ Right: @Ana +100\n');
  });

  test('tells whoever clicks late, or on what is over, in a private sentence', async () => {
    const night = await aQuizNight();
    const { ana, ben } = night;
    const question = await night.play({ questions: 1, seed: seedFor('year') }, ana);
    const outcome = await ben.press(question, 'Answer');
    await night.pass(20);
    const dialog = outcome.kind === 'dialog' ? outcome.dialog : undefined;
    if (!dialog) throw new Error('no dialog opened');
    expect(said(await ben.submit(dialog, { Year: '1956' }))).toBe(lateClick);
    await night.pass(1);
    await night.becomes(question, /The answer: /);
    const late = said(await ben.press(question, 'Answer', { force: true }));
    expect(late).toMatch(/That came after the close|This is from another time/);
    await night.pass(9);
    await night.reads(/^### Result/);
    const after = await ben.submit(dialog, { Year: '1956' }, { force: true });
    expect(said(after)).toBe('**Not now**\nThis game is over.');
    expect(after).toMatchObject({ message: { onlyFor: ben.userId } });
  });

  test('asks once to be more precise, and counts no answer that is none', async () => {
    const night = await aQuizNight();
    const { ana, ben } = night;
    const question = await night.play({ questions: 1, seed: seedFor('text') }, ana, ben);
    expect(textOf(await night.answer(ana, question, { typed: 'Russia' }))).toBe(
      'Be more precise: In which city of it? You have one more try.',
    );
    expect(textOf(await night.answer(ana, question, 'right'))).toMatch(/^Your answer: Moscow\./);
    expect(textOf(await night.answer(ben, question, { typed: '?!' }))).toBe(
      '**Not now**\nThat could not be read as an answer. Nothing was counted; try again.',
    );
    await night.pass(21);
    const reveal = textOf(await night.becomes(question, /The answer: /));
    expect(night.named(reveal)).toContain('✅ Right: @Ana +100\n**What was answered**\n1 × Moscow\n');
  });

  test('gives part of the points for a part of the order, and starts an order over', async () => {
    const night = await aQuizNight();
    const { ana } = night;
    const question = await night.play({ questions: 1, seed: seedFor('order') }, ana);
    const [meet, sign] = ['The envoys meet', 'The treaty is signed'];
    const next = await ana.choose(question, 'Which came first?', [meet]);
    if (next.kind !== 'message') throw new Error('the order so far is not shown');
    expect(next.message.onlyFor).toBe(ana.userId);
    const anew = await ana.press(next.message, 'Start over');
    if (anew.kind !== 'updated') throw new Error('it does not start over in its place');
    const again = await ana.choose(anew.message, 'Which came first?', [meet]);
    if (again.kind !== 'updated') throw new Error('the order so far is not shown in its place');
    expect(said(await ana.choose(again.message, 'Which came next?', [sign]))).toMatch(
      /^Your answer: The envoys meet → The treaty is signed → The leaders speak\./,
    );
    await night.pass(5);
    await night.becomes(question, /The right order/);
    await night.pass(9);
    expect(await standings(night)).toEqual(['🥇 **1.** @Ana — 67 points, 0 of 1 right']);
  });

  test('starts by itself after a minute; then its lobby has no buttons', async () => {
    const night = await aQuizNight();
    const lobby = await night.open({ questions: 1 });
    expect(buttonsOf(lobby).map(({ label }) => label)).toEqual(['Join', 'Leave', 'Start now']);
    await night.press(night.ana, lobby, 'Join');
    await night.becomes(lobby, /Players: /);
    await night.pass(60);
    await night.question(1);
    await night.pass(1);
    expect(buttonsOf(await night.becomes(lobby, /The game has begun\./))).toEqual([]);
  });

  test('ends without a player, and says so; then its lobby has no buttons', async () => {
    const night = await aQuizNight();
    const lobby = await night.open({ questions: 1 });
    await night.pass(60);
    await night.reads(/nobody was playing/);
    expect(buttonsOf(await night.becomes(lobby, /The game is over\./))).toEqual([]);
    await night.open({ questions: 1 });
  });

  test('ends after three questions that nobody answers', async () => {
    const night = await aQuizNight();
    await night.play({ questions: 8 }, night.ana);
    for (const number of [1, 2, 3]) {
      const reveal = await night.round(number, [], 21);
      expect(textOf(reveal)).toContain('Nobody answered.');
      await night.pass(9);
    }
    await night.reads(/nobody was playing/);
    expect(textOf(await night.reads(/^### Result/))).toContain('Nobody answered, so there is nothing to rank.');
  });
});

describe('a race', () => {
  test('goes to the first right answer; each has one try and is told at once', async () => {
    const night = await aQuizNight();
    const { ana, ben, chi } = night;
    const question = await night.play({ questions: 1, mode: 'Race', seed: seedFor('choice') }, ana, ben, chi);
    expect(textOf(await night.answer(ana, question, 'wrong'))).toBe('A day: not right. Wait for the next question.');
    expect(textOf(await night.answer(ana, question, 'right'))).toContain('the first answer stands');
    await night.pass(1);
    expect(textOf(await night.answer(ben, question, 'right'))).toBe(
      '20 minutes: right! Whether you were first is shown in a moment.',
    );
    await night.pass(1);
    await night.answer(chi, question, 'right');
    await night.pass(2);
    const reveal = night.named(textOf(await night.becomes(question, /The answer: /)));
    expect(reveal).toContain('✅ Right: @Ben +100, @Chi\n');
    await night.pass(9);
    expect(await standings(night)).toEqual([
      '🥇 **1.** @Ben — 100 points, 1 of 1 right',
      '**2.** @Chi — 0 points, 1 of 1 right',
      '**2.** @Ana — 0 points, 0 of 1 right',
    ]);
  });
});

describe('survival', () => {
  test('takes a life for each miss, lets nobody in later, and ends with the last one standing', async () => {
    const night = await aQuizNight();
    const { mona, ana, ben, chi } = night;
    await night.play({ questions: 5, mode: 'Survival', lives: 1 }, ana, ben, chi);
    const first = await night.round(1, [
      [ana, 'right'],
      [ben, 'right'],
      [chi, 'wrong'],
    ]);
    expect(night.named(textOf(first))).toContain('Still in: @Ana, @Ben\n');
    await night.pass(9);
    const second = await night.question(2);
    expect(textOf(await night.answer(chi, second, 'right'))).toContain('You have no life left.');
    expect(textOf(await night.answer(mona, second, 'right'))).toContain('it takes nobody in any more');
    expect(await night.type(mona, '/quiz join')).toBe('**Not now**\nThe game has begun.');
    expect(await night.type(chi, '/quiz hint')).toContain('You have no life left.');
    await night.round(2, [
      [ana, 'right'],
      [ben, 'wrong'],
    ]);
    await night.pass(9);
    expect((await standings(night)).map((line) => line.split(' — ')[0])).toEqual([
      '🥇 **1.** @Ana',
      '🥈 **2.** @Ben',
      '**3.** @Chi',
    ]);
    expect(night.told()).toHaveLength(4);
  });
});

describe('teams', () => {
  test('that are drawn are even, and count by their average', async () => {
    const night = await aQuizNight();
    const { ana, ben, chi } = night;
    const lobby = await night.open({ questions: 1, mode: 'Teams', seed: seedFor('choice') });
    for (const who of [ana, ben, chi]) expect(await night.press(who, lobby, 'Join')).toBe('You are in.');
    await night.press(night.mona, lobby, 'Start now');
    await night.question(1);
    await night.pass(1);
    const drawn = night.named(textOf(await night.becomes(lobby, /Team 2: /)));
    const [, one = '', two = ''] = /Team 1: (.*)\nTeam 2: (.*)\n/.exec(drawn) ?? [];
    expect([one, two].map((team) => team.split(', ').length).toSorted()).toEqual([1, 2]);
    expect(`${one}, ${two}`.split(', ').toSorted()).toEqual(['@Ana', '@Ben', '@Chi']);
    await night.round(1, [
      [ana, 'right'],
      [ben, 'wrong'],
      [chi, 'wrong'],
    ]);
    await night.pass(9);
    const [best] = await standings(night);
    expect(best).toMatch(
      /^🥇 \*\*1\.\*\* Team \d — (50 points on average \(@Ana, @\w+|100 points on average \(@Ana|50 points on average \(@\w+, @Ana)\)$/,
    );
  });

  test('that are chosen are changed until the start, and not after it', async () => {
    const night = await aQuizNight();
    const { ana, ben, chi } = night;
    const lobby = await night.open({
      questions: 2,
      mode: 'Teams',
      teams: 3,
      'choose-teams': true,
      seed: seedFor('choice', 'year'),
    });
    expect(buttonsOf(lobby).map(({ label }) => label)).toEqual(['Team 1', 'Team 2', 'Team 3', 'Leave', 'Start now']);
    expect(await night.press(ana, lobby, 'Team 1')).toBe('You are in Team 1.');
    expect(await night.press(ana, lobby, 'Team 2')).toBe('You are in Team 2.');
    expect(await night.press(ben, lobby, 'Team 2')).toBe('You are in Team 2.');
    expect(await night.press(chi, lobby, 'Team 1')).toBe('You are in Team 1.');
    await night.press(night.mona, lobby, 'Start now');
    await night.question(1);
    expect(said(await ana.press(lobby, 'Team 1', { force: true }))).toContain('You are in already.');
    await night.round(1, [
      [ana, 'right'],
      [ben, 'wrong'],
      [chi, 'wrong'],
    ]);
    await night.pass(9);
    await night.round(2, [
      [ana, 'right'],
      [ben, 'right'],
      [chi, 'wrong'],
    ]);
    await night.pass(9);
    const lines = await standings(night);
    expect(lines[0]).toBe('🥇 **1.** Team 2 — 150 points on average (@Ana, @Ben)');
    expect(lines[1]).toMatch(/^(🥈 )?\*\*2\.\*\* Team 1 — \d+ points? on average \(@Chi\)$/);
    expect(lines.slice(2).map((line) => line.split(' — ')[0])).toEqual([
      '🥇 **1.** @Ana',
      '🥈 **2.** @Ben',
      expect.stringMatching(/\*\*3\.\*\* @Chi$/),
    ]);
  });
});

describe('a game that its host paces', () => {
  test('waits for the host, hours if need be, to close each question and to go on', async () => {
    const night = await aQuizNight();
    const { mona, ana, ben } = night;
    const first = await night.play({ questions: 2, mode: 'Host-paced', seed: seedFor('choice', 'year') }, ana, ben);
    await night.answer(ana, first, 'right');
    await night.pass(3 * 3600);
    expect(await night.press(ana, first, 'Close the question')).toBe('**Not now**\nOnly the host can do that.');
    await night.answer(ben, first, 'right');
    await night.press(mona, first, 'Close the question');
    await night.pass(1);
    const reveal = await night.becomes(first, /The answer: /);
    await night.pass(3600);
    expect(await night.press(ben, reveal, 'Next question')).toBe('**Not now**\nOnly the host can do that.');
    await night.press(mona, reveal, 'Next question');
    const second = await night.question(2);
    await night.answer(ben, second, 'wrong');
    await night.press(mona, second, 'Close the question');
    await night.pass(1);
    const last = await night.becomes(second, /The answer: /);
    await Promise.all([night.press(mona, last, 'To the result'), night.press(mona, last, 'To the result')]);
    expect((await standings(night))[0]).toBe('🥇 **1.** @Ana — 100 points, 1 of 2 right');
    expect(night.told().filter((text) => text.startsWith('### Result'))).toHaveLength(1);
  });
});

describe('an open quiz', () => {
  test('is taken by each when it suits, over two days and a restart, and gives its result at the deadline', async () => {
    const night = await aQuizNight();
    const { club, ana, ben, chi } = night;
    const lobby = await night.open({
      questions: 3,
      mode: 'Open quiz',
      hours: 48,
      seed: seedFor('choice', 'text', 'order'),
    });
    expect(buttonsOf(lobby).map(({ label }) => label)).toEqual(['Take the quiz']);
    const own = async (who: typeof ana, answers: readonly ('right' | 'wrong')[]) => {
      const opened = await who.press(lobby, 'Take the quiz');
      if (opened.kind !== 'message') throw new Error('it does not open');
      expect(opened.message.onlyFor).toBe(who.userId);
      let shown = opened.message;
      for (const say of answers) shown = await night.answer(who, shown, say);
      return textOf(shown);
    };
    expect(await own(ana, ['right', 'right', 'right'])).toMatch(/^You have answered everything\. Results <t:/);
    expect(await own(ben, ['wrong'])).toContain('### In which city was the treaty signed?');
    await night.becomes(lobby, /Players: /);
    await night.pass(24 * 3600);
    await club.restart();
    expect(await own(ben, ['right', 'wrong'])).toContain('You have answered everything.');
    expect(await own(ana, [])).toContain('You have answered everything.');
    expect(await night.type(chi, '/quiz hint')).toMatch(/^\*\*Hint\*\*: Wrong for sure: [A-C]\./);
    expect(await own(chi, ['right'])).toContain('### In which city was the treaty signed?');
    await night.pass(24 * 3600 - 1);
    expect(night.told().join('\n')).not.toContain('### Result');
    await night.pass(2);
    expect(await standings(night)).toEqual([
      '🥇 **1.** @Ana — 300 points, 3 of 3 right',
      '🥈 **2.** @Ben — 100 points, 1 of 3 right',
      '🥉 **3.** @Chi — 50 points, 1 of 3 right',
    ]);
    expect(buttonsOf(await night.becomes(lobby, /The game is over\./))).toEqual([]);
    const mine = night.named(await night.press(ben, await night.reads(/^### Result/), 'My answers'));
    expect(mine).toMatch(/^### Your answers\n🥈 \*\*2\.\*\* @Ben — 100 points, 1 of 3 right\n\*\*1\\\. /);
    expect(mine).toContain(
      'You answered: The leaders speak → The envoys meet → The treaty is signed\n**The right order',
    );
    expect(mine).not.toContain('treaty signed?');
    expect(night.troubles()).toEqual([]);
  });
});

describe('hints', () => {
  test.each([
    ['choice', /^\*\*Hint\*\*: Wrong for sure: [A-C]\.\n/],
    ['text', /^\*\*Hint\*\*: It begins with “M” and has 6 letters\.\n/],
    ['year', /^\*\*Hint\*\*: It was between 1950 and 1959\.\n/],
    ['order', /^\*\*Hint\*\*: Earliest of all: The treaty is signed\.\n/],
  ] as const)('to a question of kind %s are private, the same again, and cost half', async (kind, hint) => {
    const night = await aQuizNight();
    const { ana, ben } = night;
    const question = await night.play({ questions: 1, seed: seedFor(kind) }, ana, ben);
    const outcome = await ana.type('/quiz hint', {}, { channel: ROOM });
    expect(outcome).toMatchObject({ message: { onlyFor: ana.userId } });
    expect(said(outcome)).toMatch(hint);
    expect(await night.type(ana, '/quiz hint')).toBe(said(outcome));
    await night.answer(ana, question, 'right');
    await night.answer(ben, question, 'right');
    expect(await night.type(ben, '/quiz hint')).toContain('You have answered this question already');
    await night.pass(5);
    await night.becomes(question, /The (answer|right order)/);
    await night.pass(9);
    expect(await standings(night)).toEqual([
      '🥇 **1.** @Ben — 100 points, 1 of 1 right',
      '🥈 **2.** @Ana — 50 points, 1 of 1 right',
    ]);
  });

  test('there is none for true or false', async () => {
    const night = await aQuizNight();
    await night.play({ questions: 1, seed: seedFor('true-false') }, night.ana);
    expect(await night.type(night.ana, '/quiz hint')).toBe('**Not now**\nThere is no hint for this question.');
  });
});

describe('commands', () => {
  test('without a game say that there is none', async () => {
    const night = await aQuizNight();
    for (const command of ['join', 'stop', 'skip', 'hint'])
      expect(await night.type(night.ana, `/quiz ${command}`)).toMatch(/^\*\*No game here\*\*/);
    expect(await night.type(night.ana, '/quiz resume')).toMatch(/^\*\*Nothing to resume\*\*/);
  });

  test('are for the host, or who manages messages', async () => {
    const night = await aQuizNight();
    const { mona, ana, ben } = night;
    const lobby = await night.open({ questions: 2, seed: seedFor('choice', 'year') }, ana);
    expect(await night.press(ben, lobby, 'Start now')).toBe('**Not now**\nOnly the host can do that.');
    expect(await night.press(ana, lobby, 'Start now')).toContain('Nobody has joined yet.');
    expect(await night.type(ben, '/quiz join')).toBe('You are in.');
    expect(await night.press(ben, lobby, 'Leave')).toBe('You are out. You can join again.');
    expect(await night.press(ben, lobby, 'Join')).toBe('You are in.');
    expect(await night.press(ben, lobby, 'Join')).toContain('You are in already.');
    await night.press(ana, lobby, 'Start now');
    await night.question(1);
    for (const command of ['stop', 'skip', 'resume'])
      expect(await night.type(ben, `/quiz ${command}`)).toMatch(/^\*\*Not allowed\*\*\nOnly the host/);
    expect(await night.type(mona, '/quiz skip')).toBe('Skipped.');
    await night.pass(3);
    expect(await night.type(mona, '/quiz resume')).toBe('**Not now**\nThe game is not paused.');
    expect(await night.type(mona, '/quiz stop')).toBe('Stopped. The points so far count.');
  });

  test('/quiz skip throws the question away: nobody gets points, and that is said', async () => {
    const night = await aQuizNight();
    const { mona, ana } = night;
    const question = await night.play({ questions: 2, seed: seedFor('choice', 'year') }, ana);
    await night.answer(ana, question, 'right');
    await night.type(mona, '/quiz skip');
    await night.pass(2);
    expect(textOf(await night.becomes(question, /The answer: /))).toContain('Skipped by the host; nobody gets points.');
    expect(await night.type(mona, '/quiz skip')).toContain('There is no open question to skip.');
    await night.club.restart();
    await night.pass(9);
    await night.round(2, [[ana, 'right']]);
    await night.pass(9);
    expect(await standings(night)).toEqual(['🥇 **1.** @Ana — 100 points, 1 of 2 right']);
  });

  test('/quiz stop in the middle of a question counts what was closed, and takes the buttons away', async () => {
    const night = await aQuizNight();
    const { mona, ana } = night;
    await night.play({ questions: 2, seed: seedFor('choice', 'year') }, ana);
    await night.round(1, [[ana, 'right']]);
    await night.pass(9);
    const second = await night.question(2);
    await night.answer(ana, second, 'right');
    await night.type(mona, '/quiz stop');
    await night.pass(2);
    expect(buttonsOf(await night.becomes(second, /The game is over\./))).toEqual([]);
    expect(night.named(textOf(await night.reads(/has stopped the game/)))).toBe('@Mona has stopped the game.');
    expect(night.named(textOf(await night.reads(/^### Result so far/)))).toContain('@Ana — 100 points, 1 of 1 right');
    await night.open();
  });

  test('/quiz stop in the lobby takes its buttons away', async () => {
    const night = await aQuizNight();
    const lobby = await night.open();
    await night.press(night.ana, lobby, 'Join');
    await night.type(night.mona, '/quiz stop');
    await night.pass(2);
    expect(buttonsOf(await night.becomes(lobby, /The game is over\./))).toEqual([]);
    expect(said(await night.ana.press(lobby, 'Join', { force: true }))).toMatch(/This (game is over|is from another)/);
  });

  test('there is one game for each channel', async () => {
    const night = await aQuizNight();
    const { mona, ana } = night;
    await night.open();
    expect(await night.type(ana, '/quiz start')).toMatch(/^\*\*There is a game here already\*\*/);
    const both = await Promise.all([1, 2].map(() => night.type(ana, '/quiz start', {}, '#general')));
    expect(both.filter((text) => text.startsWith('The quiz is opened'))).toHaveLength(1);
    expect(both.filter((text) => text.startsWith('**There is a game here already'))).toHaveLength(1);
    expect(await night.type(mona, '/quiz stop', {}, '#general')).toContain('Stopped');
    expect(await night.type(ana, '/quiz join')).toBe('You are in.');
  });
});

test('a question does not tell the answer: the same words and ids, whatever place it has', async () => {
  const night = await aQuizNight();
  const shapes = new Map<string, Set<string>>();
  for (const seed of seedsFor('choice', 8)) {
    const question = await night.play({ questions: 1, seed }, night.ana);
    const [, game = '?'] = /^game-pick:(\w+):/.exec(buttonsOf(question)[0]?.customId ?? '') ?? [];
    const options = [...textOf(question).matchAll(/^\*\*[A-C]\*\* (.*)$/gm)].map(([, option = '']) => option);
    const place = ['Vienna', '20 minutes', 'By telephone'].map((right) => options.indexOf(right)).join();
    // All that is sent of it, but for what is asked, which game it is, and when.
    const sent = JSON.stringify(question.components)
      .replaceAll(game, 'game')
      .replace(/### .*?\?/, '')
      .replace(/\*\*([A-C])\*\* [^"\\]*/g, '$1')
      .replace(/<t:\d+:R>/, '');
    shapes.set(sent, (shapes.get(sent) ?? new Set()).add(place));
    await night.type(night.mona, '/quiz stop');
    await night.pass(3);
  }
  expect(shapes.size).toBe(1);
  expect([...shapes.values()][0]?.size).toBeGreaterThan(3);
});
