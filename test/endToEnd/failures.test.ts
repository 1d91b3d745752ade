import { afterAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/playground/discord/messageText.ts';
import type { SeenMessage } from '../../src/playground/discord/sight.ts';
import { DEFAULT_SEED, MODEL_UN_CLUB } from '../../src/playground/discord/worldSeed.ts';
import { aClub, type Club, dialogIn, messageIn, openClub } from '../support/aClub.ts';
import { aDataset } from '../support/aDataset.ts';
import { anArticle, aTopic } from '../support/anArticle.ts';
import { aSecondProgram } from '../support/secondProgram.ts';

const EXPIRED =
  '**This is from another time**\nThis button belongs to a version or an article that is gone. Use the command again.';
const NOBODY = { everyone: false, roleIds: [], userIds: [] };

const club = await openClub();
afterAll(() => club.close());
const ana = club.discord.as('Ana');

const troubles = ({ log }: Club) => log.filter(({ level }) => level > 30);

describe('a button that nobody wrote, or that an older version wrote', () => {
  test.each([
    '',
    ' ',
    'x',
    'summary',
    'summary::::',
    'summary:suga-putin-call-2020:long:0',
    'summary:suga-putin-call-2020:full:-1',
    'facts:no-such-article:0',
    'facts:suga-putin-call-2020:99999999',
    'timeline:no-such-article:0',
    'articles:0:no-such-topic:',
    'articles:x',
    'ask:seed:0:9',
    'pick:aaaaaaa:99:seed:0::',
    'pick:::::',
    'type:aaaaaaa:0:seed:0::',
    'arrange:aaaaaaa:999999:seed:0::',
    'day:2040-02-30:0:',
    'day:<@&1>:0:',
    'day:2040-02-28:0:no-such-topic',
    'post:x',
    'post:x:y',
    'open:x',
    '__proto__:1',
    'constructor',
    'hasOwnProperty:0',
    '🏛️'.repeat(20),
  ])('is answered with one private sentence: “%s”', async (customId) => {
    const message = messageIn(await ana.type('/about'));
    const answer = messageIn(await ana.press(message, customId, { force: true }));
    expect(answer.onlyFor).toBe(ana.userId);
    expect(textOf(answer)).toMatch(
      /^\*\*(This is from another time|That question has changed|No question for that)\*\*\n/,
    );
    expect(troubles(club)).toEqual([]);
  });

  test('a page past the end shows the last one', async () => {
    const message = messageIn(await ana.type('/about'));
    const answer = messageIn(await ana.press(message, 'facts:suga-putin-call-2020:9999', { force: true }));
    expect(textOf(answer)).toMatch(/Page (\d+) of \1\n/);
  });

  test.each([['no-such-article'], ['<@&1>'], ['x'.repeat(100)]])(
    'a menu that opens “%s” opens nothing',
    async (value) => {
      const message = messageIn(await ana.type('/articles'));
      const answer = messageIn(await ana.choose(message, 'Open an article', [value], { force: true }));
      expect(textOf(answer)).toBe(EXPIRED);
      expect(troubles(club)).toEqual([]);
    },
  );

  test('an order that repeats, or counts what is not there, is not taken', async () => {
    const small = await aClub({ data: await aDataset() });
    const ben = small.discord.as('Ben');
    const order = messageIn(await ben.type('/quiz question', { difficulty: 'Hard' }));
    const chosen = messageIn(await ben.choose(order, 'Which came first?', ['0']));
    for (const value of ['0', '9', '-1', 'x', '1.5', '1e9']) {
      const answer = messageIn(await ben.choose(chosen, 'Which came next?', [value], { force: true }));
      expect(textOf(answer)).toContain('That question has changed');
    }
    expect(troubles(small)).toEqual([]);
  });
});

describe('what the library no longer has', () => {
  const OTHER = anArticle({ id: 'other-call', headline: 'Another call', topics: ['asia'] });
  const OTHER_TOPIC = aTopic({ id: 'asia', name: 'Asia', description: 'The Pacific.' });

  test('answers with one private sentence, and the message stays', async () => {
    const small = await aClub({ data: await aDataset() });
    const ben = small.discord.as('Ben');
    const summary = messageIn(await ben.type('/summary', { article: 'leaders-call-2020' }, { channel: '#general' }));
    const list = messageIn(await ben.type('/articles', { topic: 'europe' }, { channel: '#general' }));
    const question = messageIn(await ben.type('/quiz question', { topic: 'europe' }, { channel: '#general' }));
    const typed = await typedQuestion(small);
    const dialog = dialogIn(await ben.press(typed, 'Answer'));
    const before = textOf(summary);

    await small.restart({
      data: await aDataset({
        'articles/leaders-call-2020.json': undefined,
        'articles/other-call.json': OTHER,
        'topics.json': { topics: [OTHER_TOPIC] },
        'events/10.json': undefined,
        'glossary.json': { terms: [] },
      }),
    });
    for (const button of ['Key facts', 'Timeline']) {
      const answer = messageIn(await ben.press(summary, button));
      expect(answer.onlyFor).toBe(ben.userId);
      expect(textOf(answer)).toBe(EXPIRED);
    }
    expect(textOf(messageIn(await ben.press(summary, 'Quiz me')))).toContain('No question for that');
    expect(textOf(messageIn(await ben.choose(list, 'Open an article', ['leaders-call-2020'])))).toBe(EXPIRED);
    const pressed = await ben.press(question, firstButton(question));
    expect(textOf(messageIn(pressed))).toContain('The library no longer has this question as it was asked.');
    expect(textOf(messageIn(await ben.press(typed, 'Answer')))).toContain('That question has changed');
    const submitted = await ben.submit(dialog, { [dialog.fields[0]?.label ?? '']: '1956' });
    expect(textOf(messageIn(submitted))).toContain('That question has changed');
    expect(textOf(small.discord.message(summary.id) as SeenMessage)).toBe(before);
    expect(troubles(small)).toEqual([]);
  });

  async function questionLike(small: Club, prompt: string): Promise<SeenMessage> {
    for (let tries = 0; tries < 100; tries++) {
      const message = messageIn(await small.discord.as('Ben').type('/quiz question'));
      if (textOf(message).includes(prompt)) return message;
    }
    throw new Error(`“${prompt}” is never asked`);
  }
  const typedQuestion = (small: Club) => questionLike(small, 'When was the treaty signed?');
  const firstButton = (message: SeenMessage) =>
    textOf(message).includes('[A]') ? 'A' : (/\[(.*?)( ▾)?\]/.exec(textOf(message))?.[1] ?? '');
});

describe('texts from outside', () => {
  const HOSTILE = [
    '@everyone @here',
    '<@&1> <@1> <#1> </about:1>',
    '**bold** ~~x~~ `code` ||spoiler|| [link](https://evil.example)',
    '# heading',
    '> quote',
    '```\ncode\n```',
    '\\@everyone',
    '<:x:1> <t:1:R>',
  ];

  test.each(HOSTILE)('are said back as they stand, and ping nobody: %s', async (typed) => {
    const message = messageIn(await ana.type('/summary', { article: typed }, { channel: '#general' }));
    expect(message.pings).toEqual(NOBODY);
    const text = textOf(message);
    expect(text).not.toMatch(/(?<!\\)<[@#]/);
    expect(text).not.toMatch(/@(everyone|here)/);
    expect(text.split('\n')[1]).toMatch(/^The library has no article “/);
  });

  test.each(['topic', 'date'])('in the option %s of /onthisday too', async (option) => {
    for (const typed of HOSTILE) {
      const message = messageIn(await ana.type('/onthisday', { [option]: typed }));
      expect(message.pings).toEqual(NOBODY);
      expect(textOf(message)).not.toMatch(/(?<!\\)<[@#]|@(everyone|here)/);
    }
  });

  test('searched for in public ping nobody', async () => {
    for (const typed of HOSTILE) {
      const message = messageIn(await ana.type('/articles', { query: typed.slice(0, 40) }, { channel: '#general' }));
      expect(message.pings).toEqual(NOBODY);
      expect(textOf(message)).not.toMatch(/(?<!\\)<[@#]|@(everyone|here)/);
    }
  });

  test('typed as an answer ping nobody', async () => {
    const small = await aClub({ data: await aDataset() });
    const ben = small.discord.as('Ben');
    for (const typed of HOSTILE) {
      let message = messageIn(await ben.type('/quiz question', { difficulty: 'Medium' }));
      const dialog = dialogIn(await ben.press(message, 'Answer'));
      message = messageIn(await ben.submit(dialog, { Answer: typed.replaceAll('\n', ' ') }));
      expect(message.pings).toEqual(NOBODY);
      expect(textOf(message)).toContain('You answered: ');
      expect(textOf(message)).not.toMatch(/(?<!\\)<[@#]|@(everyone|here)/);
    }
  });

  test('a library with hostile texts is shown as it stands, and pings nobody', async () => {
    const headline = 'Talks @everyone <@&1> **now** [x](https://evil.example)';
    const data = await aDataset({ 'articles/leaders-call-2020.json': anArticle({ headline }) });
    const small = await aClub({ data });
    const ben = small.discord.as('Ben');
    const commands = [
      ['/articles', {}],
      ['/summary', { article: 'leaders-call-2020' }],
      ['/about', {}],
    ] as const;
    for (const [command, options] of commands) {
      const message = messageIn(await ben.type(command, options, { channel: '#general' }));
      expect(message.pings).toEqual(NOBODY);
      const bare = textOf(message).replaceAll('\\', '').replaceAll('\u200b', '');
      expect(bare).toContain(headline);
      expect(textOf(message)).not.toMatch(/(?<!\\)(<[@#]|\*\*now|\[x\])|@everyone/);
    }
  });
});

describe('when it is our fault', () => {
  /** Another program has thrown away what the bot stores. */
  async function aBrokenClub() {
    const broken = await aClub({ data: await aDataset() });
    await aSecondProgram(broken.storeUrl).run('DROP TABLE schedules');
    return broken;
  }

  test('whoever asked is told so, with a reference that stands in the log beside the cause', async () => {
    const broken = await aBrokenClub();
    const mona = broken.discord.as('Mona');
    const options = { channel: '#general', time: '09:00', zone: 'Europe/Berlin' };
    const message = messageIn(await mona.type('/schedule add', options, { channel: '#general' }));
    expect(message.onlyFor).toBe(mona.userId);
    const [, reference] =
      /^\*\*That went wrong\*\*\nIt is our fault, not yours\. .* this reference: `([0-9a-f]{8})`\.$/.exec(
        textOf(message),
      ) ?? [];
    expect(reference).toBeDefined();
    const cause = { message: expect.stringContaining('no such table: schedules') };
    expect(troubles(broken)).toMatchObject([
      { msg: 'interaction-failed', kind: 'command', name: 'schedule add', reference, err: cause },
    ]);
    expect(JSON.stringify(message)).not.toMatch(/SQLITE|no such table|\.ts:|node_modules/i);
  });

  test('the rest goes on', async () => {
    const broken = await aBrokenClub();
    expect(textOf(messageIn(await broken.discord.as('Ana').type('/about')))).toContain('About Attaché');
  });

  test('Discord that takes no answer does not stop the next one, and the log says what was wrong', async () => {
    const small = await aClub({ data: await aDataset() });
    small.discord.failNext({
      method: 'POST',
      path: /callback$/,
      status: 400,
      body: { message: 'Invalid Form Body', code: 50035 },
    });
    const message = messageIn(await small.discord.as('Ana').type('/about'));
    expect(textOf(message)).toContain('That went wrong');
    expect(troubles(small)).toMatchObject([{ msg: 'interaction-failed', name: 'about' }]);
    expect(textOf(messageIn(await small.discord.as('Ana').type('/about')))).toContain('About Attaché');
  });
});

describe('a store that is slow', () => {
  test('is waited for: Discord is asked for patience, and the answer comes when it can', {
    timeout: 10_000,
  }, async () => {
    const slow = await aClub({ data: await aDataset() });
    const other = aSecondProgram(slow.storeUrl);
    await other.run('BEGIN IMMEDIATE');
    const mona = slow.discord.as('Mona');
    const outcome = await mona.type('/schedule add', { channel: '#general', time: '09:00', zone: 'Europe/Berlin' });
    await other.run('COMMIT');
    if (outcome.kind !== 'thinking') throw new Error(JSON.stringify(outcome));
    expect(outcome.message.onlyFor).toBe(mona.userId);
    const message = await outcome.final();
    expect(textOf(message as SeenMessage)).toContain('### Schedule added');
    await slow.stop();
    expect(troubles(slow)).toEqual([]);
    expect(slow.log.filter(({ msg }) => msg === 'interaction').at(-1)).toMatchObject({
      msg: 'interaction',
      name: 'schedule add',
    });
  });
});

describe('the log', () => {
  test('has one line for each interaction, with its kind, name, server and latency', async () => {
    const small = await aClub({ data: await aDataset() });
    const ben = small.discord.as('Ben');
    const summary = messageIn(await ben.type('/summary', { article: 'leaders-call-2020' }));
    await ben.complete('/summary', 'article', 'lead');
    await ben.press(summary, 'Key facts');
    const question = await small.discord.as('Ben').type('/quiz question', { difficulty: 'Medium' });
    const dialog = dialogIn(await ben.press(messageIn(question), 'Answer'));
    await ben.submit(dialog, { Answer: 'Moscow' });
    await small.stop();
    const guild = small.discord.world.guilds[0]?.guildId;
    const lines = small.log.filter(({ msg }) => msg === 'interaction');
    expect(lines.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'command summary',
      'autocomplete summary',
      'press facts',
      'command quiz question',
      'press type',
      'dialog typed',
    ]);
    for (const line of lines) expect(line).toMatchObject({ guild, ms: expect.any(Number), level: 30 });
  });

  test('has no token, no message text and no name of a person, whatever happens', { timeout: 10_000 }, async () => {
    const secret = 'Zanzibar-Quokka';
    const people = ['Mona', 'Ana', 'Ben', 'Chi', secret].map((name) => ({ name }));
    const members = [...MODEL_UN_CLUB.members, { name: secret }];
    const world = { ...DEFAULT_SEED, people, guilds: [{ ...MODEL_UN_CLUB, members }] };
    const small = await aClub({ data: await aDataset(), world });
    const person = small.discord.as(secret);
    const broken = {
      method: 'POST',
      path: /callback$/,
      status: 400,
      body: { message: 'Invalid Form Body', code: 50035 },
    };
    await person.type('/summary', { article: 'xyzzy-plugh' });
    await person.complete('/summary', 'article', 'xyzzy-plugh');
    for (const ask of [
      () => person.type('/summary', { article: 'xyzzy-plugh' }),
      () => person.complete('/summary', 'article', 'xyzzy-plugh'),
    ]) {
      small.discord.failNext(broken);
      await ask();
    }
    const question = messageIn(await person.type('/quiz question', { difficulty: 'Medium' }));
    const dialog = dialogIn(await person.press(question, 'Answer'));
    small.discord.failNext(broken);
    await person.submit(dialog, { Answer: 'xyzzy-plugh' });
    small.discord.dropConnections();
    await small.discord.whenConnected();
    await small.restart();
    const told = JSON.stringify(small.log);
    expect(told).toContain('interaction-failed');
    expect(told).not.toContain(small.discord.token);
    expect(told).not.toMatch(/xyzzy|plugh|Zanzibar|Quokka|In which city|No such article/i);
    expect(told).not.toMatch(/[A-Za-z0-9_-]{50,}/);
  });
});
