import { expect, test } from 'vitest';
import { outsideQuotes } from '../../src/domain/quotedSpeech.ts';

test.each([
  ['He said “no” twice.', ['He said ', ' twice.']],
  ['He said "no" and "yes".', ['He said ', ' and ', '.']],
  ['Nothing said.', ['Nothing said.']],
  ['An open “quotation', ['An open “quotation']],
])('%s', (text, pieces) => {
  expect(outsideQuotes(text)).toEqual(pieces);
});
