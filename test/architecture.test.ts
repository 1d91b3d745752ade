/** The rooms of the house and who may go where, as in the README's "How it is built". */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Import {
  /** Paths from the root, or the name of a package. */
  readonly from: string;
  readonly to: string;
  /** Only a type, of which nothing is left when it runs. */
  readonly typeOnly: boolean;
}

/** Who may import what; the first line whose first pattern fits the importing file decides. Packages are written as "npm:name". */
const MAY: readonly (readonly [who: RegExp, what: RegExp])[] = [
  // The subject: itself, and pure packages: a transliteration, a string distance, generators, calendars.
  [/^src\/domain\//, /^src\/domain\/|^npm:(any-ascii|leven|pure-rand\/.+|temporal-polyfill)$/],
  [/^src\/words\//, /^src\/(domain|words)\//],
  [/^src\/views\//, /^src\/(domain|words|views)\//],
  // What is posted, found and drawn is said in the views' own terms, a card, a press and a picture: plain values.
  [/^src\/ports\.ts$/, /^src\/domain\/|^src\/views\/(card|press|standingsPicture)\.ts$/],
  [/^src\/app\//, /^src\/(domain|words|views|app)\/|^src\/ports\.ts$/],
  // The shape of a command names all that a command is given.
  [/^src\/command\.ts$/, /^src\/(domain|words|views|app)\/|^src\/ports\.ts$/],
  // What several commands' options share stands beside the shape of a command.
  [/^src\/options\.ts$/, /^src\/(domain|words|views)\/|^src\/command\.ts$/],
  [/^commands\//, /^commands\/|^src\/(domain|words|views)\/|^src\/(command|options)\.ts$/],
  [/^src\/adapters\//, /^src\/(domain|words|views|app|adapters)\/|^src\/(ports|command)\.ts$|^(npm|node):/],
  [/^src\/playground\//, /^src\/playground\/|^(npm|node):/],
  // The store's engines say which addresses there are, the log its levels: settings repeat neither.
  [/^src\/settings\.ts$/, /^src\/adapters\/(log|store\/engines)\.ts$|^npm:zod$/],
  // Puts the bot together; `main` is the one to know the playground too.
  [/^src\/bot\.ts$/, /^commands\/index\.ts$|^src\/(?!playground\/|main\.ts)|^(npm|node):/],
  [/^src\/data\.ts$/, /^src\/adapters\/dataset\//],
  [/^src\/main\.ts$/, /^src\/|^(npm|node):/],
];

/** Where the world outside may be touched: the clock, dice, the process. */
const EDGES = /^src\/(adapters|playground)\/|^src\/(settings|main|data|bot)\.ts$/;
const OUTSIDE = /\bDate\.now\b|\bnew Date\(|\bDate\(\)|\bMath\.random\b|\bprocess\.|\bperformance\.now\b|\bcrypto\./;
const NAMELESS = /^(utils?|helpers?|services?|managers?|core|common|types?|constants|interfaces)$/i;

const files = ['src', 'commands'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${room}/${name}`),
);
const sources = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
const imports = files.flatMap(importsOf);

/** All that a file imports or exports from elsewhere, at its head or in passing. */
function importsOf(file: string): readonly Import[] {
  const source = uncommented(file);
  const found = source.matchAll(
    /^(?:import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm,
  );
  return [...found].map(([all, type, from, bare, passing]) => {
    const to = from ?? bare ?? passing ?? '';
    return { from: file, to: resolved(file, to), typeOnly: type !== undefined || allTypes(all) };
  });
}

function allTypes(statement: string): boolean {
  const names =
    /\{([^}]*)\}/
      .exec(statement)?.[1]
      ?.split(',')
      .filter((name) => name.trim()) ?? [];
  return names.length > 0 && names.every((name) => /^\s*type\s/.test(name)) && !/^import\s+\w+\s*,/.test(statement);
}

function resolved(file: string, to: string): string {
  if (to.startsWith('.')) return normalize(join(dirname(file), to));
  return to.startsWith('node:') ? to : `npm:${to}`;
}

function uncommented(file: string): string {
  return (sources.get(file) ?? '').replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
}

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(files.length);
  expect(imports).toContainEqual({ from: 'src/domain/slips.ts', to: 'npm:leven', typeOnly: false });
});

test('every file has its place in the table', () => {
  expect(files.filter((file) => !MAY.some(([who]) => who.test(file)))).toEqual([]);
});

test('nobody imports what is not theirs to import', () => {
  const trespasses = imports.filter(({ from, to }) => !MAY.find(([who]) => who.test(from))?.[1].test(to));
  expect(trespasses.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('ports are types alone: whoever imports the views through them brings nothing along', () => {
  const real = imports.filter(
    ({ from, to, typeOnly }) => from === 'src/ports.ts' && to.startsWith('src/views/') && !typeOnly,
  );
  expect(real).toEqual([]);
});

test('of the shape of a command, only types reach into the app', () => {
  const real = imports.filter(
    ({ from, to, typeOnly }) => from === 'src/command.ts' && to.startsWith('src/app/') && !typeOnly,
  );
  expect(real).toEqual([]);
});

test('nothing of the bot imports the playground, but main', () => {
  const guests = imports.filter(
    ({ from, to }) => to.startsWith('src/playground/') && !from.startsWith('src/playground/'),
  );
  expect([...new Set(guests.map(({ from }) => from))]).toEqual(['src/main.ts']);
});

test('no import goes round in a circle', () => {
  const next = needs();
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

/** What each file needs when it runs. */
function needs(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    files.map((file) => [file, imports.filter(({ from, typeOnly }) => from === file && !typeOnly).map(({ to }) => to)]),
  );
}

test('clock, dice and process are touched at the edges alone', () => {
  const touching = files.filter((file) => !EDGES.test(file) && OUTSIDE.test(uncommented(file)));
  expect(touching).toEqual([]);
});

test('the dice of the language are not thrown at all, not even at the edges of the bot', () => {
  const thrown = files.filter((file) => !file.startsWith('src/playground/') && /Math\.random/.test(uncommented(file)));
  expect(thrown).toEqual([]);
});

test('the one file that only passes on others is the list of commands', () => {
  const barrels = files.filter((file) => {
    const lines = uncommented(file)
      .split(';')
      .map((line) => line.trim())
      .filter(Boolean);
    return (
      /(^|\/)index\.tsx?$/.test(file) || (lines.length > 0 && lines.every((line) => /^export\s.*\sfrom\s/s.test(line)))
    );
  });
  expect(barrels).toEqual(['commands/index.ts']);
});

test('no file or folder has a name that says nothing', () => {
  const empty = files.filter((file) => file.split(/[/.]/).some((part) => NAMELESS.test(part)));
  expect(empty).toEqual([]);
});

describe('the table itself', () => {
  test.each([
    ['src/domain/quiz.ts', 'src/words/en.ts'],
    ['src/domain/quiz.ts', 'npm:discord.js'],
    ['src/domain/quiz.ts', 'node:fs'],
    ['src/words/en.ts', 'src/views/card.ts'],
    ['src/views/quizCards.ts', 'src/app/schedules.ts'],
    ['src/views/quizCards.ts', 'src/ports.ts'],
    ['src/ports.ts', 'src/views/quizCards.ts'],
    ['src/app/schedules.ts', 'src/adapters/search.ts'],
    ['src/app/schedules.ts', 'npm:keyv'],
    ['src/command.ts', 'src/adapters/search.ts'],
    ['commands/quiz.ts', 'src/app/schedules.ts'],
    ['commands/quiz.ts', 'src/adapters/search.ts'],
    ['commands/quiz.ts', 'npm:discord.js'],
    ['src/adapters/search.ts', 'src/main.ts'],
    ['src/adapters/search.ts', 'src/playground/talk.ts'],
    ['src/playground/talk.ts', 'src/domain/quiz.ts'],
    ['src/bot.ts', 'src/playground/talk.ts'],
  ])('refuses %s → %s', (from, to) => {
    expect(MAY.find(([who]) => who.test(from))?.[1].test(to)).toBe(false);
  });
});
