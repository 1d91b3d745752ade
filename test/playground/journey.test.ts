import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { startBot } from '../../src/bot.ts';
import type { Library, Question } from '../../src/domain/library.ts';
import { inOrder } from '../../src/domain/quiz.ts';
import { seeded } from '../../src/domain/random.ts';
import { openPlayground, type Playground } from '../../src/playground/playground.ts';
import { aLog } from '../support/aLog.ts';

const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);
/** Where pictures of the journey go, if they are wanted. */
const PICTURES = process.env.JOURNEY_PICTURES;
const STORE = 'var/test/journey.sqlite';
const ARTICLE = 'suga-putin-call-2020';
const HEADLINE = "Suga's first call with Putin: a peace treaty on the basis of 1956";

describe.skipIf(!CHROMIUM)('a newcomer in the playground, with the real bot', { timeout: 120_000 }, () => {
  let browser: Browser;
  let playground: Playground;
  let page: Page;
  let library: Library;
  let pictures = 0;

  beforeAll(async () => {
    await mkdir('var/test', { recursive: true });
    await Promise.all(['', '-wal', '-shm'].map((ending) => rm(`${STORE}${ending}`, { force: true })));
    library = await loadLibrary('data', '2026-11-25');
    playground = await openPlayground({
      async startBot({ apiUrl, token, clock }) {
        const parts = { token, api: apiUrl, storeUrl: `sqlite://${STORE}`, clock, random: seeded('journey') };
        const bot = await startBot({ ...parts, log: aLog() });
        return { stop: bot.stop, timeMoved: bot.tick };
      },
    });
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(playground.url);
    await page.getByRole('heading', { name: 'Welcome to #general' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await playground.close();
  });

  const newest = () => page.getByRole('log').getByRole('article').last();

  /** Types into each option and takes the suggestion that is named. */
  async function type(
    command: string,
    options: Readonly<Record<string, readonly [typed: string, taken: string]>> = {},
  ) {
    const composer = page.getByRole('combobox', { name: /^Message / });
    await composer.fill(`/${command} `);
    for (const [name, [typed, taken]] of Object.entries(options)) {
      const field = page.getByLabel(name, { exact: true });
      if (!(await field.isVisible())) await page.getByRole('button', { name: `+ ${name}` }).click();
      await field.fill(typed);
      await page.getByRole('option', { name: taken }).click();
    }
    await page.getByRole('button', { name: `Send /${command}` }).click();
  }

  async function become(name: string) {
    await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true });
    await page.getByRole('heading', { name: `as ${name}` }).waitFor();
  }

  async function look() {
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${String(++pictures).padStart(2, '0')}.png` });
  }

  it('reads the summary, the facts and the timeline', async () => {
    await type('summary', { article: ['suga putn', HEADLINE] });
    await newest().getByRole('heading', { name: HEADLINE }).waitFor();
    await look();
    await newest().getByRole('button', { name: 'Key facts' }).click();
    await newest().getByText('44 key facts').waitFor();
    await newest().getByRole('button', { name: 'Next' }).click();
    await newest().getByText('Page 2 of').waitFor();
    await look();
    await newest().getByRole('button', { name: 'Timeline' }).click();
    await newest().getByText('19 October 1956').waitFor();
  });

  it('answers a question of each kind, rightly and wrongly', async () => {
    await type('quiz question', { article: ['suga putin', HEADLINE] });
    const wanted = new Set(
      ['choice', 'true-false', 'year', 'text', 'order'].flatMap((kind) => [`${kind} right`, `${kind} wrong`]),
    );
    for (let asked = 0; wanted.size && asked < 60; asked++) {
      const question = await shownQuestion();
      const rightly = wanted.has(`${question.kind} right`);
      if (rightly || wanted.has(`${question.kind} wrong`)) {
        await answer(question, rightly);
        await newest()
          .getByText(rightly ? '✅ Right' : '❌ Not quite')
          .waitFor();
        await newest().getByText('The fact', { exact: true }).waitFor();
        wanted.delete(`${question.kind} ${rightly ? 'right' : 'wrong'}`);
        await look();
      } else {
        await answer(question, true);
        await newest().getByText('✅ Right').waitFor();
      }
      await newest().getByRole('button', { name: 'Another' }).click();
      await newest().getByText('The fact', { exact: true }).waitFor({ state: 'detached' });
    }
    expect([...wanted]).toEqual([]);
  });

  async function shownQuestion(): Promise<Question> {
    const prompt = await newest().getByRole('heading').last().textContent();
    const question = library.article(ARTICLE)?.questions.find((one) => one.prompt === prompt?.trim());
    if (!question) throw new Error(`no question asks: ${prompt}`);
    return question;
  }

  async function answer(question: Question, rightly: boolean) {
    switch (question.kind) {
      case 'choice': {
        const wrong = question.distractors[0] ?? '';
        const line = newest()
          .getByText(/^[A-E] /)
          .first();
        // biome-ignore lint/performance/useDomNodeTextContent: the options stand in lines, which the text content runs together.
        const lines = (await line.innerText()).split('\n');
        const letter = lines.find((one) => one.slice(2).trim() === (rightly ? question.answer : wrong))?.[0];
        return newest()
          .getByRole('button', { name: letter ?? '?', exact: true })
          .click();
      }
      case 'true-false':
        return newest()
          .getByRole('button', { name: question.answer === rightly ? 'True' : 'False', exact: true })
          .click();
      case 'year':
        return fillIn('Year', String(question.answer + (rightly ? 0 : 1)));
      case 'text':
        return fillIn('Answer', rightly ? (question.answers.accept[0] ?? '') : 'Metternich');
      case 'order': {
        const order = inOrder(question).map(({ text }) => text);
        for (const text of (rightly ? order : order.toReversed()).slice(0, -1)) {
          await newest()
            .getByRole('button', { name: /Which came/ })
            .click();
          await page.getByRole('option', { name: text }).click();
          await newest().getByText(text).first().waitFor();
        }
      }
    }
  }

  async function fillIn(label: string, text: string) {
    await newest().getByRole('button', { name: 'Answer' }).click();
    await page.getByRole('dialog').getByLabel(label).fill(text);
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  it('is refused a schedule as a member, adds one as the manager, and sees the post when its time has come', async () => {
    await become('Ana');
    await page.getByRole('combobox', { name: /^Message / }).fill('/schedule');
    await page.getByText('Needs Manage Server.').first().waitFor();
    await look();
    await page.keyboard.press('Escape');

    await become('Mona');
    await type('schedule add', {
      channel: ['on-this', 'on-this-day'],
      time: ['09:00', '09:00'],
      zone: ['berln', 'Europe/Berlin'],
      'when-empty': ['near', 'Post the nearest anniversary'],
    });
    await newest().getByText('Schedule added').waitFor();
    await look();
    await playground.moveTime(Date.parse('2027-10-19T07:01:00Z'));
    await page
      .getByRole('link', { name: 'on-this-day' })
      .or(page.getByRole('button', { name: 'on-this-day' }))
      .first()
      .click();
    await newest().getByRole('heading', { name: 'On this day: 19 October' }).waitFor();
    await look();
  });

  it('finds old buttons alive after the bot was restarted', async () => {
    await playground.restartBot();
    await newest().getByRole('button', { name: 'Quiz me' }).click();
    await page.getByText('Only you can see this').last().waitFor();
    await look();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await look();
  });
});
