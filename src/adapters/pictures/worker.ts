/** What runs in the drawing thread: one picture after the other. */

import { parentPort } from 'node:worker_threads';
import type { StandingsPicture } from '../../views/standingsPicture.ts';
import { letters, paint } from './canvas.ts';
import { standingsDrawing } from './standingsDrawing.ts';

parentPort?.on('message', (picture: StandingsPicture) => {
  const png = paint(standingsDrawing(picture, letters));
  parentPort?.postMessage(png, [png.buffer]);
});
