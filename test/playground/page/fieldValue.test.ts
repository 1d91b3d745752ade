import { describe, expect, it } from 'vitest';
import { faultIn, firstValue } from '../../../src/playground/page/dialog/fieldValue.ts';
import type { ShownField } from '../../../src/playground/shown.ts';

const field = (more: Partial<ShownField> = {}): ShownField => ({
  customId: 'one',
  label: 'One',
  control: 'text',
  required: true,
  value: '',
  placeholder: '',
  options: [],
  ...more,
});

describe('firstValue', () => {
  it('starts with what the bot filled in', () => {
    const options = [
      { label: 'A', value: 'a', chosen: false },
      { label: 'B', value: 'b', chosen: true },
    ];
    expect(firstValue(field({ value: 'Geneva' }))).toBe('Geneva');
    expect(firstValue(field({ control: 'checkbox', value: 'true' }))).toBe(true);
    expect(firstValue(field({ control: 'radio', options }))).toBe('b');
    expect(firstValue(field({ control: 'select', options }))).toEqual(['b']);
  });
});

describe('faultIn', () => {
  it('wants what is required, and what fits', () => {
    expect(faultIn(field(), '')).toBe('This field is required.');
    expect(faultIn(field({ required: false }), '')).toBeUndefined();
    expect(faultIn(field({ min: 3 }), 'ab')).toBe('Use at least 3 characters.');
    expect(faultIn(field({ control: 'select', max: 1 }), ['a', 'b'])).toBe('Choose at most 1.');
    expect(faultIn(field({ control: 'checkbox' }), false)).toBeUndefined();
  });
});
