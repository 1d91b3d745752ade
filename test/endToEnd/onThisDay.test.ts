import { afterAll, describe, expect, test } from 'vitest';
import { buttonsOf, menusOf, textOf } from '../../src/playground/discord/messageText.ts';
import type { SeenMessage } from '../../src/playground/discord/sight.ts';
import { aClub, messageIn, openClub } from '../support/aClub.ts';
import { aDataset } from '../support/aDataset.ts';
import { anEvent } from '../support/anArticle.ts';
import { pagesFrom } from '../support/turning.ts';

const club = await openClub();
afterAll(() => club.close());
const ana = club.discord.as('Ana');

const titleOf = (message: SeenMessage) => textOf(message).split('\n')[0]?.replace('### On this day: ', '');
const labelsOf = (message: SeenMessage) => buttonsOf(message).map(({ label }) => label);
const yearsIn = (message: SeenMessage) => [...textOf(message).matchAll(/^\*\*(\d{4}) · /gm)].map(([, year]) => year);
const day = async (date: string) => messageIn(await ana.type('/onthisday', { date }));

describe('a day', () => {
  test('is today if none is given: with years, why it mattered, and sources', async () => {
    const text = textOf(messageIn(await ana.type('/onthisday')));
    expect(text).toContain('### On this day: 29 September');
    expect(text).toContain(
      '**2020 · First telephone call between Yoshihide Suga and Vladimir Putin**\n-# held · 20 years ago',
    );
    expect(text).toContain('*Why it mattered:* ');
    expect(text).toMatch(/^-# \[Nikkei Asia: .*\]\(<https:\/\/asia\.nikkei\.com\/.*>\)/m);
  });

  test('has its events oldest first', async () => {
    expect(yearsIn(await day('29 September')).slice(0, 2)).toEqual(['1972', '2020']);
  });

  test.each([
    ['tomorrow', '30 September'],
    ['19 october', '19 October'],
    ['Oct 19', '19 October'],
    ['10-19', '19 October'],
    ['1956-10-19', '19 October'],
    ['29th of Februry', '29 February'],
  ])('is read from “%s”', async (typed, title) => {
    expect(titleOf(await day(typed))).toBe(title);
  });

  test.each(['30 February', '29 February 2039', '9/11', 'someday', '2040-13-01'])(
    '“%s” is refused in words',
    async (typed) => {
      const message = await day(typed);
      expect(message.onlyFor).toBe(ana.userId);
      expect(textOf(message)).toBe(
        `**No such day**\n“${typed}” is not a day of the calendar. Write it like “29 September”, “09-29” or “today”.`,
      );
    },
  );

  test('29 February is remembered on 28 February of a common year', async () => {
    const told = async (typed: string) => (await pagesFrom(ana, await day(typed))).join('\n');
    for (const typed of ['29 February', '2039-02-28'])
      expect(await told(typed)).toMatch(/^\*\*2012 · [\s\S]*^\*\*2020 · /m);
    expect(await told('2040-02-28')).not.toContain('**2020 · ');
  });

  test('keeps to a topic', async () => {
    const topical = messageIn(await ana.type('/onthisday', { date: '29 September', topic: 'japan-russia' }));
    expect(textOf(topical)).toContain('-# topic: Japan and Russia');
    expect(yearsIn(topical)).toContain('2020');
    expect(yearsIn(topical)).not.toContain('1972');
    const next = messageIn(await ana.press(topical, 'Next day'));
    expect(textOf(next)).toContain('### On this day: 30 September\n-# topic: Japan and Russia');
    expect(textOf(messageIn(await ana.press(next, 'Previous day')))).toBe(textOf(topical));
  });

  test('is the day that it is where the server is', async () => {
    const down = await aClub({ at: '2040-09-29T20:00:00Z' });
    const [mona, ben] = [down.discord.as('Mona'), down.discord.as('Ben')];
    expect(titleOf(messageIn(await ben.type('/onthisday')))).toBe('29 September');
    await mona.type('/schedule add', { channel: '#on-this-day', time: '09:00', zone: 'Pacific/Auckland' });
    expect(titleOf(messageIn(await ben.type('/onthisday')))).toBe('30 September');
  });
});

describe('the days around it', () => {
  test.each([
    ['1 January', 'Previous day', '31 December'],
    ['31 December', 'Next day', '1 January'],
    ['2040-03-01', 'Previous day', '29 February'],
    ['2039-03-01', 'Previous day', '28 February'],
    ['2040-02-29', 'Next day', '1 March'],
    ['30 April', 'Next day', '1 May'],
  ])('from %s, “%s” is %s, in the same message', async (from, button, to) => {
    const first = await day(from);
    const turned = messageIn(await ana.press(first, button));
    expect(turned.id).toBe(first.id);
    expect(titleOf(turned)).toBe(to);
  });

  test('and back again are the same', async () => {
    const first = await day('1 January');
    const there = messageIn(await ana.press(first, 'Previous day'));
    expect(textOf(messageIn(await ana.press(there, 'Next day')))).toBe(textOf(first));
  });

  test('turn for somebody else in a private copy', async () => {
    const first = messageIn(await ana.type('/onthisday', {}, { channel: '#general' }));
    const copy = messageIn(await club.discord.as('Ben').press(first, 'Next day'));
    expect(copy.onlyFor).toBe(club.discord.as('Ben').userId);
    expect(titleOf(copy)).toBe('30 September');
    expect(titleOf(club.discord.message(first.id) ?? copy)).toBe('29 September');
  });
});

describe('a day without events', () => {
  test('says so, and leads to the nearest one that has some', async () => {
    const small = await aClub({ data: await aDataset() });
    const ben = small.discord.as('Ben');
    const empty = messageIn(await ben.type('/onthisday'));
    expect(textOf(empty)).toContain('Nothing in the library for this day.');
    expect(labelsOf(empty)).toEqual(['Previous day', 'Next day', 'Nearest: 19 October']);
    const nearest = messageIn(await ben.press(empty, 'Nearest: 19 October'));
    expect(nearest.id).toBe(empty.id);
    expect(textOf(nearest)).toContain('**1956 · The treaty is signed**\n-# signed · 84 years ago');
    const onTopic = messageIn(await ben.type('/onthisday', { topic: 'europe' }));
    expect(textOf(onTopic)).toContain('Nothing in the library for this day on Europe.');
  });
});

test('a day with many events has pages, none of them cut', async () => {
  const events = Array.from({ length: 12 }, (_, index) =>
    anEvent({
      id: `19${50 + index}-10-19-treaty`,
      date: `19${50 + index}-10-19`,
      title: `Treaty ${index + 1} is signed`,
    }),
  );
  const small = await aClub({ data: await aDataset({ 'events/10.json': { events } }) });
  const ben = small.discord.as('Ben');
  let page = messageIn(await ben.type('/onthisday', { date: '19 October' }));
  const years = [...yearsIn(page)];
  while (labelsOf(page).includes('Next') && !buttonsOf(page).find(({ label }) => label === 'Next')?.disabled) {
    page = messageIn(await ben.press(page, 'Next'));
    years.push(...yearsIn(page));
  }
  expect(years).toEqual(events.map(({ date }) => date.slice(0, 4)));
});

describe('what is pressed under a day', () => {
  test('“Quiz me” asks about an article of that day, the presser alone', async () => {
    const message = messageIn(await ana.type('/onthisday', { topic: 'japan-russia' }, { channel: '#general' }));
    const question = messageIn(await ana.press(message, 'Quiz me'));
    expect(question.onlyFor).toBe(ana.userId);
    expect(textOf(question)).toMatch(/ · (Easy|Medium|Hard)\n### /);
    expect(titleOf(club.discord.message(message.id) ?? question)).toBe('29 September');
  });

  test('“Read more” opens the article of an event', async () => {
    const message = messageIn(await ana.type('/onthisday', { topic: 'japan-russia' }, { channel: '#general' }));
    const [menu] = menusOf(message);
    const opened = messageIn(await ana.choose(message, 'Read more', [menu?.options[0]?.label ?? '']));
    expect(opened.onlyFor).toBe(ana.userId);
    expect(textOf(opened)).toContain("### Suga's first call with Putin");
  });
});
