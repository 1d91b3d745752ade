/**
 * `npm run pictures`: makes the pictures of the README again, from the playground
 * and the real bot, in headless Chromium (its path in CHROMIUM_PATH, else Debian's).
 */

import { mkdir, rm } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { pinoLog } from '../../src/adapters/log.ts';
import { startBot } from '../../src/bot.ts';
import { seeded } from '../../src/domain/random.ts';
import { buttonsOf, textOf } from '../../src/playground/discord/messageText.ts';
import type { SeenMessage } from '../../src/playground/discord/sight.ts';
import { openPlayground, type Playground } from '../../src/playground/playground.ts';

const FOLDER = 'docs/pictures';
const STORE = 'var/pictures.sqlite';
const DESKTOP = { width: 1120, height: 760 };
const PHONE = { width: 390, height: 844 };
const SECOND = 1000;

await mkdir(FOLDER, { recursive: true });
await mkdir('var', { recursive: true });
for (const ending of ['', '-wal', '-shm']) await rm(`${STORE}${ending}`, { force: true });

const random = seeded('pictures');
let now = Date.now;
const playground = await openPlayground({
  port: 0,
  async startBot({ apiUrl, token, clock }) {
    now = clock;
    const parts = { token, api: apiUrl, storeUrl: `sqlite://${STORE}`, clock, random, log: pinoLog('warn') };
    const bot = await startBot(parts);
    return { stop: bot.stop, timeMoved: bot.tick };
  },
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  await study(playground, browser);
  await play(playground, browser);
} finally {
  await browser.close();
  await playground.close();
}

/** A summary at a desk, a term and a day's events on a phone. */
async function study({ discord }: Playground, on: Browser) {
  const ana = discord.as('Ana');
  await ana.type('/summary', { article: 'suga-putin-call-2020' }, { channel: '#general' });
  await shoot(on, 'general', 'summary', DESKTOP, 'light');
  await ana.type('/glossary', { term: 'ratification' }, { channel: '#general' });
  await shoot(on, 'general', 'glossary-phone', PHONE, 'light');
  await ana.type('/onthisday', { date: '19 October' }, { channel: '#on-this-day' });
  await shoot(on, 'on-this-day', 'on-this-day-phone', PHONE, 'dark');
}

/** A game of three, from lobby to result. */
async function play({ discord, moveTime }: Playground, on: Browser) {
  const [mona, ...members] = ['Mona', 'Ana', 'Ben', 'Chi'].map((name) => discord.as(name));
  const channel = '#quiz-room';
  const wish = { topic: 'japan-russia', questions: 3, seconds: 30, 'speed-bonus': true, seed: 'readme' };
  await mona?.type('/quiz start', wish, { channel });
  const lobby = await discord.whenMessage((message) => textOf(message).includes('Quiz: Classic'));
  for (const member of members) await member.press(lobby, 'Join');
  await moveOn(SECOND * 2);
  await shoot(on, 'quiz-room', 'quiz-lobby', DESKTOP, 'light');
  await mona?.press(lobby, 'Start now');

  for (const number of [1, 2, 3]) {
    const asked = await discord.whenMessage((message) => textOf(message).includes(`Question ${number} of 3`));
    for (const [index, member] of members.entries()) await answer(member, asked, index);
    await moveOn(SECOND * 2);
    if (number === 1) await shoot(on, 'quiz-room', 'quiz-question', PHONE, 'dark');
    await moveOn(SECOND * 40);
    await discord.whenMessage(
      ({ id, ...message }) => id === asked.id && /The answer|The right order/.test(textOf(message)),
    );
    if (number === 1) await shoot(on, 'quiz-room', 'quiz-reveal', DESKTOP, 'light');
    await moveOn(SECOND * 10);
  }
  await discord.whenMessage((message) => message.attachments.length > 0);
  await shoot(on, 'quiz-room', 'quiz-result', DESKTOP, 'light');

  async function moveOn(ms: number) {
    await moveTime(now() + ms);
  }
}

async function answer(member: ReturnType<Playground['discord']['as']>, asked: SeenMessage, index: number) {
  const options = buttonsOf(asked).filter(({ label }) => /^([A-E]|True|False|Answer)$/.test(label));
  const option = options[index % options.length];
  if (!option) return;
  const outcome = await member.press(asked, option.label);
  if (outcome.kind === 'dialog') {
    const field = outcome.dialog.title.includes('answer') ? /Year/.test(JSON.stringify(outcome.dialog)) : false;
    await member.submit(outcome.dialog, field ? { Year: '1956' } : { Answer: 'Shikotan' });
  }
}

async function shoot(
  on: Browser,
  channel: string,
  name: string,
  viewport: typeof DESKTOP,
  colorScheme: 'light' | 'dark',
) {
  const page = await on.newPage({ viewport, colorScheme, deviceScaleFactor: 1.5, reducedMotion: 'reduce' });
  await page.goto(`${playground.url}#/Ana/${channel}`);
  await page.getByRole('log').getByRole('article').last().waitFor();
  await pictures(page);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await page.close();
  console.log(`${FOLDER}/${name}.png`);
}

/** Waits until every picture on the page is there. */
async function pictures(page: Page) {
  await page.waitForFunction('[...document.images].every((image) => image.complete)');
}
