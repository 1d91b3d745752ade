import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/domain/library.ts';
import { buttonsOf, menusOf, textOf } from '../../src/playground/discord/messageText.ts';
import type { SeenMessage } from '../../src/playground/discord/sight.ts';
import { messageIn, openClub } from '../support/aClub.ts';
import { pagesFrom } from '../support/turning.ts';

const club = await openClub();
afterAll(() => club.close());
const ana = club.discord.as('Ana');
const ben = club.discord.as('Ben');

const SUGA = { article: 'suga-putin-call-2020' };
const suga = articleFile('suga-putin-call-2020');
const islands = articleFile('northern-territories-dispute');

function articleFile(id: string): Article {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../../data/articles/${id}.json`), 'utf8'));
}

/** Texts without the backslashes that keep them from being read as Markdown. */
const read = (text: string) => text.replaceAll('\\', '');
const spoken = (sentences: readonly { readonly text: string }[]) => sentences.map(({ text }) => text);

describe('a lookup', () => {
  test.each([
    ['/summary', SUGA],
    ['/facts', SUGA],
    ['/timeline', SUGA],
    ['/articles', {}],
    ['/glossary', {}],
    ['/onthisday', {}],
    ['/help', {}],
    ['/about', {}],
  ])('%s is for everyone in the channel, and with private: True for the caller alone', async (name, options) => {
    const shown = messageIn(await ana.type(name, options, { channel: '#general' }));
    expect(ben.messages('#general').at(-1)).toMatchObject({ id: shown.id });
    const hidden = messageIn(await ana.type(name, { ...options, private: true }, { channel: '#general' }));
    expect(hidden.onlyFor).toBe(ana.userId);
    expect(ana.messages('#general').at(-1)?.id).toBe(hidden.id);
    expect(ben.messages('#general').at(-1)?.id).toBe(shown.id);
  });

  test.each([
    ['/summary', SUGA],
    ['/facts', SUGA],
    ['/timeline', SUGA],
    ['/articles', {}],
    ['/quiz question', {}],
    ['/onthisday', {}],
    ['/help', {}],
    ['/about', {}],
  ])('%s works in direct messages', async (name, options) => {
    const outcome = await ana.type(name, options, { channel: 'dm' });
    expect(outcome.kind).toBe('message');
    expect(textOf(messageIn(outcome))).not.toContain('Only on a server');
  });
});

describe('/summary', () => {
  test.each([
    ['One line', [suga.summary.line]],
    ['Standard', suga.summary.standard],
    [undefined, suga.summary.standard],
    ['Full', suga.summary.full],
  ])('of length %s has every sentence with the numbers of its facts', async (length, sentences) => {
    const message = messageIn(await ana.type('/summary', { ...SUGA, ...(length ? { length } : {}) }));
    const text = read((await pagesFrom(ana, message)).join('\n'));
    for (const sentence of sentences) {
      const numbers = sentence.facts.map((id) => suga.facts.findIndex((fact) => fact.id === id) + 1);
      const cited = numbers.toSorted((a, b) => a - b).map((number) => `[${number}]`);
      expect(text).toContain(`${sentence.text} ${cited.join('')}`);
    }
  });

  test('names the source with its link and its publication date', async () => {
    const text = read(textOf(messageIn(await ana.type('/summary', SUGA))));
    const { publisher, headline, url } = suga.source;
    expect(text).toContain(`[${publisher}: ${headline}](<${url}>), published September 2020`);
  });

  test('tells at full length where the parties differ', async () => {
    const pages = await pagesFrom(ana, messageIn(await ana.type('/summary', { ...SUGA, length: 'full' })));
    expect(pages).toHaveLength(2);
    for (const { party, text } of suga.positions) {
      expect(read(pages[1] ?? '')).toContain(`**${party}**: ${text}`);
    }
  });

  test('has its source as a button that opens the page', async () => {
    const message = messageIn(await ana.type('/summary', SUGA));
    expect(buttonsOf(message).at(-1)).toEqual({ label: 'Source', url: suga.source.url, disabled: false });
    expect(await ana.press(message, 'Source')).toMatchObject({ notice: 'It is a link: it opens in the browser.' });
  });

  test('finds an article by its headline as it stands', async () => {
    expect(textOf(messageIn(await ana.type('/summary', { article: suga.headline })))).toContain(suga.headline);
  });

  test('of an article that there is not offers the nearest ones, to the caller alone, and opens the chosen one', async () => {
    const message = messageIn(await ana.type('/summary', { article: 'sugas cal with puttin' }));
    expect(message.onlyFor).toBe(ana.userId);
    expect(textOf(message)).toContain('The library has no article “sugas cal with puttin”.');
    expect(menusOf(message)[0]?.options[0]?.label).toBe(suga.headline);
    const opened = messageIn(await ana.choose(message, 'Did you mean one of these?', [suga.headline]));
    expect(opened.onlyFor).toBe(ana.userId);
    expect(read(textOf(opened))).toContain(suga.summary.standard[0]?.text);
  });

  test('of an article that nothing is like says how to find one', async () => {
    const text = textOf(messageIn(await ana.type('/summary', { article: 'qqqqqqqq' })));
    expect(text).toMatch(/Pick one from the list while typing, or browse with <\/articles:\d+>\./);
  });
});

describe('/facts', () => {
  test('turn by their buttons until the last, none lost and none twice', async () => {
    const message = messageIn(await ana.type('/facts', SUGA));
    expect(buttonsOf(message).find(({ label }) => label === 'Previous')?.disabled).toBe(true);
    const pages = await pagesFrom(ana, message);
    expect(pages).toHaveLength(Math.ceil(suga.facts.length / 5));
    const numbers = [...pages.join('\n').matchAll(/^\*\*(\d+) · /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(suga.facts.map((_, index) => index + 1));
    for (const { text } of suga.facts) expect(read(pages.join('\n'))).toContain(text);
  });

  test('turn back', async () => {
    const first = messageIn(await ana.type('/facts', SUGA));
    const second = messageIn(await ana.press(first, 'Next'));
    expect(textOf(second)).toContain('Page 2 of ');
    expect(textOf(messageIn(await ana.press(second, 'Previous')))).toContain('Page 1 of ');
  });

  test('each have their date and a link to who says so', async () => {
    const text = read(textOf(messageIn(await ana.type('/facts', SUGA))));
    expect(text).toContain(`**3 · 29 September 2020** — ${suga.facts[2]?.text}`);
    expect(text).toContain(`[Nikkei Asia](<${suga.source.url}>), paragraph 1, published September 2020`);
  });
});

test('/timeline goes in order through all pages', async () => {
  const message = messageIn(await ana.type('/timeline', { article: islands.id }));
  const text = read((await pagesFrom(ana, message)).join('\n'));
  const places = spoken(islands.timeline).map((entry) => text.indexOf(entry));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

describe('the sides of an article', () => {
  test('replace one another in the same message', async () => {
    const summary = messageIn(await ana.type('/summary', SUGA));
    const facts = messageIn(await ana.press(summary, 'Key facts'));
    const timeline = messageIn(await ana.press(facts, 'Timeline'));
    const again = messageIn(await ana.press(timeline, 'Summary'));
    expect([facts.id, timeline.id, again.id]).toEqual([summary.id, summary.id, summary.id]);
    expect(textOf(facts)).toContain(`${suga.facts.length} key facts`);
    expect(read(textOf(timeline))).toContain(suga.timeline[0]?.text);
    expect(textOf(again)).toBe(textOf(summary));
  });

  test('cannot be opened twice: the open one is off', async () => {
    const off = (message: SeenMessage) => buttonsOf(message).flatMap(({ label, disabled }) => (disabled ? label : []));
    const summary = messageIn(await ana.type('/summary', SUGA));
    expect(off(summary)).toEqual(['Summary']);
    expect(off(messageIn(await ana.press(summary, 'Timeline')))).toEqual(['Timeline']);
  });

  test('open for somebody else as a private copy, and the public message stays', async () => {
    const summary = messageIn(await ana.type('/summary', SUGA, { channel: '#general' }));
    const copy = messageIn(await ben.press(summary, 'Key facts'));
    expect(copy).toMatchObject({ onlyFor: ben.userId });
    expect(textOf(copy)).toContain(`Page 1 of ${Math.ceil(suga.facts.length / 5)}`);
    expect(textOf(club.discord.message(summary.id) ?? summary)).toBe(textOf(summary));
    const turned = messageIn(await ben.press(copy, 'Next'));
    expect(turned.id).toBe(copy.id);
    expect(textOf(turned)).toContain('Page 2 of ');
  });

  test('lead to a question on the article, beside what was read', async () => {
    const summary = messageIn(await ana.type('/summary', SUGA, { channel: '#general' }));
    const question = messageIn(await ana.press(summary, 'Quiz me'));
    expect(question.onlyFor).toBe(ana.userId);
    expect(suga.questions.map(({ prompt }) => `### ${prompt}`)).toContain(read(textOf(question).split('\n')[1] ?? ''));
    expect(textOf(club.discord.message(summary.id) ?? summary)).toBe(textOf(summary));
  });
});

