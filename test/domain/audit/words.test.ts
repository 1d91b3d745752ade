import { describe, expect, test } from 'vitest';
import { holdsPhrase, significantWords } from '../../../src/domain/audit/words.ts';

test.each([
  ['The Prime Minister of Japan', ['prime', 'minister', 'japan']],
  ['Two islands', ['2', 'island']],
  ["The UN's role", ['un', 'role']],
  ['Congress and classes', ['congress', 'class']],
  ['At it', ['at', 'it']],
  ['…', []],
])('the significant words of “%s”', (text, words) => {
  expect(significantWords(text)).toEqual(words);
});

describe('a phrase in a text', () => {
  test.each([
    ['stands side by side', 'the prime minister', true],
    ['is more than a piece of a word', 'prime mini', false],
    ['is not scattered', 'the minister', false],
    ['is something', '…', false],
  ])('%s', (_, phrase, held) => {
    expect(holdsPhrase('When the Prime Minister spoke', phrase)).toBe(held);
  });
});
