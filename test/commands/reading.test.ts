/** The commands that read the library: what they give, and what they say when it is not there. */

import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import type { Term } from '../../src/domain/glossary.ts';
import { SUMMARY_LENGTHS } from '../../src/domain/library.ts';
import { plain } from '../../src/views/markdown.ts';
import { aContext, cardOf, press, run, suggested } from '../support/aContext.ts';
import { aLibrary, anArticle, anEvent, aTerm, aTopic, TODAY } from '../support/anArticle.ts';
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

describe('the topic of the glossary', () => {
  const topics = [aTopic(), aTopic({ id: 'glossary', name: 'Glossary of diplomacy' })];

  test.each(['articles', 'onthisday'])('is not one of /%s, which says where its terms are', async (name) => {
    const near = await aContext({ library: aLibrary({ topics }) });
    expect(suggested(name, 'topic', '', near).map(({ value }) => value)).toEqual(['europe']);
    const reply = await run(name, { topic: 'Glossary of diplomacy' }, near);
    expect([reply.to, textOf(cardOf(reply))]).toEqual(['caller', expect.stringContaining('with </glossary:7>')]);
  });

  test('is one of quizzes', async () => {
    const near = await aContext({ library: aLibrary({ topics }) });
    expect(suggested('quiz question', 'topic', 'gloss', near).map(({ value }) => value)).toEqual(['glossary']);
  });
});

describe('/glossary', () => {
  const terms = ['démarche', 'note verbale', 'good offices'].map((name, n) =>
    aTerm({ id: `term-${n}`, name, forms: n ? [] : ['démarches'], definition: `Definition number ${n}.`, related: [] }),
  );
  const [demarche] = terms;
  const small = aLibrary({ terms });

  test('explains a term with its example, the facts that this rests on, and the source', async () => {
    const reply = await run('glossary', { term: 'term-0' }, await aContext({ library: small }));
    expect(reply.to).toBe('channel');
    const text = textOf(cardOf(reply));
    const [article] = small.articles;
    for (const part of ['Démarche', 'also: démarches', 'Definition number 0.', demarche?.example.text, 'The Lexicon']) {
      expect(text).toContain(part);
    }
    expect(text).toContain(article?.facts.find(({ id }) => id === 'call')?.text);
  });

  test.each(['Démarche', ' demarches ', 'DEMARCHE'])('finds a term typed as “%s”', async (term) => {
    const text = textOf(cardOf(await run('glossary', { term }, await aContext({ library: small }))));
    expect(text).toContain('Definition number 0.');
  });

  test('of an unknown term names the nearest, to the caller alone', async () => {
    const reply = await run('glossary', { term: 'note verbal' }, await aContext({ library: small }));
    expect([reply.to, textOf(cardOf(reply))]).toEqual(['caller', expect.stringContaining('Did you mean note verbale')]);
  });

  test('lists all terms when none is named, and is private when asked', async () => {
    const reply = await run('glossary', { private: true }, await aContext({ library: small }));
    expect(reply.to).toBe('caller');
    for (const { definition } of terms) expect(textOf(cardOf(reply))).toContain(definition);
  });

  test('suggests terms as they are typed', async () => {
    const near = await aContext({ library: small });
    expect(suggested('glossary', 'term', 'offices', near)).toEqual([{ label: 'Good offices', value: 'term-2' }]);
    expect(suggested('glossary', 'term', '', near).map(({ label }) => label)).toEqual([
      'Démarche',
      'Good offices',
      'Note verbale',
    ]);
  });

  test('turns its pages in place', async () => {
    expect((await press({ kind: 'glossary', page: 3 }, context)).to).toBe('here');
  });

  test('explains the term chosen in a menu, and the one a button names, to the caller alone', async () => {
    const near = await aContext({ library: small });
    const chosen = await press({ kind: 'explain' }, near, { chosen: ['term-0'] });
    const named = await press({ kind: 'term', term: 'term-0' }, near);
    expect([chosen.to, named.to]).toEqual(['caller', 'caller']);
    for (const reply of [chosen, named]) expect(textOf(cardOf(reply))).toContain('Definition number 0.');
    const lost = await press({ kind: 'term', term: 'lost' }, near);
    expect(textOf(cardOf(lost))).toContain('Use the command again');
  });

  test('stands under the summary of an article that uses its terms, and under no other', async () => {
    const line = { text: 'The leaders spoke by telephone.', facts: ['call'] };
    const used = aTerm({ id: 'telephone', name: 'telephone', forms: [] });
    const menuOf = async (terms: readonly Term[]) => {
      const article = anArticle({ summary: { ...anArticle().summary, line } });
      const library = aLibrary({ articles: [article], terms });
      const reply = await run('summary', { article: article.id, length: 'line' }, await aContext({ library }));
      return cardOf(reply).blocks.flatMap((block) => (block.kind === 'menu' ? block.options : []));
    };
    expect((await menuOf([used, ...terms])).map(({ value }) => value)).toEqual(['telephone']);
    expect(await menuOf(terms)).toEqual([]);
  });
});

test('/about tells of the whole library', async () => {
  const text = textOf(cardOf(await run('about', {}, context)));
  expect(text).toContain('Version 0.1.0');
  expect(text).toContain(`${library.articles.length} articles`);
});
