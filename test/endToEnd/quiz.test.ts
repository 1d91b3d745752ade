import { describe, expect, test } from 'vitest';
import { buttonsOf, menusOf, textOf } from '../../src/playground/discord/messageText.ts';
import type { Dialog, SeenMessage } from '../../src/playground/discord/sight.ts';
import { aClub, type Club, type ClubOptions, dialogIn, messageIn } from '../support/aClub.ts';
import { aDataset } from '../support/aDataset.ts';
import { aFact, anArticle, aTopic } from '../support/anArticle.ts';

const CHOICE = 'Where did envoys meet?';
const TRUE_FALSE = 'The call lasted an hour.';
const YEAR = 'When was the treaty signed?';
const TEXT = 'In which city was the treaty signed?';
const ORDER = 'Put these in order.';

/** A club that learns from a small library, whose questions are known. */
async function aSmallClub(options: ClubOptions = {}) {
  const club = await aClub({ data: await aDataset(), ...options });
  const ana = club.discord.as('Ana');
  return { club, ana, ask: (prompt: string) => asked(club, prompt) };
}

/** A question of Ana's, asked for until it is the one wanted. */
async function asked({ discord }: Club, prompt: string): Promise<SeenMessage> {
  for (let tries = 0; tries < 100; tries++) {
    const message = messageIn(await discord.as('Ana').type('/quiz question', {}, { channel: '#quiz-room' }));
    if (promptOf(message) === prompt) return message;
  }
  throw new Error(`“${prompt}” is never asked`);
}

const promptOf = (message: SeenMessage) => /^### (.*)$/m.exec(textOf(message))?.[1];
/** The letter in front of an option. */
const letterOf = (message: SeenMessage, option: string) =>
  new RegExp(`^\\*\\*(.)\\*\\* ${option}$`, 'm').exec(textOf(message))?.[1] ?? 'none';

async function answerTyped(club: Club, message: SeenMessage, words: string, button = 'Answer'): Promise<SeenMessage> {
  const ana = club.discord.as('Ana');
  const dialog = dialogIn(await ana.press(message, button));
  return messageIn(await ana.submit(dialog, { [dialog.fields[0]?.label ?? '']: words }));
}

/** Answers whatever is asked, rightly or wrongly. */
async function answerAnyhow(club: Club, message: SeenMessage): Promise<SeenMessage> {
  const ana = club.discord.as('Ana');
  const labels = buttonsOf(message).map(({ label }) => label);
  if (labels.includes('A')) return messageIn(await ana.press(message, 'A'));
  if (labels.includes('True')) return messageIn(await ana.press(message, 'True'));
  if (labels.includes('Answer')) return answerTyped(club, message, '1234');
  const [menu] = menusOf(message);
  if (!menu) return message;
  return answerAnyhow(club, messageIn(await ana.choose(message, menu.placeholder, [menu.options[0]?.label ?? ''])));
}

