import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { alike, manifestOf } from '../../../src/adapters/discord/manifest.ts';
import { action, command, commandGroup } from '../../../src/command.ts';
import { en } from '../../../src/words/en.ts';

/** A command, an action or an option, as it is sent. */
interface Described {
  readonly type?: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly options?: readonly Described[];
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly [field: string]: unknown;
}

const SUBCOMMAND = 1;
/** discord-api-docs, "Application Commands", Application Command Naming. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const manifest = manifestOf(commands) as unknown as readonly Described[];
const everything = (all: readonly Described[]): readonly Described[] =>
  all.flatMap((one) => [one, ...everything(one.options ?? [])]);

describe('what is registered', () => {
  test('has names that Discord takes, in lower case', () => {
    const names = everything(manifest).map(({ name }) => name);
    expect(names.filter((name) => !NAME.test(name) || name !== name.toLowerCase())).toEqual([]);
  });

  test('is described in 1 to 100 characters', () => {
    const wrong = everything(manifest).filter(({ description }) => !description || description.length > 100);
    expect(wrong).toEqual([]);
  });

  test('has no name twice at one place', () => {
    const lists = [manifest, ...everything(manifest).map(({ options = [] }) => options)];
    const twice = lists.filter((list) => new Set(list.map(({ name }) => name)).size < list.length);
    expect(twice).toEqual([]);
  });

  test('has at most 25 options each, required ones first', () => {
    for (const { options = [] } of everything(manifest)) {
      expect(options.length).toBeLessThanOrEqual(25);
      const required = options.map(({ required }) => Number(required ?? false));
      expect(required).toEqual(required.toSorted((a, b) => b - a));
    }
  });

  test('has at most 25 choices each, of 1 to 100 characters, none twice', () => {
    for (const { choices = [] } of everything(manifest)) {
      expect(choices.length).toBeLessThanOrEqual(25);
      expect(choices.filter(({ name, value }) => !name || name.length > 100 || String(value).length > 100)).toEqual([]);
      expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
    }
  });

  test('offers choices or suggestions, never both', () => {
    expect(everything(manifest).filter(({ choices, autocomplete }) => choices && autocomplete)).toEqual([]);
  });

  test('has at most 8,000 characters in each command', () => {
    const length = (one: Described): number =>
      one.name.length +
      one.description.length +
      (one.choices ?? []).reduce((sum, { name, value }) => sum + name.length + String(value).length, 0) +
      (one.options ?? []).reduce((sum, option) => sum + length(option), 0);
    expect(manifest.filter((one) => length(one) > 8000)).toEqual([]);
  });

  test('has actions or options, never both, and no more than 100 commands', () => {
    expect(manifest.length).toBeLessThanOrEqual(100);
    const mixed = manifest.filter(({ options = [] }) => {
      const actions = options.filter(({ type }) => type === SUBCOMMAND).length;
      return actions > 0 && actions < options.length;
    });
    expect(mixed).toEqual([]);
  });

  test('lets schedules be seen by managers alone, and on servers alone', () => {
    const schedule = manifest.find(({ name }) => name === 'schedule');
    expect(schedule).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] });
  });

  test.each(['summary', 'facts', 'timeline', 'articles', 'onthisday', 'help', 'about'])(
    '/%s works everywhere, for servers and for accounts',
    (name) => {
      const one = manifest.find((entry) => entry.name === name);
      expect(one).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1], default_member_permissions: null });
    },
  );
});

test('an option is registered as what it is', () => {
  const run = () => ({ to: 'caller', card: { tone: 'plain', blocks: [] } }) as const;
  const one = commandGroup({
    name: 'thing',
    description: 'A thing.',
    actions: {
      do: action({
        description: 'Do it.',
        options: {
          free: { type: 'text', description: 'Free.', maxLength: 40 },
          offered: { type: 'text', description: 'Offered.', suggest: () => [] },
          chosen: { type: 'text', description: 'Chosen.', choices: [{ label: 'One', value: 'one' }] },
          count: { type: 'whole', description: 'Count.', min: 1, max: 9 },
          whether: { type: 'flag', description: 'Whether.' },
          who: { type: 'role', description: 'Who.' },
          where: { type: 'channel', description: 'Where.', required: true },
        },
        run,
      }),
    },
  });
  expect(manifestOf([one])[0]).toMatchObject({
    options: [
      {
        type: 1,
        name: 'do',
        options: [
          { type: 7, name: 'where', required: true, channel_types: [0, 5] },
          { type: 3, name: 'free', required: false, max_length: 40, autocomplete: false },
          { type: 3, name: 'offered', autocomplete: true },
          { type: 3, name: 'chosen', choices: [{ name: 'One', value: 'one' }] },
          { type: 4, name: 'count', min_value: 1, max_value: 9 },
          { type: 5, name: 'whether' },
          { type: 8, name: 'who' },
        ],
      },
    ],
  });
});

/** Ours as Discord gives it back: with ids, versions, defaults and localisations, fields and lists in its own order. */
function givenBack(all: readonly Described[]): readonly Described[] {
  const option = (one: Described): Described => ({
    ...(one.options ? { options: one.options.map(option) } : {}),
    ...(one.choices ? { choices: one.choices.map((choice) => ({ name_localizations: null, ...choice })) } : {}),
    ...rest(one),
    description_localizations: null,
    name_localizations: null,
  });
  const rest = ({ options: _, choices: __, required, autocomplete, ...others }: Described): Described => ({
    ...others,
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
  });
  return all.toReversed().map((one, n) => ({
    ...option(one),
    // Some of what is empty comes back as null, some as nothing.
    ...(one.default_member_permissions === null ? { default_member_permissions: undefined } : {}),
    min_length: null,
    id: String(1000 + n),
    application_id: '1',
    version: '7',
    type: one.type ?? 1,
    nsfw: false,
    dm_permission: true,
    contexts: ((one.contexts ?? [0, 1, 2]) as number[]).toReversed(),
    integration_types: ((one.integration_types ?? [0]) as number[]).toReversed(),
  }));
}

