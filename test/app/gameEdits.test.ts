import { expect, test } from 'vitest';
import { alarms } from '../../src/adapters/alarms.ts';
import { games as shape } from '../../src/adapters/store/gameShapes.ts';
import { keyvStore } from '../../src/adapters/store/keyvStore.ts';
import { openGames, type Play } from '../../src/app/games.ts';
import type { Card } from '../../src/views/card.ts';
import { aClock } from '../support/aClock.ts';
import { aGame, HOST, join } from '../support/aGame.ts';
import { aLog } from '../support/aLog.ts';

const CARD: Card = { tone: 'plain', blocks: [] };
const LOOK: Play = {
  lobby: () => CARD,
  question: () => CARD,
  reveal: () => CARD,
  result: async () => ({ card: CARD, files: [] }),
  note: () => CARD,
  protest: () => CARD,
  marker: () => undefined,
  score: async () => undefined,
};

/** A lobby on a Discord that is slow to answer: when edits were sent, and what answers the oldest of them. */
async function aSlowLobby() {
  const { clock, pass } = aClock('2026-05-01T12:00:00Z');
  const began = clock();
  const clockwork = alarms(clock);
  const sentAt: number[] = [];
  const unanswered: (() => void)[] = [];
  const log = aLog();
  const games = await openGames({
    store: keyvStore(new Map(), shape, log),
    post: {
      send: async () => ({ kind: 'sent', messageId: 'lobby', at: clock() }),
      edit: () =>
        new Promise((resolve) => {
          sentAt.push(clock() - began);
          unanswered.push(() => resolve({ kind: 'edited' }));
        }),
      find: async () => ({ kind: 'not-found' }),
      openThread: async (channelId) => ({ kind: 'opened', channelId }),
    },
    play: LOOK,
    alarm: clockwork.alarm,
    clock,
    log,
  });
  await games.open({ ...aGame(), phase: { kind: 'lobby', startsAt: clock() + 60_000 } });
  return {
    sentAt,
    log,
    joins: (who: string) => games.play('game123', join(who)),
    stop: () => games.play('game123', { kind: 'stop', by: HOST, at: clock() }),
    async answer() {
      unanswered.shift()?.();
      await settled();
    },
    async passes(ms: number) {
      for (let passed = 0; passed < ms; passed += 100) {
        pass(100);
        clockwork.check();
        await settled();
      }
    },
  };
}

async function settled() {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

test('while an edit is unanswered none follows, however many join', async () => {
  const { sentAt, joins, passes } = await aSlowLobby();
  await joins('a');
  await passes(100);
  for (const who of ['b', 'c', 'd']) {
    await joins(who);
    await passes(2000);
  }
  expect(sentAt).toEqual([100]);
});

test('the next one goes out a while after the answer, not after the sending, and shows all that came since', async () => {
  const { sentAt, joins, passes, answer } = await aSlowLobby();
  await joins('a');
  await passes(100);
  await joins('b');
  await passes(1500);
  await joins('c');
  await passes(1500);
  await answer();
  await passes(5000);
  await answer();
  await passes(5000);
  expect(sentAt).toHaveLength(2);
  expect((sentAt[1] ?? 0) - 3100).toBeGreaterThanOrEqual(1000);
  expect((sentAt[1] ?? 0) - 3100).toBeLessThanOrEqual(2000);
});

test('what cannot wait for its turn long still keeps a second from the answer before it', async () => {
  const { sentAt, joins, passes, answer, stop, log } = await aSlowLobby();
  await joins('a');
  await passes(100);
  await stop();
  await passes(500);
  await answer();
  await passes(3000);
  expect(sentAt).toEqual([100, 1600]);
  expect(log.events()).toEqual([]);
});