describe('/articles', () => {
  test('turns through the whole library, newest first', async () => {
    const pages = await pagesFrom(ana, messageIn(await ana.type('/articles')));
    const dates = [...pages.join('\n').matchAll(/^-# (?:\d+ )?(?:[A-Z][a-z]+ )?(\d{4}) · /gm)].map(([, year]) =>
      Number(year),
    );
    expect(dates.length).toBe(readdirSync(join(import.meta.dirname, '../../data/articles')).length);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  });

  test('keeps to a topic, over the pages too', async () => {
    const message = messageIn(await ana.type('/articles', { topic: 'japan-russia' }));
    const text = (await pagesFrom(ana, message)).join('\n');
    expect(text).toMatch(/-# \d+ articles on Japan and Russia · newest first/);
    expect(text).toContain('Treaty of Portsmouth');
    expect(text).not.toContain('The Joint Communiqué of 1972');
  });

  test('finds what is searched for, with typos', async () => {
    const text = textOf(messageIn(await ana.type('/articles', { query: 'Portsmuth' })));
    expect(text).toContain('matching “Portsmuth”');
    expect(text.split('\n')[2]).toContain('Portsmouth');
  });

  test('says what to do when nothing fits', async () => {
    const text = textOf(messageIn(await ana.type('/articles', { query: 'qqqqqqq' })));
    expect(text).toContain('0 articles matching “qqqqqqq”');
    expect(text).toContain('Try fewer or other words');
  });

  test('refuses a topic that there is not, with the nearest', async () => {
    const message = messageIn(await ana.type('/articles', { topic: 'cold wra' }));
    expect(message.onlyFor).toBe(ana.userId);
    expect(textOf(message)).toContain('There is no topic “cold wra”. Did you mean The Cold War');
  });

  test('opens the article that is chosen, beside the list', async () => {
    const list = messageIn(await ana.type('/articles', {}, { channel: '#general' }));
    const first = menusOf(list)[0]?.options[0];
    const article = articleFile(first?.value ?? '');
    const opened = messageIn(await ben.choose(list, 'Open an article', [article.headline]));
    expect(opened).toMatchObject({ onlyFor: ben.userId });
    expect(read(textOf(opened))).toContain(article.summary.standard[0]?.text);
    const own = messageIn(await ana.choose(list, 'Open an article', [article.headline]));
    expect(own).toMatchObject({ onlyFor: ana.userId });
    expect(textOf(club.discord.message(list.id) ?? list)).toBe(textOf(list));
  });
});

test('/help names every command that is registered, as something to press', async () => {
  const text = (await pagesFrom(ana, messageIn(await ana.type('/help')))).join('\n');
  const offers = club.discord.as('Mona').commands('#general');
  expect(offers.length).toBeGreaterThan(14);
  for (const { name, command } of offers) expect(text).toContain(`<${name}:${command.id}>`);
});

test('/about tells version, size, newest article and what is stored', async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  const lines = textOf(messageIn(await ana.type('/about'))).split('\n');
  expect(lines[1]).toBe(`Version ${version}`);
  expect(lines[2]).toMatch(
    /^[\d,]+ articles, [\d,]+ facts, [\d,]+ questions, [\d,]+ events and [\d,]+ terms, each with its source\.$/,
  );
  expect(lines[3]).toMatch(/^Newest article: .+, .* \d{4}$/);
  expect(lines.join('\n')).toContain('Solo questions and answers are not stored.');
});
