import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { Fault } from '../../src/playground/discord/faults.ts';
import { textOf } from '../../src/playground/discord/messageText.ts';
import { aBotProcess } from '../support/aBotProcess.ts';
import { aClub, type Club, messageIn } from '../support/aClub.ts';
import { aDataset } from '../support/aDataset.ts';

const DUE = '2040-10-19T07:00:00Z';
/** Starting a process takes a while on a busy machine. */
const STARTING_MS = 30_000;
const POSTS = { method: 'POST', path: /^\/channels\/\d+\/messages$/ } as const;

/** A club with a post due at nine, whose bot runs in a process of its own. */
async function aClubAndItsProcess() {
  const data = await aDataset();
  const club = await aClub({ at: '2040-10-18T12:00:00Z', data });
  const where = { channel: '#on-this-day', time: '09:00', zone: 'Europe/Berlin' };
  messageIn(await club.discord.as('Mona').type('/schedule add', where));
  await club.stop();
  const bot = await aBotProcess(club, data);
  return { club, bot };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Resolves once a post has arrived at Discord, whatever became of it there. */
function aPostTried({ discord }: Club): Promise<void> {
  return new Promise((resolve) => {
    const stop = discord.onWire((entry) => {
      if (entry.via !== 'rest' || entry.method !== 'POST' || !POSTS.path.test(entry.path)) return;
      stop();
      resolve();
    });
  });
}

const posts = ({ discord }: Club) => discord.as('Ana').messages('#on-this-day');

async function why({ discord }: Club): Promise<string> {
  const mona = discord.as('Mona');
  const picked = await mona.complete('/schedule why', 'schedule', '');
  const schedule = String(picked.kind === 'choices' ? picked.choices[0]?.value : '');
  return textOf(messageIn(await mona.type('/schedule why', { schedule })));
}

const TAKEN: Fault = { ...POSTS, afterwards: true, hang: 'silence' };
const NOT_TAKEN: Fault = { ...POSTS, hang: 'silence' };

test.each<[when: string, fault: Fault, backAt: string, outcome: string]>([
  ['after Discord took it, back within the minute', TAKEN, '2040-10-19T07:00:40Z', 'posted on time'],
  ['after Discord took it, back when the nonce is long forgotten', TAKEN, '2040-10-19T07:40:00Z', 'posted on time'],
  ['before Discord took it, back within the minute', NOT_TAKEN, '2040-10-19T07:00:40Z', 'posted on time'],
  ['before Discord took it, back when the nonce is long forgotten', NOT_TAKEN, '2040-10-19T07:40:00Z', 'posted late'],
])('killed while a post goes out, %s: one post', { timeout: STARTING_MS }, async (_, fault, backAt, outcome) => {
  const { club, bot } = await aClubAndItsProcess();
  club.discord.failNext(fault);
  const tried = aPostTried(club);
  club.sleepUntil(DUE);
  bot.send(club.clock());
  await tried;
  await kill(bot);
  expect(posts(club)).toHaveLength(fault.afterwards ? 1 : 0);

  club.sleepUntil(backAt);
  await club.start();
  await club.pass(1);
  expect(posts(club)).toHaveLength(1);
  expect(await why(club)).toContain(outcome);
});

test('killed just after it said and posted things: all of it is kept, and no post follows', {
  timeout: STARTING_MS,
}, async () => {
  const { club, bot } = await aClubAndItsProcess();
  const mona = club.discord.as('Mona');
  club.sleepUntil(DUE);
  bot.send(club.clock());
  await once(bot, 'message');
  const where = { channel: '#general', time: '18:30', zone: 'Europe/Berlin' };
  expect(textOf(messageIn(await mona.type('/schedule add', where)))).toContain('Schedule added');
  await kill(bot);

  await club.start();
  await club.pass(1);
  expect(posts(club)).toHaveLength(1);
  expect(await why(club)).toContain('posted on time');
  expect(textOf(messageIn(await mona.type('/schedule list')))).toContain('**18:30**');
});
