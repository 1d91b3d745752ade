import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { WireLine } from '../../shown.ts';
import { Icon } from '../icons.tsx';
import { ask } from '../state/connection.ts';
import { inspect, wire } from '../state/wire.ts';
import { wireWith } from './wireWith.ts';

/** What travelled between the bot and Discord, latest first. */
export function Inspector() {
  const words = useSignal('');
  const heartbeats = useSignal(false);
  const open = useSignal<number | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const lines = wireWith(wire.value, words.value, heartbeats.value).toReversed();
  return (
    <aside
      class="inspector"
      aria-label="Inspector"
      onKeyDown={(event) => {
        if (event.key === 'Escape') inspect(false);
      }}
    >
      <header>
        <h2>On the wire</h2>
        <button type="button" class="plain" aria-label="Close the inspector" onClick={() => inspect(false)}>
          <Icon name="close" />
        </button>
      </header>
      <div class="filter">
        <input
          ref={field}
          type="search"
          value={words.value}
          placeholder="Filter: POST, interactions, 429 …"
          aria-label="Filter"
          onInput={({ currentTarget }) => {
            words.value = currentTarget.value;
          }}
        />
        <label>
          <input
            type="checkbox"
            checked={heartbeats.value}
            onChange={({ currentTarget }) => {
              heartbeats.value = currentTarget.checked;
            }}
          />
          Heartbeats
        </label>
      </div>
      {lines.length === 0 && (
        <p class="note">{wire.value.length === 0 ? 'Nothing has travelled yet.' : 'Nothing fits.'}</p>
      )}
      <ol>
        {lines.map((line) => (
          <li key={line.number}>
            <Line
              line={line}
              open={open.value === line.number}
              toggle={() => {
                open.value = open.value === line.number ? undefined : line.number;
              }}
            />
          </li>
        ))}
      </ol>
    </aside>
  );
}

interface LineProps {
  readonly line: WireLine;
  readonly open: boolean;
  readonly toggle: () => void;
}

function Line({ line, open, toggle }: LineProps) {
  const { number, at, direction, via, what, status, tookMs } = line;
  const way = direction === 'in' ? 'to the bot' : 'from the bot';
  return (
    <>
      <button type="button" class="wire-line" aria-expanded={open} onClick={toggle}>
        <span class={`way ${direction}`} title={way}>
          <Icon name={direction === 'in' ? 'down' : 'up'} />
          <span class="unseen">{way}</span>
        </span>
        <span class="via">{via}</span>
        <span class="what">{what}</span>
        <span class="meta">
          {status !== undefined && <b class={status < 400 ? 'good' : 'bad'}>{status}</b>}
          {tookMs !== undefined && <span>{Math.round(tookMs)} ms</span>}
          <time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleTimeString('en-GB')}</time>
        </span>
      </button>
      {open && <Bodies key={number} number={number} />}
    </>
  );
}

function Bodies({ number }: { readonly number: number }) {
  const bodies = useSignal<{ readonly request?: unknown; readonly response?: unknown } | undefined>(undefined);
  useEffect(() => {
    void ask('wireBodies', { number }).then((found) => {
      bodies.value = found;
    });
  }, [number]);
  if (!bodies.value) return <p class="note">Looking…</p>;
  const { request, response } = bodies.value;
  return (
    <div class="bodies">
      <Body title="Sent by the bot" body={request} />
      <Body title="Sent to the bot" body={response} />
    </div>
  );
}

function Body({ title, body }: { readonly title: string; readonly body: unknown }) {
  if (body === undefined || body === null || body === '') return null;
  return (
    <>
      <h3>{title}</h3>
      <pre>{JSON.stringify(body, null, 2)}</pre>
    </>
  );
}
