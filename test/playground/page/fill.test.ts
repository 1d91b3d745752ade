import { describe, expect, it } from 'vitest';
import { readDraft, readDrafts } from '../../../src/playground/page/composer/fill.ts';
import { fitting, listedFor } from '../../../src/playground/page/composer/listed.ts';
import type { ShownOption } from '../../../src/playground/shown.ts';

const option = (more: Partial<ShownOption> = {}): ShownOption => ({
  name: 'one',
  description: '',
  kind: 'text',
  required: false,
  suggests: false,
  ...more,
});

const SCENE = {
  people: [{ personId: '1', name: 'Ana', standing: 'member' }],
  roles: [{ roleId: '2', name: 'Delegates' }],
  channels: [
    { channelId: '3', name: 'general', server: 'Club' },
    { channelId: '4', name: 'Attaché' },
  ],
} as const;

const read = (one: ShownOption, typed: string) => readDraft(one, { typed }, listedFor(one, SCENE));
const value = (of: string | number | boolean) => ({ kind: 'value', value: of });
const fault = (words: string) => ({ kind: 'fault', fault: words });

describe('readDraft', () => {
  it('asks only for what is required', () => {
    expect(read(option(), ' ')).toEqual({ kind: 'empty' });
    expect(read(option({ required: true }), '')).toEqual(fault('This option is required.'));
  });

  it('holds text to its length, in characters rather than code units', () => {
    expect(read(option({ max: 2 }), '👩👩')).toEqual(value('👩👩'));
    expect(read(option({ max: 2 }), 'abc')).toEqual(fault('At most 2 characters.'));
    expect(read(option({ min: 2 }), 'a')).toEqual(fault('At least 2 characters.'));
  });

  it('holds numbers to their kind and range', () => {
    const whole = option({ kind: 'whole', min: 1, max: 20 });
    expect(read(whole, '20')).toEqual(value(20));
    expect(read(whole, '21')).toEqual(fault('At most 20.'));
    expect(read(whole, '1.5')).toEqual(fault('Enter a whole number.'));
    expect(read(option({ kind: 'number' }), '-1.5')).toEqual(value(-1.5));
    expect(read(option({ kind: 'number' }), 'x')).toEqual(fault('Enter a number.'));
  });

  it('takes a fixed choice by its name, and nothing else', () => {
    const length = option({ choices: [{ name: 'One line', value: 'line' }] });
    expect(read(length, 'one LINE')).toEqual(value('line'));
    expect(read(length, 'line')).toEqual(fault('Choose one of the list.'));
  });

  it('takes switches, people, roles and channels by name', () => {
    expect(read(option({ kind: 'boolean' }), 'true')).toEqual(value(true));
    expect(read(option({ kind: 'boolean' }), 'False')).toEqual(value(false));
    expect(read(option({ kind: 'person' }), 'ana')).toEqual(value('1'));
    expect(read(option({ kind: 'mentionable' }), '@Delegates')).toEqual(value('2'));
    expect(read(option({ kind: 'channel' }), '#general')).toEqual(value('3'));
    expect(read(option({ kind: 'channel' }), 'nowhere')).toEqual(fault('Choose one of the list.'));
  });

  it('sends a suggestion’s value while its name stands there, and free text otherwise', () => {
    const article = option({ suggests: true });
    const picked = { name: 'Suga and Putin', value: 'suga-putin' };
    expect(readDraft(article, { typed: 'Suga and Putin', picked })).toEqual(value('suga-putin'));
    expect(readDraft(article, { typed: 'Suga', picked })).toEqual(value('Suga'));
  });
});

it('reads all fields of a command, and finds every fault', () => {
  const options = [option({ name: 'a', required: true }), option({ name: 'b', kind: 'whole' }), option({ name: 'c' })];
  expect(readDrafts(options, { b: { typed: 'x' }, c: { typed: 'y' } }, () => [])).toEqual({
    values: { c: 'y' },
    faults: { a: 'This option is required.', b: 'Enter a whole number.' },
  });
});

it('narrows a list by what is typed, but not by a choice already taken', () => {
  const choices = [
    { name: 'True', value: 'true' },
    { name: 'False', value: 'false' },
  ];
  expect(fitting(choices, 'fa').map(({ name }) => name)).toEqual(['False']);
  expect(fitting(choices, 'True')).toEqual(choices);
  expect(fitting(choices, '')).toEqual(choices);
});