describe('a question', () => {
  test('is for the one who asked, and its verdict takes its place', async () => {
    const { club, ana, ask } = await aSmallClub();
    const question = await ask(CHOICE);
    expect(question.onlyFor).toBe(ana.userId);
    expect(club.discord.as('Ben').messages('#quiz-room')).toEqual([]);
    const verdict = messageIn(await ana.press(question, 'A'));
    expect(verdict.id).toBe(question.id);
    expect(buttonsOf(verdict).map(({ label }) => label)).toEqual(['Another', 'Key facts', 'Read the article']);
  });

  test.each([
    ['Vienna', '✅ **Right**'],
    ['Geneva', '❌ **Not quite**'],
    ['Helsinki', '❌ **Not quite**'],
  ])('with a choice, answered %s: %s, with the explanation and the fact with its source', async (option, verdict) => {
    const { ana, ask } = await aSmallClub();
    const question = await ask(CHOICE);
    const text = textOf(messageIn(await ana.press(question, letterOf(question, option))));
    expect(text).toContain(verdict);
    expect(text).toContain('It was a call of 20 minutes.');
    expect(text).toContain('**3 · November 2018** — Envoys met in Vienna.');
    expect(text).toContain('[The Gazette](<https://gazette.example/envoys>), published 29 September 2020');
    const wrong = option !== 'Vienna';
    expect(text.includes(`You answered: ${option}\nThe answer: **Vienna**`)).toBe(wrong);
  });

  test.each([
    ['False', '✅ **Right**\nIt lasted 20 minutes.'],
    ['True', '❌ **Not quite**\nYou answered: True\nThe answer: **False**\nIt lasted 20 minutes.'],
  ])('of true or false, answered %s', async (label, verdict) => {
    const { ana, ask } = await aSmallClub();
    expect(textOf(messageIn(await ana.press(await ask(TRUE_FALSE), label)))).toContain(verdict);
  });

  test.each([
    ['1956', '✅ **Right**'],
    [' in 1956. ', '✅ **Right**'],
    ['１９５６', '✅ **Right**'],
    ['1957', '❌ **Not quite**\nYou answered: 1957\nThe answer: **1956**'],
  ])('of a year, answered “%s” in its dialog', async (typed, verdict) => {
    const { club, ask } = await aSmallClub();
    const question = await ask(YEAR);
    const answer = await answerTyped(club, question, typed);
    expect(answer.id).toBe(question.id);
    expect(textOf(answer)).toContain(verdict);
  });

  test('of a year does not count what is none, and takes the next try', async () => {
    const { club, ask } = await aSmallClub();
    const again = await answerTyped(club, await ask(YEAR), 'long ago');
    expect(textOf(again)).toContain('That is not a year. Write it in digits, such as 1956.');
    expect(promptOf(again)).toBe(YEAR);
    expect(textOf(again)).not.toContain('The answer: ');
    expect(textOf(await answerTyped(club, again, '1956'))).toContain('✅ **Right**');
  });

  test.each([
    ['Moscow', '✅ **Right**'],
    ['moscov', '✅ **Right**'],
    ['Москва', '❌ **Not quite**'],
    ['Vienna', '❌ **Not quite**\nYou answered: Vienna\nThere the envoys met later.\nThe answer: **Moscow**'],
    ['Paris', '❌ **Not quite**\nYou answered: Paris\nThe answer: **Moscow**'],
  ])('of a name, answered “%s” in its dialog', async (typed, verdict) => {
    const { club, ask } = await aSmallClub();
    expect(textOf(await answerTyped(club, await ask(TEXT), typed))).toContain(verdict);
  });

  test('of a name asks back once when the answer is too vague', async () => {
    const { club, ask } = await aSmallClub();
    const vague = await answerTyped(club, await ask(TEXT), 'Russia');
    expect(textOf(vague)).toContain('**Be more precise**\nIn which city of it?');
    expect(textOf(vague)).not.toContain('Moscow');
    expect(textOf(await answerTyped(club, vague, 'Moscow', 'Answer more precisely'))).toContain('✅ **Right**');
    const vagueAgain = await answerTyped(club, await ask(TEXT), 'Russia');
    const settled = await answerTyped(club, vagueAgain, 'Russia', 'Answer more precisely');
    expect(textOf(settled)).toContain('❌ **Not quite**\nYou answered: Russia\nThe answer: **Moscow**');
  });

  test('of a name does not count what has no words', async () => {
    const { club, ask } = await aSmallClub();
    const again = await answerTyped(club, await ask(TEXT), '?!');
    expect(textOf(again)).toContain('There were no words in that.');
    expect(textOf(await answerTyped(club, again, 'Moscow'))).toContain('✅ **Right**');
  });

  test('opens a dialog that says what is asked', async () => {
    const { ana, ask } = await aSmallClub();
    const dialog = dialogIn(await ana.press(await ask(TEXT), 'Answer'));
    expect(JSON.stringify(dialog.components)).toContain(TEXT);
    expect(dialog.fields).toMatchObject([{ label: 'Answer', kind: 'text', required: true }]);
  });

  const FIRST = 'The treaty is signed';
  const SECOND = 'The envoys meet';
  const THIRD = 'The leaders speak';

  test('of order is answered by menus, one after the other; the last has only one place left', async () => {
    const { ana, ask } = await aSmallClub();
    const question = await ask(ORDER);
    const next = messageIn(await ana.choose(question, 'Which came first?', [FIRST]));
    expect(textOf(next)).toContain(`**Your order so far**\n1. ${FIRST}`);
    expect(
      menusOf(next)[0]
        ?.options.map(({ label }) => label)
        .toSorted(),
    ).toEqual([SECOND, THIRD]);
    const text = textOf(messageIn(await ana.choose(next, 'Which came next?', [SECOND])));
    expect(text).toContain(`✅ **Right**\nYou answered: ${FIRST} → ${SECOND} → ${THIRD}`);
  });

  test('of order, answered wrongly, shows both orders, the right one with its dates', async () => {
    const { ana, ask } = await aSmallClub();
    const next = messageIn(await ana.choose(await ask(ORDER), 'Which came first?', [SECOND]));
    const text = textOf(messageIn(await ana.choose(next, 'Which came next?', [THIRD])));
    expect(text).toContain(`❌ **Not quite**\nYou answered: ${SECOND} → ${THIRD} → ${FIRST}\n**The right order**`);
    expect(text).toContain(
      `1. ${FIRST} (19 October 1956)\n2. ${SECOND} (November 2018)\n3. ${THIRD} (29 September 2020)`,
    );
  });

  test('of order can be started over', async () => {
    const { ana, ask } = await aSmallClub();
    const question = await ask(ORDER);
    const next = messageIn(await ana.choose(question, 'Which came first?', [THIRD]));
    const anew = messageIn(await ana.press(next, 'Start over'));
    expect(textOf(anew)).toBe(textOf(question));
    expect(menusOf(anew)[0]?.options).toHaveLength(3);
  });
});

