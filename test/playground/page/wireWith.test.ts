import { expect, it } from 'vitest';
import { wireWith } from '../../../src/playground/page/inspector/wireWith.ts';
import type { WireLine } from '../../../src/playground/shown.ts';

const LINES: readonly WireLine[] = [
  { number: 1, at: 0, direction: 'out', via: 'POST', what: '/interactions/1/callback', status: 204, tookMs: 2 },
  { number: 2, at: 0, direction: 'in', via: 'Gateway', what: 'INTERACTION_CREATE' },
  { number: 3, at: 0, direction: 'out', via: 'POST', what: '/channels/1/messages', status: 429, tookMs: 1 },
  { number: 4, at: 0, direction: 'out', via: 'Gateway', what: 'Heartbeat' },
];

const numbers = (words: string, heartbeats = false) => wireWith(LINES, words, heartbeats).map(({ number }) => number);

it('keeps the lines that hold every word', () => {
  expect(numbers('')).toEqual([1, 2, 3]);
  expect(numbers('interaction')).toEqual([1, 2]);
  expect(numbers('post 429')).toEqual([3]);
  expect(numbers('', true)).toEqual([1, 2, 3, 4]);
});
