/** What must hold of all commands. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { PRESS_KINDS } from '../../src/views/press.ts';
import { aContext, cardOf, press, run } from '../support/aContext.ts';
import { TODAY } from '../support/anArticle.ts';
import { aSchedule } from '../support/aSchedule.ts';
import { faultsOf, textOf } from '../support/discordLimits.ts';

const library = await loadLibrary('data', TODAY);
const schedules = Array.from({ length: 25 }, (_, n) => aSchedule({ id: `id${n}`, createdAt: n }));
const context = await aContext({ library, schedules, channelName: () => 'c'.repeat(100) });

test('each file is listed, and each command is named as its file', () => {
  const files = readdirSync(join(import.meta.dirname, '../../commands')).filter((name) => name.endsWith('.ts'));
  const names = files.map((name) => name.replace('.ts', '')).filter((name) => name !== 'index');
  expect(commands.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test.each(PRESS_KINDS)('a press of the kind %s is answered by exactly one command', (kind) => {
  expect(commands.filter(({ presses }) => presses[kind]).length).toBe(1);
});

test('/help lists every action of every command as something to press', async () => {
  const cards = [cardOf(await run('help', {}, context))];
  for (let page = 1; page < 5; page++) cards.push(cardOf(await press({ kind: 'help', page }, context)));
  expect(cards.flatMap(faultsOf)).toEqual([]);
  const shown = cards.map(textOf).join('\n');
  const mentions = commands.flatMap(({ name, actions }) =>
    Object.keys(actions).map((action) => `</${action ? `${name} ${action}` : name}:7>`),
  );
  expect(mentions.filter((mention) => !shown.includes(mention))).toEqual([]);
});

describe('suggestions', () => {
  const offers = commands.flatMap(({ name, actions }) =>
    Object.entries(actions).flatMap(([action, { options }]) =>
      Object.entries(options).flatMap(([option, spec]) =>
        spec.type === 'text' && spec.suggest ? { name: `/${name} ${action} ${option}`, suggest: spec.suggest } : [],
      ),
    ),
  );
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('', ' ', 'suga', '29 feb', 'mon, tue', 'mon '.repeat(1500), '9', 'berl', '#', 'a'.repeat(6000)),
  );

  test.each(offers)('for $name are at most 25, of 1 to 100 characters, whatever is typed', ({ suggest }) => {
    fc.assert(
      fc.property(typed, (text) => {
        const found = suggest(text, context);
        expect(found.length).toBeLessThanOrEqual(25);
        const wrong = found.filter(
          ({ label, value }) => !label.trim() || label.length > 100 || !value || value.length > 100,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test.each(offers.filter(({ name }) => !name.includes('resume')))(
    'for $name are there before anything is typed',
    ({ suggest }) => {
      expect(suggest('', context).length).toBeGreaterThan(0);
    },
  );
});
