import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/adapters/dataset/document.ts';

describe('text that is no JSON', () => {
  test.each([
    ['a comment', '{\n  // why\n  "a": 1\n}', [[2, 'JSON has no comments.']]],
    ['a trailing comma', '{\n  "a": 1,\n}', [[3, 'A key in double quotes is expected here.']]],
    ['a trailing comma in a list', '[\n  1,\n]', [[3, 'A value is expected here.']]],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', [[3, 'A comma is missing before this.']]],
    ['a missing bracket', '[\n1', [[2, 'A list is not closed.']]],
    ['text after the end', '{}\n{}', [[2, 'There is text after the end of the JSON.']]],
    ['nothing', '', [[1, 'A value is expected here.']]],
    ['a byte order mark', '\uFEFF{}', [[1, 'This is not JSON.']]],
    [
      'two mistakes',
      '[\n  1 2,\n  // x\n  3\n]',
      [
        [2, 'A comma is missing before this.'],
        [3, 'JSON has no comments.'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    const { value, faults } = readDocument('a.json', text);
    expect({ value, faults: faults.map(({ line, wrong }) => [line, wrong]) }).toEqual({
      value: undefined,
      faults: expected,
    });
  });

  test('is never taken for JSON, nor JSON for something else', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'{}[]":,\\/ \n\t01.-eEtrufalsn\u00a0\uFEFFé\u0001') });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.json()), (text) => {
        const { value, faults } = readDocument('a.json', text);
        expect({ value, sound: faults.every(({ wrong }) => /stands twice/.test(wrong)) }).toEqual(parsed(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function parsed(text: string) {
  try {
    return { value: JSON.parse(text) as unknown, sound: true };
  } catch {
    return { value: undefined, sound: false };
  }
}

test('a key that stands twice is a fault where the second stands', () => {
  expect(readDocument('a.json', '{\n  "a": [{\n    "b": 1,\n    "b": 2\n  }]\n}').faults).toEqual([
    {
      file: 'a.json',
      path: '$.a[0].b',
      line: 4,
      wrong: 'This key stands twice in its object.',
      mend: 'Keep one of the two.',
    },
  ]);
});

describe('a finding is located', () => {
  const { locate } = readDocument(
    'a.json',
    '{\n  "facts": [\n    { "id": "x",\n      "date": "2020" }\n  ],\n  "odd key": 1\n}',
  );

  test.each([
    ['at its value', ['facts', 0, 'date'], '$.facts[0].date', 4],
    ['at what it is missing from', ['facts', 0, 'source'], '$.facts[0].source', 3],
    ['at the list it is missing from', ['facts', 7, 'source'], '$.facts[7].source', 2],
    ['at the top', [], '$', 1],
    ['under an odd key', ['odd key'], '$["odd key"]', 6],
  ])('%s', (_, path, spelled, line) => {
    expect(locate({ path, wrong: 'W.', mend: 'M.' })).toEqual({
      file: 'a.json',
      path: spelled,
      line,
      wrong: 'W.',
      mend: 'M.',
    });
  });
});
