/** Processes of their own for what is measured, so that nothing shares its event loop, and a way to ask them for things. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process does when asked, by name. What goes in and out travels as JSON. */
export type Tasks = Readonly<Record<string, (given: never) => unknown>>;

export interface Helper<T extends Tasks> {
  /** Unix milliseconds, just before it was started. */
  readonly startedAt: number;
  /** @throws what the task threw, as text, or that the process has ended. */
  ask<K extends keyof T & string>(task: K, ...given: Parameters<T[K]>): Promise<Awaited<ReturnType<T[K]>>>;
  /** Kills it. Resolves when it is gone. */
  end(): Promise<void>;
}

interface Question {
  readonly number: number;
  readonly task: string;
  readonly given: unknown;
}

interface Answer {
  readonly number: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** As in package.json: how `npm start` runs TypeScript. */
const LOADER = new URL('../../src/loader.mjs', import.meta.url).href;

/** Starts a file beside this one as `npm start` starts the bot. */
export function start<T extends Tasks>(
  file: string,
  {
    environment = {},
    node = [],
  }: { readonly environment?: Readonly<Record<string, string>>; readonly node?: readonly string[] } = {},
): Helper<T> {
  const startedAt = Date.now();
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: [...node, '--import', LOADER],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  child.on('message', (answer: Answer) => waiting.get(answer.number)?.(answer));
  child.on('exit', () => {
    for (const [number, settle] of waiting) settle({ number, error: `${file} has ended` });
  });

  return {
    startedAt,
    ask(task, ...given) {
      asked += 1;
      const question: Question = { number: asked, task, given: given[0] };
      return new Promise((resolve, reject) => {
        waiting.set(question.number, ({ number, result, error }) => {
          waiting.delete(number);
          if (error === undefined) resolve(result as never);
          else reject(new Error(`${file}, ${task}: ${error}`));
        });
        child.send(question, (error) => {
          if (error) reject(error);
        });
      });
    },
    async end() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Answers whoever started this process, and ends with it. */
export function serve(tasks: Tasks): void {
  process.on('disconnect', () => process.exit());
  process.on('message', ({ number, task, given }: Question) => {
    const send = (answer: Answer) => process.send?.(answer);
    Promise.resolve()
      .then(() => tasks[task]?.(given as never))
      .then(
        (result) => send({ number, result }),
        (error: unknown) =>
          send({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
}
