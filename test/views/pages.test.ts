import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_CHARACTERS, pageOf, pagesOf, turning } from '../../src/views/pages.ts';
import { en } from '../../src/words/en.ts';

const total = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0);

describe('pages', () => {
  test('hold everything once, in order, and are never empty but when there is nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 })), fc.integer({ min: 1, max: 9 }), (lengths, most) => {
        const pages = pagesOf(lengths, most, total);
        expect(pages.flat()).toEqual(lengths);
        expect(pages.every((page) => page.length > 0) || lengths.length === 0).toBe(true);
      }),
    );
  });

  test('hold at most so many, and so many characters unless one alone has more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 })), fc.integer({ min: 1, max: 9 }), (lengths, most) => {
        const pages = pagesOf(lengths, most, total);
        const tooFull = pages.filter(
          (page) => page.length > most || (page.length > 1 && total(page) > PAGE_CHARACTERS),
        );
        expect(tooFull).toEqual([]);
      }),
    );
  });

  test('are filled up to the last character', () => {
    expect(pagesOf([1, PAGE_CHARACTERS - 1, 1], 9, total)).toEqual([[1, PAGE_CHARACTERS - 1], [1]]);
  });

  test.each([
    [-1, 0],
    [0, 0],
    [1, 1],
    [2, 2],
    [99, 2],
  ])('number %i is %i of three', (asked, given) => {
    expect(pageOf(['a', 'b', 'c'], asked, 1, () => 0)).toEqual({
      entries: [['a', 'b', 'c'][given]],
      number: given,
      of: 3,
    });
  });

  test('of nothing are one, empty', () => {
    expect(pageOf([], 5, 3, () => 0)).toEqual({ entries: [], number: 0, of: 1 });
  });
});

describe('turning', () => {
  const at = (number: number, of: number) =>
    turning(en, { entries: [], number, of }, (page) => ({ kind: 'help', page }));

  test('is not offered where there is one page', () => {
    expect(at(0, 1)).toEqual([]);
  });

  test.each([
    [0, [true, false]],
    [1, [false, false]],
    [2, [false, true]],
  ])('on page %i of three has ends where it has ends', (number, off) => {
    const [, row] = at(number, 3);
    expect(row?.kind === 'buttons' && row.buttons.map((one) => 'off' in one && one.off)).toEqual(off);
  });
});
