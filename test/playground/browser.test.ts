import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground } from '../../src/playground/playground.ts';
import { startTinyBot } from './tinyBot.ts';

const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

if (!CHROMIUM) console.warn('The browser test is skipped: there is no Chromium. Install one, or set CHROMIUM_PATH.');

describe.skipIf(!CHROMIUM)('the playground’s page', { timeout: 60_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let playground: Playground;
  let bot: Awaited<ReturnType<typeof startTinyBot>>;
  let page: Page;
  /** What the page asked of other hosts, or complained of. There is to be none. */
  let faults: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ARGS });
  }, 60_000);
  afterAll(() => browser.close());

  beforeEach(async () => {
    faults = [];
    playground = await openPlayground({
      async startBot(where) {
        bot = await startTinyBot(where);
        return bot;
      },
    });
    await open({ width: 1280, height: 800 });
  }, 60_000);
  afterEach(async () => {
    await context.close();
    await playground.close();
    expect(faults).toEqual([]);
  });

  async function open(viewport: { readonly width: number; readonly height: number }): Promise<void> {
    context = await browser.newContext({ viewport });
    page = await context.newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (said) => said.type() === 'error' && faults.push(said.text()));
    page.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(playground.url).host) faults.push(request.url());
    });
    await page.goto(playground.url);
    await page.getByRole('heading', { name: 'Welcome to #general' }).waitFor();
  }

  const composer = () => page.getByRole('combobox', { name: /^Message / });
  const messages = () => page.getByRole('log').getByRole('article');

  async function send(command: string): Promise<void> {
    await composer().fill(`/${command} `);
    await page.getByRole('button', { name: `Send /${command}` }).click();
  }

  async function become(name: string): Promise<void> {
    await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true });
    await page.getByRole('heading', { name: `as ${name}` }).waitFor();
  }

  async function visitGeneva(): Promise<void> {
    await composer().fill('/visit ');
    await page.keyboard.type('gen');
    await page.getByRole('option', { name: 'Geneva', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'geneva for 1' }).waitFor();
  }

  it('sends a command by keyboard alone, from the slash to its answer', async () => {
    await page.keyboard.press('/');
    await page.getByRole('option', { name: '/visit' }).waitFor();
    await page.keyboard.type('vis');
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: 'Vienna' }).waitFor();
    await page.keyboard.type('g');
    await page.getByRole('option', { name: 'Vienna' }).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('city', { exact: true }).inputValue()).toBe('Ghent');
    await page.getByRole('button', { name: '+ days' }).press('Enter');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.getByText('At most 9.').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'ghent for 1' }).waitFor();
    await page.waitForFunction("document.activeElement?.getAttribute('aria-label') === 'Message #general'");
  });

  it('presses a button, fills in the dialog it opens, and can leave it', async () => {
    await visitGeneva();
    await page.getByRole('button', { name: 'Take a note' }).click();
    await page.getByRole('dialog', { name: 'A note' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Take a note' }).click();
    const note = page.getByLabel('Your note');
    await note.fill('no');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Use at least 3 characters.').waitFor();
    await note.fill('Lake *and* palace');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await messages().getByText('Lake and palace').waitFor();
  });

  it('chooses in a menu, by keyboard, and shows the message’s new text', async () => {
    await visitGeneva();
    await page.getByRole('button', { name: 'How to travel' }).press('Enter');
    await page.getByRole('option', { name: 'By train' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await messages().getByText('Travelling: boat').waitFor();
    await messages().getByText('(edited)').waitFor();
  });

  it('opens links in another tab, without a way back', async () => {
    await visitGeneva();
    const link = page.getByRole('link', { name: 'Read on' });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  it('shows an ephemeral answer to one person only, as text whatever it says, until dismissed', async () => {
    await send('secret');
    await messages().getByText('<script>window.hurt = true</script>').waitFor();
    expect(await page.evaluate("'hurt' in window")).toBe(false);
    expect(await messages().getByRole('link').count()).toBe(0);

    await become('Ana');
    expect(await messages().count()).toBe(0);

    await become('Mona');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await messages().waitFor({ state: 'detached' });
  });

  it('shows that the bot is thinking, then its answer', async () => {
    await send('slow');
    await page.getByText('is thinking').waitFor();
    await bot.think();
    await page.getByText('Thought of it.').waitFor();
    expect(await page.getByText('(edited)').count()).toBe(0);
  });

  it('says so when the bot does not answer', async () => {
    await send('silent');
    await page.getByText('/silent: The application did not respond').waitFor();
  });

  it('greys what this person may not use, with the reason, and takes no plain text', async () => {
    await become('Ben');
    await composer().fill('/rul');
    const entry = page.getByRole('option', { name: '/rules' });
    await entry.waitFor();
    expect(await entry.getAttribute('aria-disabled')).toBe('true');
    expect(await entry.textContent()).toContain('Needs Manage');

    await composer().fill('hello');
    await page.keyboard.press('Enter');
    await page.getByText('The playground only sends commands.').waitFor();
  });

  it('moves time, and marks what came meanwhile as unread', async () => {
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.getByRole('button', { name: 'on-this-day 1 unread' }).click();
    await messages().getByText('The bell of').waitFor();
    await page.getByRole('button', { name: '+1 hour' }).click();
    await messages().getByText('1 hour ago').waitFor();
    await page.getByRole('button', { name: 'on-this-day', exact: true }).waitFor();
  });

  it('keeps the screen over a restart of the bot, a lost connection and a reload', async () => {
    await visitGeneva();
    await page.getByRole('button', { name: 'Restart bot' }).click();
    await page.getByText('The bot was restarted').waitFor();
    await page.getByRole('button', { name: 'Drop connection' }).click();
    await page.getByText('Bot online').waitFor();
    await become('Chi');
    await page.reload();
    await page.getByRole('heading', { name: '#general as Chi' }).waitFor();
    await page.getByRole('button', { name: 'Take a note' }).click();
    await page.getByRole('dialog', { name: 'A note' }).waitFor();
    await page.reload();
    await page.getByRole('dialog', { name: 'A note' }).waitFor();
  });

  it('lists what travelled, and shows its body', async () => {
    await visitGeneva();
    await page.getByRole('button', { name: 'Inspector' }).click();
    await page.getByLabel('Filter').fill('post callback');
    await page
      .getByRole('button', { name: /from the bot POST .*callback/ })
      .first()
      .click();
    await page.getByText('"geneva for 1"').or(page.getByText('# geneva for 1')).waitFor();
  });

  it('fits a phone: nothing to scroll sideways, places and tools within reach', async () => {
    await context.close();
    await open({ width: 390, height: 844 });
    await visitGeneva();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await page.getByRole('button', { name: 'quiz-room' }).click();
    await page.getByRole('heading', { name: '#quiz-room as Mona' }).waitFor();
    await page.getByRole('button', { name: 'Time and bot' }).click();
    await page.getByRole('button', { name: 'Tomorrow 09:00' }).click();
    await page.getByText(/^It is now .*09:00\.$/).waitFor();
    const heights = await page
      .locator('.tool, .composer button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });
});
