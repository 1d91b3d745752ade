/** What runs in the drawing thread: one picture after the other. */

import { existsSync, readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { StandingsPicture } from '../../views/standingsPicture.ts';
import { letters, paint } from './canvas.ts';
import { standingsDrawing } from './standingsDrawing.ts';

/** Where processors are scarce, answers come before pictures. From -20 to 19; the more, the less it gets. */
const NICENESS = 5;
/** Names the calling thread. Linux has priorities by thread; elsewhere it is left. Source: man pages proc(5), setpriority(2). */
const THREAD_SELF = '/proc/thread-self';

if (existsSync(THREAD_SELF)) setPriority(Number(basename(readlinkSync(THREAD_SELF))), NICENESS);

parentPort?.on('message', (picture: StandingsPicture) => {
  const png = paint(standingsDrawing(picture, letters));
  parentPort?.postMessage(png, [png.buffer]);
});
