/** A thread that draws, by Node's workers. */

import { Worker } from 'node:worker_threads';
import type { StandingsPicture } from '../../views/standingsPicture.ts';

export interface Drawer {
  /** One at a time. @throws what went wrong while drawing, or that the drawer has ended; it is of no use then. */
  draw(picture: StandingsPicture): Promise<Uint8Array>;
  end(): void;
}

/** Starts one. It keeps no process alive. */
export function drawingThread(): Drawer {
  const worker = new Worker(typescript(new URL('./worker.ts', import.meta.url)), { execArgv: [] });
  worker.unref();
  let ended: Error | undefined;
  let settle: ((png: Uint8Array | Error) => void) | undefined;
  const end = (error: Error) => {
    ended ??= error;
    settle?.(ended);
  };
  worker.on('message', (png: Uint8Array) => settle?.(png));
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the drawing thread has ended')));
  return {
    draw: (picture) =>
      new Promise((resolve, reject) => {
        settle = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
        if (ended) settle(ended);
        else worker.postMessage(picture);
      }),
    end: () => void worker.terminate(),
  };
}

/** A worker does not take over tsx from the thread that starts it, so this registers it and goes on to the file. */
function typescript(file: URL): URL {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const script = `import { register } from ${tsx}; register(); await import(${JSON.stringify(file.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}
