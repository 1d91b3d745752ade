import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ShownChannel } from '../../shown.ts';
import { Avatar } from '../avatar.tsx';
import { become, channel, openChannel, scene, unreadIn } from '../state/screen.ts';

/** Whether the drawer is out, on a narrow screen. */
export const drawerOpen = signal(false);

/** Where one can go, and who one can be. */
export function Side() {
  const present = scene.value;
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!drawerOpen.value) return;
    const opener = document.activeElement as HTMLElement | null;
    drawer.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
    return () => opener?.focus();
  }, [drawerOpen.value]);
  if (!present) return null;
  const servers = [...new Set(present.channels.flatMap(({ server }) => server ?? []))];
  return (
    <>
      {drawerOpen.value && (
        <button
          type="button"
          class="shade"
          aria-label="Close the list of channels"
          onClick={() => {
            drawerOpen.value = false;
          }}
        />
      )}
      <aside
        aria-label="Places and people"
        class={drawerOpen.value ? 'side out' : 'side'}
        id="side"
        ref={drawer}
        onKeyDown={(event) => {
          if (event.key === 'Escape') drawerOpen.value = false;
        }}
      >
        <p class="brand">
          <img src="/icon.svg" alt="" />
          Playground
        </p>
        <nav aria-label="Channels">
          {servers.map((server) => (
            <Places key={server} title={server} channels={present.channels.filter((one) => one.server === server)} />
          ))}
          <Places title="Direct messages" channels={present.channels.filter(({ server }) => server === undefined)} />
        </nav>
        <People />
      </aside>
    </>
  );
}

function Places({ title, channels }: { readonly title: string; readonly channels: readonly ShownChannel[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {channels.map((one) => (
          <li key={one.channelId}>
            <Place place={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Place({ place }: { readonly place: ShownChannel }) {
  const { channelId, name, server, thread } = place;
  const isHere = channel.value?.channelId === channelId;
  const unread = isHere ? 0 : unreadIn(channelId);
  return (
    <button
      type="button"
      class={['place', unread > 0 && 'unread', thread && 'thread'].filter(Boolean).join(' ')}
      aria-current={isHere ? 'page' : undefined}
      onClick={() => {
        openChannel(channelId);
        drawerOpen.value = false;
      }}
    >
      <span class="sign" aria-hidden="true">
        {server === undefined ? '@' : thread ? '↳' : '#'}
      </span>
      <span class="name">{name}</span>
      {unread > 0 && (
        <span class="count">
          {unread}
          <span class="unseen"> unread</span>
        </span>
      )}
    </button>
  );
}

function People() {
  const present = scene.value;
  return (
    <fieldset class="people">
      <legend>You are</legend>
      {present?.people.map(({ personId, name, standing }) => (
        <label
          key={personId}
          class="person"
          onPointerUp={() => {
            drawerOpen.value = false;
          }}
        >
          <input
            type="radio"
            name="you"
            value={personId}
            checked={personId === present.you}
            onChange={() => void become(personId)}
          />
          <Avatar personId={personId} name={name} />
          <span class="name">{name}</span>
          <span class="standing">{standing}</span>
        </label>
      ))}
    </fieldset>
  );
}
