import { expect, test } from 'vitest';
import { letters } from '../../../src/adapters/pictures/canvas.ts';

test('our own font has Latin, Vietnamese, Cyrillic and Greek letters, and some of the scripts beside them', () => {
  for (const name of ['Zoë', 'Đặng Thị Ánh', 'Елена', 'Φωτεινή', 'მარიამ', 'Արամ', 'مريم', 'Łódź & “Côte”…'])
    expect(letters.shown(name)).toBe(name);
});

test('a character without a letter in any font leaves the rest of the name', () => {
  expect(letters.shown('A\u{10fffd}na')).toBe('Ana');
  expect(letters.shown('\u{10fffd} Ana')).toBe('Ana');
});

test('a name without a single letter is an ellipsis, and nothing is nothing', () => {
  expect(letters.shown('\u{10fffd}\u{10fffc}')).toBe('…');
  expect(letters.shown('')).toBe('');
});

test('bold letters are the wider ones, and of our own font', () => {
  const width = (bold: boolean) => letters.width('Study group', { size: 28, bold });
  expect(width(true)).toBeGreaterThan(width(false));
  expect(width(false)).toBeCloseTo(letters.width('Study group', { size: 14, bold: false }) * 2, 0);
});