describe('“Another”', () => {
  test('brings each question once before any comes back', async () => {
    const { club, ana } = await aSmallClub();
    let message = messageIn(await ana.type('/quiz question'));
    const prompts: (string | undefined)[] = [];
    for (let number = 0; number < 16; number++) {
      prompts.push(promptOf(message));
      const verdict = await answerAnyhow(club, message);
      message = messageIn(await ana.press(verdict, 'Another'));
      expect(message.id).toBe(verdict.id);
    }
    expect(new Set(prompts.slice(0, 8)).size).toBe(8);
    expect(new Set(prompts.slice(8)).size).toBe(8);
  });

  test('stays with the difficulty that was asked for', async () => {
    const club = await aClub();
    const ana = club.discord.as('Ana');
    let message = messageIn(await ana.type('/quiz question', { article: 'suga-putin-call-2020', difficulty: 'Hard' }));
    for (let number = 0; number < 4; number++) {
      expect(textOf(message)).toMatch(/^-# .* · Hard$/m);
      message = messageIn(await ana.press(await answerAnyhow(club, message), 'Another'));
    }
  });
});

describe('which questions are asked', () => {
  test('none whose fact has lapsed', async () => {
    const lapsed = aFact({ validUntil: '2039-12-31' });
    const { facts, ...rest } = anArticle();
    const article = anArticle({ ...rest, facts: [lapsed, ...facts.slice(1)] });
    const data = await aDataset({ 'articles/leaders-call-2020.json': article });
    const { club, ana } = await aSmallClub({ data });
    const prompts = new Set<string | undefined>();
    let message = messageIn(await ana.type('/quiz question'));
    for (let number = 0; number < 6; number++) {
      prompts.add(promptOf(message));
      message = messageIn(await ana.press(await answerAnyhow(club, message), 'Another'));
    }
    expect([...prompts].toSorted()).toEqual([TEXT, YEAR, CHOICE].toSorted());
  });

  test('none at all where a topic has no article: that is said', async () => {
    const topics = [aTopic(), aTopic({ id: 'climate', name: 'Climate' })];
    const { ana } = await aSmallClub({ data: await aDataset({ 'topics.json': { topics } }) });
    const message = messageIn(await ana.type('/quiz question', { topic: 'climate' }));
    expect(textOf(message)).toBe(
      '**No question for that**\nLeave out the difficulty, or choose another article or topic.',
    );
  });

  test('not of an article or topic that there is not', async () => {
    const { ana } = await aSmallClub();
    expect(textOf(messageIn(await ana.type('/quiz question', { article: 'leaders' })))).toContain('No such article');
    expect(textOf(messageIn(await ana.type('/quiz question', { topic: 'euro' })))).toContain('Did you mean Europe?');
  });
});

test('the way back from an answer leads to its very fact, and to the article', async () => {
  const club = await aClub();
  const ana = club.discord.as('Ana');
  let message = messageIn(await ana.type('/quiz question', { article: 'suga-putin-call-2020' }));
  for (let number = 0; number < 6; number++) {
    const verdict = await answerAnyhow(club, message);
    const [, fact] = /\*\*The fact\*\*\n(\*\*\d+ · .*)/.exec(textOf(verdict)) ?? [];
    expect(fact).toBeDefined();
    const facts = messageIn(await ana.press(verdict, 'Key facts'));
    expect(facts.id).toBe(verdict.id);
    expect(textOf(facts)).toContain(fact);
    message = messageIn(await ana.type('/quiz question', { article: 'suga-putin-call-2020' }));
  }
  const read = messageIn(await ana.press(await answerAnyhow(club, message), 'Read the article'));
  expect(textOf(read)).toContain("### Suga's first call with Putin");
});

describe('what a question carries', () => {
  test('does not tell which answer is right: the places change, the ids only count', async () => {
    const { ask } = await aSmallClub();
    const places = new Set<string>();
    for (let times = 0; times < 12; times++) {
      const question = await ask(CHOICE);
      places.add(letterOf(question, 'Vienna'));
      const ids = buttonsOf(question).map(({ customId = '' }) => customId.split(':'));
      expect(ids.map(([kind, ref, shown]) => [kind, ref, shown])).toEqual(
        ['0', '1', '2'].map((place) => ['pick', ids[0]?.[1], place]),
      );
      expect(new Set(ids.map(([, , , ...rest]) => rest.join(':'))).size).toBe(1);
    }
    expect([...places].toSorted()).toEqual(['A', 'B', 'C']);
  });

  test('outlives a restart: buttons, menus and open dialogs', async () => {
    const { club, ana, ask } = await aSmallClub();
    const choice = await ask(CHOICE);
    const order = messageIn(await ana.choose(await ask(ORDER), 'Which came first?', ['The treaty is signed']));
    const dialog: Dialog = dialogIn(await ana.press(await ask(YEAR), 'Answer'));
    const letter = letterOf(choice, 'Vienna');
    await club.restart();
    expect(textOf(messageIn(await ana.press(choice, letter)))).toContain('✅ **Right**');
    const arranged = messageIn(await ana.choose(order, 'Which came next?', ['The envoys meet']));
    expect(textOf(arranged)).toContain('✅ **Right**');
    expect(textOf(messageIn(await ana.submit(dialog, { Year: '1956' })))).toContain('✅ **Right**');
  });
});
