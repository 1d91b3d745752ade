import { batch, computed, signal } from '@preact/signals';
import type { Scene, ShownChannel, ShownMessage } from '../../shown.ts';
import type { News, Told } from '../../talk.ts';
import { setClock } from './clock.ts';
import { ask } from './connection.ts';
import { hearWire } from './wire.ts';

/** What is on the screen. The server's word; what is only this page's stands below it. */
export const scene = signal<Scene | undefined>(undefined);

/** Something the client itself says in a channel, as when the bot did not answer. */
export interface Aside {
  readonly asideId: number;
  readonly channelId: string;
  readonly personId: string;
  readonly words: string;
  readonly state: 'waiting' | 'failed';
}

export const asides = signal<readonly Aside[]>([]);
/** What went wrong with a message's button or menu, by message. */
export const faults = signal<Readonly<Record<string, string>>>({});
/** The custom id that was used and is not answered yet, by message. */
export const busy = signal<Readonly<Record<string, string>>>({});
/** One line for the whole page, and for screen readers. */
export const toast = signal('');
/** The command a press on the page asks the composer for. */
export const wanted = signal<string | undefined>(undefined);

const channelName = signal(placeInHash().channel);

export const channel = computed<ShownChannel | undefined>(() => {
  const channels = scene.value?.channels ?? [];
  return channels.find((one) => slugOf(one) === channelName.value) ?? channels[0];
});

/** What a channel is called in the address. Threads of one name may be many. */
const slugOf = ({ channelId, name, server, thread }: ShownChannel) =>
  server === undefined ? 'direct' : thread ? channelId : name;

/** `#/Ana/general`: who and where, so that a reload and a second tab find their place. */
function placeInHash(): { readonly person: string | undefined; readonly channel: string | undefined } {
  const [, person, place] = location.hash.split('/').map((part) => decodeURIComponent(part));
  return { person: person || undefined, channel: place };
}

function writeHash(personId: string, here: ShownChannel): void {
  const person = scene.value?.people.find((one) => one.personId === personId)?.name ?? '';
  const hash = `#/${encodeURIComponent(person)}/${encodeURIComponent(slugOf(here))}`;
  if (location.hash !== hash) history.replaceState(null, '', hash);
}

export function openChannel(channelId: string): void {
  const next = scene.value?.channels.find((one) => one.channelId === channelId);
  if (next) channelName.value = slugOf(next);
  settlePlace();
}

export async function become(person: string): Promise<void> {
  tell(await ask('be', { person }));
}

/** Asks for the screen of whoever the address names. */
export function begin(): void {
  const { person, channel: place } = placeInHash();
  channelName.value = place ?? channelName.value;
  void ask('be', person === undefined ? {} : { person });
}

function settlePlace(): void {
  const present = scene.value;
  const here = channel.value;
  if (!present || !here) return;
  writeHash(present.you, here);
  markRead();
}

/** Tells the server that the open channel has been seen, if it is being seen. */
export function markRead(): void {
  const present = scene.value;
  const here = channel.value;
  const last = here && present?.messages[here.channelId]?.at(-1);
  if (!last || document.hidden || unreadIn(last.channelId) === 0) return;
  void ask('read', { channelId: last.channelId, messageId: last.messageId });
}

export function unreadIn(channelId: string): number {
  const present = scene.value;
  if (!present) return 0;
  const read = BigInt(present.read[channelId] ?? 0);
  return (present.messages[channelId] ?? []).filter(({ messageId }) => BigInt(messageId) > read).length;
}

export function hear(news: News): void {
  batch(() => take(news));
}

function take(news: News): void {
  const present = news.news === 'scene' ? news.scene : scene.value;
  if (!present) return;
  switch (news.news) {
    case 'scene':
      scene.value = present;
      setClock(present.now);
      settlePlace();
      return;
    case 'wire':
      hearWire(news.lines, news.afresh);
      return;
    case 'message':
      scene.value = { ...present, messages: withMessage(present.messages, news.message) };
      markRead();
      return;
    case 'message-gone': {
      const left = (present.messages[news.channelId] ?? []).filter(({ messageId }) => messageId !== news.messageId);
      scene.value = { ...present, messages: { ...present.messages, [news.channelId]: left } };
      return;
    }
    case 'dialogs':
      scene.value = { ...present, dialogs: news.dialogs };
      return;
    case 'read':
      scene.value = { ...present, read: news.read };
      return;
    case 'bot':
      scene.value = { ...present, botState: news.botState };
      return;
    case 'time':
      setClock(news.now);
      return;
  }
}

function withMessage(all: Scene['messages'], message: ShownMessage): Scene['messages'] {
  const shelf = all[message.channelId] ?? [];
  const known = shelf.some(({ messageId }) => messageId === message.messageId);
  const next = known ? shelf.map((one) => (one.messageId === message.messageId ? message : one)) : [...shelf, message];
  return { ...all, [message.channelId]: next };
}

let lastAside = 0;

/** Says a line in a channel while `doing` runs, and why it failed if it does. */
export async function during(words: string, channelId: string, doing: Promise<Told>): Promise<Told> {
  lastAside += 1;
  const asideId = lastAside;
  const personId = scene.value?.you ?? '';
  asides.value = [...asides.value, { asideId, channelId, personId, words, state: 'waiting' }];
  const told = await doing;
  const others = asides.value.filter((one) => one.asideId !== asideId);
  const failure = { asideId, channelId, personId, words: told.done ? '' : `${words}: ${told.notice}` };
  asides.value = told.done ? others : [...others, { ...failure, state: 'failed' }];
  return told;
}

export function dropAside(asideId: number): void {
  asides.value = asides.value.filter((one) => one.asideId !== asideId);
}

/** Uses a message's button or menu, and shows with the message that it is under way, or failed. */
export async function use(messageId: string, customId: string, doing: () => Promise<Told>): Promise<void> {
  if (busy.value[messageId] !== undefined) return;
  faults.value = without(faults.value, messageId);
  busy.value = { ...busy.value, [messageId]: customId };
  const told = await doing();
  batch(() => {
    busy.value = without(busy.value, messageId);
    if (!told.done) faults.value = { ...faults.value, [messageId]: told.notice };
  });
}

function without(all: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(all).filter(([one]) => one !== key));
}

/** Shows why something of the toolbar did not work, or `words` when it did. */
export function tell(told: Told, words?: string): void {
  if (!told.done) toast.value = told.notice;
  else if (words !== undefined) toast.value = words;
}

export function nameOf(personId: string): string {
  const present = scene.value;
  if (present?.bot.personId === personId) return present.bot.name;
  return present?.people.find((one) => one.personId === personId)?.name ?? 'someone';
}
