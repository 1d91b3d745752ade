import { signal } from '@preact/signals';
import type { AskName, Asks, News } from '../../talk.ts';

/** Whether the page hears its server. */
export const online = signal(false);

const UNREACHABLE = { done: false, notice: 'The playground cannot be reached.' } as const;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4000;

const waiting = new Map<number, (answer: unknown) => void>();
let socket: WebSocket | undefined;
let next = 1;
let wait = FIRST_WAIT_MS;

/** Talks to the server, again and again where that breaks off. `opened` runs each time it begins. */
export function connect(hear: (news: News) => void, opened: () => void): void {
  const opening = new WebSocket(`ws://${location.host}/talk`);
  socket = opening;
  opening.addEventListener('open', () => {
    wait = FIRST_WAIT_MS;
    online.value = true;
    opened();
  });
  opening.addEventListener('message', ({ data }) => {
    const news = JSON.parse(String(data)) as News;
    if (news.news !== 'answer') return hear(news);
    waiting.get(news.id)?.(news.answer);
    waiting.delete(news.id);
  });
  opening.addEventListener('close', () => {
    online.value = false;
    for (const settle of waiting.values()) settle(UNREACHABLE);
    waiting.clear();
    setTimeout(() => connect(hear, opened), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  });
}

/** Asks the server. Always answered: without a connection, with a notice that says so. */
export function ask<Name extends AskName>(name: Name, asked: Asks[Name]['asked']): Promise<Asks[Name]['answer']> {
  const open = socket;
  if (open?.readyState !== WebSocket.OPEN) return Promise.resolve(UNREACHABLE as Asks[Name]['answer']);
  const id = next;
  next += 1;
  return new Promise((resolve) => {
    waiting.set(id, (answer) => resolve(answer as Asks[Name]['answer']));
    open.send(JSON.stringify({ id, ask: name, with: asked }));
  });
}
