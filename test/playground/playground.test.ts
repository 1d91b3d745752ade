import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { RunningBot } from '../../src/playground/botRun.ts';
import { movableClock } from '../../src/playground/movableClock.ts';
import { type BotPlace, openPlayground, type Playground } from '../../src/playground/playground.ts';
import { startTinyBot } from './tinyBot.ts';

const opened: Playground[] = [];
afterEach(async () => {
  for (const playground of opened.splice(0)) await playground.close();
});

async function open(startBot = idleBot): Promise<Playground> {
  const playground = await openPlayground({ startBot });
  opened.push(playground);
  return playground;
}

async function idleBot(_where: BotPlace): Promise<RunningBot> {
  return { stop: async () => undefined, timeMoved: async () => undefined };
}

describe('the page’s server', () => {
  async function statusFor(url: string, host: string): Promise<number | undefined> {
    const asked = request(url, { headers: { host } });
    asked.end();
    const [response] = await once(asked, 'response');
    response.resume();
    return response.statusCode;
  }

  it('serves the page under its own names only', async () => {
    const { url } = await open();
    const { host, port } = new URL(url);
    expect(await statusFor(url, host)).toBe(200);
    expect(await statusFor(url, `localhost:${port}`)).toBe(200);
    expect(await statusFor(url, `evil.example:${port}`)).toBe(403);
    expect(await statusFor(`${url}page.js`, 'evil.example')).toBe(403);
  });

  it('lets the page load nothing from elsewhere and run nothing inline', async () => {
    const { url } = await open();
    const response = await fetch(url);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await response.text()).not.toMatch(/<script(?![^>]*src=)|style=|https?:/);
  });

  it('talks to its own page only', async () => {
    const { url } = await open();
    const talk = `${url.replace('http', 'ws')}talk`;
    const ours = new WebSocket(talk, { origin: new URL(url).origin });
    await once(ours, 'open');
    ours.close();
    for (const options of [{ origin: 'http://evil.example' }, {}]) {
      const theirs = new WebSocket(talk, options);
      const [error] = await once(theirs, 'error');
      expect(String(error)).toContain('403');
    }
  });

  it('hands over no file of the bot as anything that could run', async () => {
    const { url, discord } = await open(startTinyBot);
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content: 'A file' }));
    form.set('files[0]', new Blob(['<script>1</script>'], { type: 'text/html' }), 'page.html');
    const channel = discord.channel('general');
    await fetch(`${discord.apiUrl}/v10/channels/${channel.channelId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}` },
      body: form,
    });
    const [message] = discord.messages(channel.channelId, discord.as('Mona').userId);
    const path = new URL(message?.attachments[0]?.url ?? '').pathname;
    const response = await fetch(new URL(path, url));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe('attachment');
  });
});

describe('the bot’s run', () => {
  it('restarts it against the same Discord', async () => {
    const playground = await open(startTinyBot);
    await playground.discord.whenReady();
    await playground.restartBot();
    await playground.discord.whenReady();
    const outcome = await playground.discord.as('Ana').type('/secret');
    expect(outcome.kind).toBe('message');
  });

  it('does one thing at a time, in the order asked', async () => {
    const seen: string[] = [];
    const playground = await open(async () => {
      seen.push('start');
      return { stop: async () => void seen.push('stop'), timeMoved: async () => void seen.push('moved') };
    });
    await Promise.all([playground.restartBot(), playground.moveTime(Date.now() + 60_000), playground.restartBot()]);
    expect(seen).toEqual(['start', 'stop', 'start', 'moved', 'stop', 'start']);
  });

  it('goes on after a start that failed', async () => {
    let fails = false;
    const playground = await open(async (where) => {
      if (fails) throw new Error('no store');
      return idleBot(where);
    });
    fails = true;
    await expect(playground.restartBot()).rejects.toThrow('no store');
    fails = false;
    await playground.restartBot();
  });

  it('opens nothing when the first start fails', async () => {
    const failing = openPlayground({
      startBot: async () => {
        throw new Error('bad data');
      },
    });
    await expect(failing).rejects.toThrow('bad data');
  });
});

describe('movableClock', () => {
  it('goes on from wherever it was set, and never back', () => {
    let base = 1000;
    const clock = movableClock(() => base);
    clock.moveTo(5000);
    base += 10;
    expect(clock.now()).toBe(5010);
    expect(() => clock.moveTo(5009)).toThrow('forward');
    expect(() => clock.moveTo(Number.NaN)).toThrow('forward');
    expect(() => clock.moveTo(Date.UTC(2100, 0))).toThrow('no further');
    expect(clock.now()).toBe(5010);
  });
});
