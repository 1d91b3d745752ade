import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { asides, channel, dropAside, markRead, scene, wanted } from '../state/screen.ts';
import { Message } from './message.tsx';

/** How near to the end counts as being there, in pixels. */
const NEAR = 80;

/** A channel's messages. Stays at the end while new ones come, unless one has scrolled up. */
export function Log() {
  const here = channel.value;
  const present = scene.value;
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const sizes = useRef('');
  const away = useSignal(false);
  /** Whether something came while the reader was away from the end. */
  const missed = useSignal(false);
  const channelId = here?.channelId ?? '';
  const place = `${present?.you} ${channelId}`;

  function toEnd(): void {
    box.current?.scrollTo({ top: box.current.scrollHeight });
    sizes.current = sizesOf(box.current);
    atEnd.current = true;
    away.value = false;
    missed.value = false;
  }

  function scrolled(): void {
    const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = box.current ?? {};
    const resized = sizes.current !== sizesOf(box.current);
    sizes.current = sizesOf(box.current);
    // What grew has moved the end away, not the reader: the watcher follows it.
    if (atEnd.current && resized) return;
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR;
    away.value = !atEnd.current;
    if (atEnd.current) missed.value = false;
  }

  useLayoutEffect(toEnd, [place]);
  useEffect(() => {
    const watcher = new ResizeObserver(() => atEnd.current && toEnd());
    if (content.current) watcher.observe(content.current);
    if (box.current) watcher.observe(box.current);
    document.addEventListener('visibilitychange', markRead);
    return () => {
      watcher.disconnect();
      document.removeEventListener('visibilitychange', markRead);
    };
  }, []);

  const messages = present?.messages[channelId] ?? [];
  const ours = asides.value.filter((aside) => aside.channelId === channelId && aside.personId === present?.you);
  useEffect(() => {
    missed.value = away.peek();
  }, [messages.length]);

  // Whoever sends something wants to see what comes of it.
  const waiting = ours.filter(({ state }) => state === 'waiting').length;
  useLayoutEffect(() => {
    if (waiting > 0) toEnd();
  }, [waiting]);

  return (
    <div class="log-frame">
      <div class="log" ref={box} onScroll={scrolled} role="log" aria-label={`Messages in ${here?.name ?? ''}`}>
        <div class="log-content" ref={content} key={place}>
          {messages.length === 0 && ours.length === 0 && <Empty />}
          {messages.map((message) => (
            <Message key={message.messageId} message={message} />
          ))}
          {ours.map(({ asideId, words, state }) => (
            <p key={asideId} class={`aside ${state}`}>
              {words}
              {state === 'failed' && (
                <button type="button" class="linkish" onClick={() => dropAside(asideId)}>
                  Dismiss
                </button>
              )}
            </p>
          ))}
        </div>
      </div>
      {away.value && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" />
          {missed.value ? 'New messages' : 'To the latest'}
        </button>
      )}
    </div>
  );
}

function sizesOf(box: HTMLElement | null): string {
  return `${box?.scrollHeight} ${box?.clientHeight}`;
}

const SUGGESTED = 4;

function Empty() {
  const here = channel.value;
  const commands = scene.value?.commands ?? [];
  const offered = commands.filter(({ hiddenIn }) => hiddenIn[here?.channelId ?? ''] === undefined);
  const name = here?.server === undefined ? here?.name : `#${here?.name}`;
  return (
    <section class="empty">
      <h2>{here?.server === undefined ? `Just you and ${name}` : `Welcome to ${name}`}</h2>
      {offered.length > 0 ? (
        <>
          <p>Nothing has been said here yet. Try a command:</p>
          <ul>
            {offered.slice(0, SUGGESTED).map(({ name: command, description }) => (
              <li key={command}>
                <button
                  type="button"
                  class="suggestion"
                  onClick={() => {
                    wanted.value = command;
                  }}
                >
                  <b>{command}</b>
                  <span>{description}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{commands.length > 0 ? 'No command is offered to you here.' : 'The bot has registered no commands yet.'}</p>
      )}
    </section>
  );
}
