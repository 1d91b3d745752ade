import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { questionRef } from '../../src/domain/quiz.ts';
import { hash32, shortRef } from '../../src/domain/shortRef.ts';
import { TODAY } from '../support/anArticle.ts';

test('a short name is seven letters and digits, always the same for the same name', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      expect(shortRef(id)).toMatch(/^[0-9a-z]{7}$/);
      expect(shortRef(id)).toBe(shortRef(id));
    }),
  );
});

test('a name has the short name that buttons already sent carry', () => {
  expect(shortRef('suga-putin-call-2020/first-call')).toBe('amfs1js');
});

test('two hundred thousand names have as many short names', () => {
  const refs = new Set(Array.from({ length: 200_000 }, (_, n) => shortRef(`article-${n % 100}/question-${n}`)));
  expect(refs.size).toBe(200_000);
});

test('no two questions of the library have the same short name', async () => {
  const { questions, termQuestions } = await loadLibrary('data', TODAY);
  const all = [...questions, ...termQuestions];
  expect(new Set(all.map(questionRef)).size).toBe(all.length);
});

test('a hash is a whole number of 32 bits', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const hash = hash32(text);
      return Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32;
    }),
  );
});
