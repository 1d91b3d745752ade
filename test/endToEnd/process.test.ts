import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LOADER } from '../support/aBotProcess.ts';
import { aFolder } from '../support/aDataset.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Starting a process takes a while on a busy machine. */
const STARTING_MS = 30_000;
const STOP_MS = 5000;

interface Program {
  readonly child: ChildProcess;
  out(): string;
  err(): string;
  /** Resolves with what was said so far once that has `pattern` in it. @throws when the program ends before. */
  says(pattern: RegExp): Promise<string>;
  ends(): Promise<number | null>;
}

/** `npm start`, from a folder with this `.env`. */
function aProgram(
  environment: Readonly<Record<string, string>>,
  { root = ROOT, dotenv = '' }: { readonly root?: string; readonly dotenv?: string } = {},
): Program {
  const { PATH = '', HOME = '' } = process.env;
  const cwd = aFolder();
  writeFileSync(join(cwd, '.env'), dotenv);
  const child = spawn(process.execPath, ['--import', LOADER, join(root, 'src/main.ts')], {
    cwd,
    env: { PATH, HOME, ...environment },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    out: () => out,
    err: () => err,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => pattern.test(out) && resolve(out);
        child.stdout.on('data', look);
        look();
        void ended.then((code) => reject(new Error(`it ended with ${code}: ${err}${out}`)));
      }),
    ends: () => ended,
  };
}

describe('settings that are wrong', () => {
  test('in the environment and in .env are all named at once, with what they should be, and never their values', {
    timeout: STARTING_MS,
  }, async () => {
    const environment = { DISCORD_TOKEN: 'a secret token', STORE_URL: 'mongodb://user:hunter2@host' };
    const program = aProgram(environment, { dotenv: 'LOG_LEVEL=loud\nPLAYGROUND_PORT=ninety\n' });
    expect(await program.ends()).toBe(1);
    expect(program.err().trimEnd().split('\n')).toEqual([
      'These settings are wrong:',
      expect.stringMatching(/^ {2}DISCORD_TOKEN is the bot token from the Discord developer portal/),
      expect.stringMatching(/^ {2}STORE_URL begins with one of sqlite:, memory:/),
      '  LOG_LEVEL is one of debug, info, warn, error, silent',
      '  PLAYGROUND_PORT is a port number',
    ]);
    expect(program.err() + program.out()).not.toMatch(/secret|hunter2|loud|ninety/);
  });
});

test('a broken dataset stops the start with every fault, in words', { timeout: STARTING_MS }, async () => {
  const root = aCopy();
  const file = join(root, 'data/topics.json');
  const topics = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    topics.replace('"id": "climate"', '"id": "Climate change"').replace('"name": "Africa"', '"nome": "Africa"'),
  );
  const program = aProgram({}, { root });
  expect(await program.ends()).toBe(1);
  expect(program.err()).toMatch(/^The dataset has \d+ faults in \d+ files?:\n/);
  expect(program.err()).toMatch(/topics\.json:\d+ {2}\$\.topics\[\d+\]\.id/);
  expect(program.err()).toMatch(/topics\.json:\d+ {2}\$\.topics\[\d+\]\.name/);
  expect(program.err()).not.toContain('    at ');
});

describe('without a token', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'the playground starts, prints its address, and stops on %s within five seconds with exit code 0',
    { timeout: STARTING_MS },
    async (signal) => {
      const program = aProgram({ PLAYGROUND_PORT: '0' });
      const said = await program.says(/this is the playground: (http:\S+)/);
      const [, url = ''] = /this is the playground: (http:\S+)/.exec(said) ?? [];
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(new URL(url).hostname).toMatch(/^(127\.0\.0\.1|localhost)$/);
      const at = performance.now();
      program.child.kill(signal);
      expect(await program.ends()).toBe(0);
      expect(performance.now() - at).toBeLessThan(STOP_MS);
      expect(program.out()).toMatch(new RegExp(`"signal":"${signal}","msg":"stopping"`));
      expect(program.out()).toContain('"msg":"stopped"');
      expect(program.err()).toBe('');
    },
  );
});

/** The program's sources and data in a folder of their own, to be spoilt. */
function aCopy(): string {
  const root = aFolder();
  for (const name of ['src', 'commands', 'data', 'package.json'])
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  return root;
}
