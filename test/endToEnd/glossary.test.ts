import { describe, expect, test } from 'vitest';
import { buttonsOf, menusOf, textOf } from '../../src/playground/discord/messageText.ts';
import type { SeenMessage } from '../../src/playground/discord/sight.ts';
import { aClub, dialogIn, messageIn } from '../support/aClub.ts';
import { aDataset } from '../support/aDataset.ts';
import { anArticle, aTerm, aTopic } from '../support/anArticle.ts';
import { aQuizNight, REVEALED } from '../support/aQuizNight.ts';

const NAMES = ['démarche', 'good offices', 'mediation', 'note verbale'];
const terms = NAMES.map((name, n) =>
  aTerm({
    id: `term-${n}`,
    name,
    forms: [],
    definition: `What is done in step ${n} of a dispute.`,
    example: { text: `The leaders used a ${name} by telephone.`, article: 'leaders-call-2020', facts: ['call'] },
  }),
);

function aGlossary(summary = anArticle().summary) {
  return aDataset({
    'articles/leaders-call-2020.json': anArticle({ summary }),
    'glossary.json': { terms },
    'topics.json': { topics: [aTopic(), aTopic({ id: 'glossary', name: 'Glossary of diplomacy' })] },
  });
}

async function aReadingClub(summary = anArticle().summary) {
  const club = await aClub({ data: await aGlossary(summary) });
  return { club, ana: club.discord.as('Ana'), ben: club.discord.as('Ben') };
}

describe('/glossary', () => {
  test('suggests a term while it is typed, and explains it to everyone', async () => {
    const { ana, ben } = await aReadingClub();
    const completion = await ana.complete('/glossary', 'term', 'verb');
    expect(completion.kind === 'choices' && completion.choices.map(({ name }) => name)).toEqual(['Note verbale']);
    const message = messageIn(await ana.type('/glossary', { term: 'term-3' }, { channel: '#general' }));
    expect(ben.messages('#general').at(-1)?.id).toBe(message.id);
    const text = textOf(message);
    expect(text).toContain('What is done in step 3 of a dispute.');
    expect(text).toContain('The leaders used a note verbale by telephone.');
    expect(text).toContain('The two leaders spoke by telephone for 20 minutes.');
    expect(text).toContain('[The Lexicon: Words of diplomacy](<https://lexicon.example/words>)');
  });

  test('leads to the article of its example, and to all terms', async () => {
    const { ana } = await aReadingClub();
    const message = messageIn(await ana.type('/glossary', { term: 'term-0' }));
    expect(textOf(messageIn(await ana.press(message, 'Read the article')))).toContain(anArticle().headline);
    const again = messageIn(await ana.type('/glossary', { term: 'term-0' }));
    expect(textOf(messageIn(await ana.press(again, 'All terms')))).toContain('4 terms');
  });
});

test('a summary that uses terms explains the one that a reader chooses, to nobody else', async () => {
  const line = { text: 'After a note verbale and mediation the leaders spoke.', facts: ['call'] };
  const { ana, ben } = await aReadingClub({ ...anArticle().summary, line });
  const article = 'leaders-call-2020';
  const message = messageIn(await ana.type('/summary', { article, length: 'One line' }, { channel: '#general' }));
  const [menu] = menusOf(message);
  expect(menu?.options.map(({ label }) => label)).toEqual(['Note verbale', 'Mediation']);
  const explained = messageIn(await ben.choose(message, menu?.placeholder ?? '', ['Mediation']));
  expect(explained.onlyFor).toBe(ben.userId);
  expect(textOf(explained)).toContain('What is done in step 2 of a dispute.');
});

describe('a quiz on the glossary', () => {
  const nameIn = (message: SeenMessage) => NAMES[Number(/step (\d)/.exec(textOf(message))?.[1])] ?? 'none';

  test('asks a member alone, and a wrong answer leads to the term with its source', async () => {
    const { ana } = await aReadingClub();
    const topic = 'Glossary of diplomacy';
    const question = messageIn(await ana.type('/quiz question', { topic, difficulty: 'Hard' }));
    const dialog = dialogIn(await ana.press(question, 'Answer'));
    const verdict = messageIn(await ana.submit(dialog, { Answer: 'protocol' }));
    expect(textOf(verdict)).toContain('Not quite');
    expect(textOf(verdict)).toContain(`The answer: **${nameIn(question)}**`);
    expect(textOf(verdict)).toContain('[The Lexicon: Words of diplomacy]');
    expect(buttonsOf(verdict).map(({ label }) => label)).toEqual(['Another', 'About this term']);
    const term = messageIn(await ana.press(verdict, 'About this term'));
    expect(textOf(term)).toContain(`The leaders used a ${nameIn(question)} by telephone.`);
  });

  test('is played by a group, asks about each term once, and shows who defines it so', async () => {
    const night = await aQuizNight({ data: await aGlossary() });
    await night.play({ topic: 'Glossary of diplomacy', questions: 4, seconds: 10 }, night.ana);
    for (let number = 1; number <= 4; number++) {
      const question = await night.question(number);
      const [first] = buttonsOf(question).map(({ label }) => label);
      const answered = await night.ana.press(question, first ?? '');
      if (answered.kind === 'dialog') await night.ana.submit(answered.dialog, { Answer: 'protocol' });
      await night.pass(11);
      await night.becomes(question, REVEALED);
      await night.pass(9);
    }
    const reveals = night.told().filter((text) => REVEALED.test(text));
    expect(reveals.length).toBe(4);
    expect(reveals.filter((text) => !text.includes('[The Lexicon: Words of diplomacy]'))).toEqual([]);
    const asked = reveals.map((text) => NAMES.find((name) => text.includes(`used a ${name} by telephone`)));
    expect(new Set(asked).size).toBe(4);
    expect(night.troubles()).toEqual([]);
  });
});
