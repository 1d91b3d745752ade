import { describe, expect, test } from 'vitest';
import { GLOSSARY_TOPIC, questionsOn, termFinder } from '../../src/domain/glossary.ts';
import { judge, questionNamed, questionRef, questionsIn } from '../../src/domain/quiz.ts';
import { aLibrary, aTerm, TODAY } from '../support/anArticle.ts';

const names = ['démarche', 'note verbale', 'peace', 'peace treaty', 'good offices', 'mediation'];
const terms = names.map((name, n) =>
  aTerm({ id: `term-${n}`, name, forms: n ? [] : ['démarches'], definition: `Definition number ${n}.` }),
);

describe('terms in a text', () => {
  const termsIn = termFinder(terms);

  test.each([
    ['by name', 'It sent a note verbale.', ['note verbale']],
    ['by another form, whatever its case and accents', 'Two DEMARCHES followed.', ['démarche']],
    ['each once, in the order of the text', 'Mediation, good offices, mediation.', ['mediation', 'good offices']],
    ['the longer of two', 'The peace treaty brought peace.', ['peace treaty', 'peace']],
    ['not within another word', 'A peacekeeper and a note, verbally.', []],
    ['not in nothing', '', []],
  ])('are found %s', (_, text, found) => {
    expect(termsIn(text).map(({ name }) => name)).toEqual(found);
  });
});

describe('questions on terms', () => {
  const library = aLibrary({ terms });
  const all = questionsOn(terms);

  test('are three on each, of three kinds and levels', () => {
    const [first] = terms;
    const own = all.filter(({ term }) => term === first).map(({ question }) => question);
    expect(own.map(({ kind, difficulty }) => [kind, difficulty])).toEqual([
      ['choice', 1],
      ['true-false', 2],
      ['text', 3],
    ]);
  });

  test('are the same each time', () => {
    expect(questionsOn(terms)).toEqual(all);
  });

  test('take their wrong options from other terms, none of which is part of the right one', () => {
    const choice = all.find(({ term, question }) => term.name === 'peace treaty' && question.kind === 'choice');
    if (choice?.question.kind !== 'choice') throw new Error('no choice');
    expect(choice.question.answer).toBe('peace treaty');
    expect(choice.question.distractors.length).toBe(3);
    expect(choice.question.distractors).not.toContain('peace');
    expect(names).toEqual(expect.arrayContaining([...choice.question.distractors]));
  });

  test('call a definition true of its own term alone', () => {
    for (const { term, question } of all) {
      if (question.kind !== 'true-false') continue;
      expect(question.answer).toBe(question.prompt.endsWith(term.definition));
    }
    expect(new Set(all.flatMap(({ question }) => (question.kind === 'true-false' ? [question.answer] : []))).size).toBe(
      2,
    );
  });

  test('do not show a related term’s definition as a wrong one: the two are hard to tell apart', () => {
    const kin = terms.map((term) => ({
      ...term,
      related: terms.filter(({ id }) => id !== term.id).map(({ id }) => id),
    }));
    const truths = questionsOn(kin).filter(({ question }) => question.kind === 'true-false');
    expect(truths.filter(({ question }) => question.kind === 'true-false' && !question.answer)).toEqual([]);
  });

  test('take a typed name in any of its forms', () => {
    const typed = all.find(({ question }) => question.kind === 'text')?.question;
    if (!typed) throw new Error('no typed question');
    for (const text of ['demarche', 'Démarches', ' DEMARCHE ']) {
      expect(judge(typed, 'seed', { kind: 'typed', text })?.kind).toBe('right');
    }
    expect(judge(typed, 'seed', { kind: 'typed', text: 'mediation' })?.kind).toBe('wrong');
  });

  test('come when the topic of the glossary is named, and only then', () => {
    expect(questionsIn(library, { topic: GLOSSARY_TOPIC }, TODAY)).toEqual(library.termQuestions);
    expect(questionsIn(library, {}, TODAY)).toEqual(library.questions);
    const hard = questionsIn(library, { topic: GLOSSARY_TOPIC, difficulty: 3 }, TODAY);
    expect(new Set(hard.map(({ question }) => question.kind))).toEqual(new Set(['text']));
  });

  test('have short names of their own, by which they are found again', () => {
    for (const asked of library.termQuestions) {
      expect(questionNamed(library, questionRef(asked))).toEqual(asked);
    }
  });
});