describe('what Discord already has', () => {
  const known = givenBack(manifest);

  test('is alike when only Discord’s own additions differ', () => {
    expect(alike(known, manifest)).toBe(true);
    expect(alike(JSON.parse(JSON.stringify(known)), manifest)).toBe(true);
  });

  test('is alike to itself', () => {
    expect(alike(manifest, manifest)).toBe(true);
  });

  const changed = (name: string, change: (one: Described) => Described) =>
    manifest.map((one) => (one.name === name ? change(one) : one));
  const firstOption = (change: (one: Described) => Described) => (one: Described) => ({
    ...one,
    options: (one.options ?? []).map((option, at) => (at ? option : change(option))),
  });
  const secondOption = (change: (one: Described) => Described) => (one: Described) => ({
    ...one,
    options: (one.options ?? []).map((option, at) => (at === 1 ? change(option) : option)),
  });

  test.each<[string, readonly Described[]]>([
    ['one command fewer', manifest.slice(1)],
    ['one command more', [...manifest, { name: 'more', description: 'More.' }]],
    ['another name', changed('help', (one) => ({ ...one, name: 'helps' }))],
    ['another description', changed('help', (one) => ({ ...one, description: 'Other.' }))],
    ['another permission', changed('schedule', (one) => ({ ...one, default_member_permissions: '8' }))],
    ['no permission', changed('schedule', (one) => ({ ...one, default_member_permissions: null }))],
    ['nobody’s permission', changed('help', (one) => ({ ...one, default_member_permissions: '0' }))],
    ['a context fewer', changed('help', (one) => ({ ...one, contexts: [0, 1] }))],
    ['an installation fewer', changed('help', (one) => ({ ...one, integration_types: [0] }))],
    ['another kind of command', changed('help', (one) => ({ ...one, type: 2 }))],
    ['an option fewer', changed('help', (one) => ({ ...one, options: [] }))],
    ['options in another order', changed('articles', (one) => ({ ...one, options: one.options?.toReversed() ?? [] }))],
    [
      'another type of option',
      changed(
        'help',
        firstOption((one) => ({ ...one, type: 3 })),
      ),
    ],
    [
      'an option required',
      changed(
        'help',
        firstOption((one) => ({ ...one, required: true })),
      ),
    ],
    [
      'no suggestions',
      changed(
        'summary',
        firstOption((one) => ({ ...one, autocomplete: false })),
      ),
    ],
    [
      'another length',
      changed(
        'articles',
        secondOption((one) => ({ ...one, max_length: 41 })),
      ),
    ],
    [
      'a choice fewer',
      changed(
        'summary',
        secondOption((one) => ({ ...one, choices: one.choices?.slice(1) ?? [] })),
      ),
    ],
    [
      'another value of a choice',
      changed(
        'summary',
        secondOption((one) => ({ ...one, choices: one.choices?.map((choice) => ({ ...choice, value: 'x' })) ?? [] })),
      ),
    ],
    [
      'another description of an action',
      changed(
        'schedule',
        firstOption((one) => ({ ...one, description: 'Other.' })),
      ),
    ],
  ])('is not alike with %s', (_, other) => {
    expect(alike(givenBack(other), manifest)).toBe(false);
    expect(alike(other, manifest)).toBe(false);
  });

  test('is not alike where a number’s bounds differ', () => {
    const bounded = (min: number, max: number) =>
      manifestOf([
        command({
          name: 'count',
          description: 'Count.',
          options: { to: { type: 'whole', description: 'To.', min, max } },
          run: () => ({ to: 'caller', card: { tone: 'plain', blocks: [] } }),
        }),
      ]);
    expect([
      alike(bounded(0, 9), bounded(0, 9)),
      alike(bounded(0, 9), bounded(1, 9)),
      alike(bounded(0, 9), bounded(0, 8)),
    ]).toEqual([true, false, false]);
  });
});

test('the lengths of a summary are offered in the words that the cards use', () => {
  const summary = manifest.find(({ name }) => name === 'summary');
  const length = summary?.options?.find(({ name }) => name === 'length');
  expect(length?.choices).toEqual(
    (['line', 'standard', 'full'] as const).map((value) => ({ name: en.summaryLength(value), value })),
  );
});
