/** The commands that read the library: what they give, and what they say when it is not there. */

import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { SUMMARY_LENGTHS } from '../../src/domain/library.ts';
import { plain } from '../../src/views/markdown.ts';
import { aContext, cardOf, press, run, suggested } from '../support/aContext.ts';
import { aLibrary, anEvent, TODAY } from '../support/anArticle.ts';
import { faultsOf, textOf } from '../support/discordLimits.ts';

const library = await loadLibrary('data', TODAY);
const context = await aContext({ library });
const SUGA = 'suga-putin-call-2020';
const suga = library.article(SUGA);
if (!suga) throw new Error('the library has lost its first article');

describe('/summary', () => {
  test.each(SUMMARY_LENGTHS)('of length %s tells every article, to everyone', async (length) => {
    for (const { id, headline } of library.articles) {
      const reply = await run('summary', { article: id, length }, context);
      expect(reply.to).toBe('channel');
      expect(faultsOf(cardOf(reply))).toEqual([]);
      expect(textOf(cardOf(reply))).toContain(plain(headline));
    }
  });

  test('is of standard length when none is given, or one that there is not', async () => {
    for (const values of [{}, { length: 'endless' }]) {
      const text = textOf(cardOf(await run('summary', { article: SUGA, ...values }, context)));
      expect(suga.summary.standard.filter((sentence) => !text.includes(plain(sentence.text)))).toEqual([]);
    }
  });

  test('finds an article by its headline, however it is written', async () => {
    const typed = ` ${suga.headline.toUpperCase()}! `;
    expect(textOf(cardOf(await run('summary', { article: typed }, context)))).toContain(plain(suga.headline));
  });

  test('of an unknown article offers the nearest to the caller alone', async () => {
    const reply = await run('summary', { article: 'sugga putin' }, context);
    expect(reply.to).toBe('caller');
    const menu = cardOf(reply).blocks.find(({ kind }) => kind === 'menu');
    expect(menu?.kind === 'menu' && menu.options[0]?.value).toBe(SUGA);
  });

  test('of what nothing is like says how to browse, and repeats only the beginning of it', async () => {
    const card = cardOf(await run('summary', { article: 'zzqq'.repeat(1500) }, context));
    expect(faultsOf(card)).toEqual([]);
    expect(textOf(card)).toContain('browse with </articles:7>');
  });
});

describe.each(['summary', 'facts', 'timeline'])('/%s', (name) => {
  test('is private when asked', async () => {
    expect((await run(name, { article: SUGA, private: true }, context)).to).toBe('caller');
    expect((await run(name, { article: SUGA, private: false }, context)).to).toBe('channel');
  });

  test('turns its pages in place, and says when the article is gone', async () => {
    const at = (article: string) =>
      press({ kind: name, article, page: 1, ...(name === 'summary' ? { length: 'full' } : {}) } as never, context);
    expect((await at(SUGA)).to).toBe('here');
    expect(textOf(cardOf(await at('lost')))).toContain('Use the command again');
  });
});

describe('/articles', () => {
  test('lists all, newest first', async () => {
    const text = textOf(cardOf(await run('articles', {}, context)));
    expect(text).toContain(`${library.articles.length} articles`);
    expect(text.indexOf(plain(library.articles[0]?.headline ?? '?'))).toBeGreaterThan(0);
  });

  test('searches', async () => {
    const text = textOf(cardOf(await run('articles', { query: 'suga putin' }, context)));
    expect(text).toContain(plain(suga.headline));
  });

  test('stays on a topic, by its id or by its name', async () => {
    const [byId, byName] = await Promise.all(
      ['japan-russia', 'Japan & Russia'].map((topic) => run('articles', { topic }, context)),
    );
    expect(byId).toEqual(byName);
    expect(textOf(cardOf(byId ?? (await run('articles', {}, context))))).toContain('on Japan and Russia');
  });

  test('of an unknown topic names the nearest', async () => {
    const text = textOf(cardOf(await run('articles', { topic: 'midle east' }, context)));
    expect(text).toContain('Did you mean The Middle East');
  });

  test('finds nothing in words, not in silence', async () => {
    expect(textOf(cardOf(await run('articles', { query: 'zzzzqqqq' }, context)))).toContain('Nothing fits');
  });

  test('opens the article chosen in its menu to the one who chose', async () => {
    const reply = await press({ kind: 'open' }, context, { chosen: [SUGA] });
    expect([reply.to, textOf(cardOf(reply)).includes(plain(suga.headline))]).toEqual(['caller', true]);
  });
});

describe('/onthisday', () => {
  test('tells of today', async () => {
    const near = aLibrary({ events: [anEvent({ id: '1920-11-25-x', date: '1920-11-25', title: 'Envoys meet' })] });
    const text = textOf(cardOf(await run('onthisday', {}, await aContext({ library: near }))));
    expect(text).toContain('On this day: 25 November');
    expect(text).toContain('1920 · Envoys meet');
  });

  test.each(['30 February', '2021-02-29', '9/11', 'whenever', '@everyone'.repeat(500)])(
    'refuses “%s” to the caller alone',
    async (date) => {
      const reply = await run('onthisday', { date }, context);
      expect(reply.to).toBe('caller');
      expect(textOf(cardOf(reply))).toContain('is not a day of the calendar');
      expect(faultsOf(cardOf(reply))).toEqual([]);
    },
  );

  test('tells of 29 February in any year', async () => {
    const text = textOf(cardOf(await run('onthisday', { date: '29 Feb' }, context)));
    expect(text).toContain('On this day: 29 February');
  });

  test('suggests days with the number of their events', () => {
    expect(suggested('onthisday', 'date', '19 oct', context)[0]?.label).toMatch(/^19 October · \d+ events?$/);
  });
});

test('/about tells of the whole library', async () => {
  const text = textOf(cardOf(await run('about', {}, context)));
  expect(text).toContain('Version 0.1.0');
  expect(text).toContain(`${library.articles.length} articles`);
});
