import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { now } from '../state/clock.ts';
import { nameOf, openChannel, scene, wanted } from '../state/screen.ts';
import type { Mark } from './mark.ts';
import { readMarkdown } from './readMarkdown.ts';
import { sayTime } from './sayTime.ts';

/** A text of Discord's Markdown. */
export function Markdown({ text }: { readonly text: string }) {
  const marks = useMemo(() => readMarkdown(text), [text]);
  return (
    <div class="markdown">
      <Marks marks={marks} />
    </div>
  );
}

function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  // A text's marks never change places: their index is their key.
  return (
    <>
      {marks.map((mark, index) => (
        <OneMark key={index} mark={mark} />
      ))}
    </>
  );
}

function OneMark({ mark }: { readonly mark: Mark }): JSX.Element {
  switch (mark.kind) {
    case 'text':
      return <>{mark.text}</>;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong>
          <Marks marks={mark.inside} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Marks marks={mark.inside} />
        </em>
      );
    case 'underline':
      return (
        <u>
          <Marks marks={mark.inside} />
        </u>
      );
    case 'strike':
      return (
        <s>
          <Marks marks={mark.inside} />
        </s>
      );
    case 'small':
      return (
        <small>
          <Marks marks={mark.inside} />
        </small>
      );
    case 'quote':
      return (
        <blockquote>
          <Marks marks={mark.inside} />
        </blockquote>
      );
    case 'spoiler':
      return (
        <Spoiler>
          <Marks marks={mark.inside} />
        </Spoiler>
      );
    case 'heading':
      return (
        <Heading level={mark.level}>
          <Marks marks={mark.inside} />
        </Heading>
      );
    case 'code':
      return <code>{mark.text}</code>;
    case 'code-block':
      return (
        <pre>
          <code>{mark.text}</code>
        </pre>
      );
    case 'list':
      return <List first={mark.first} items={mark.items} />;
    case 'link':
      return (
        <a href={mark.url} target="_blank" rel="noopener noreferrer" title={mark.url}>
          <Marks marks={mark.inside} />
        </a>
      );
    case 'time':
      return (
        <time class="chip" dateTime={new Date(mark.at).toISOString()} title={sayTime(mark.at, 'F', now.value)}>
          {sayTime(mark.at, mark.style, now.value)}
        </time>
      );
    case 'everyone':
    case 'here':
      return <span class="chip">@{mark.kind}</span>;
    case 'person':
      return <span class="chip">@{nameOf(mark.id)}</span>;
    case 'role':
      return (
        <span class="chip">@{scene.value?.roles.find(({ roleId }) => roleId === mark.id)?.name ?? 'unknown role'}</span>
      );
    case 'channel':
      return <ChannelChip channelId={mark.id} />;
    case 'command':
      return (
        <button
          type="button"
          class="chip"
          onClick={() => {
            wanted.value = `/${mark.name}`;
          }}
        >
          /{mark.name}
        </button>
      );
  }
}

/** One level below the page's own headings. */
function Heading({ level, children }: { readonly level: 1 | 2 | 3; readonly children: ComponentChildren }) {
  if (level === 1) return <h3 class="h1">{children}</h3>;
  return level === 2 ? <h4 class="h2">{children}</h4> : <h5 class="h3">{children}</h5>;
}

function List({ first, items }: { readonly first: number | undefined; readonly items: readonly (readonly Mark[])[] }) {
  const lines = items.map((item, index) => (
    <li key={index}>
      <Marks marks={item} />
    </li>
  ));
  return first === undefined ? <ul>{lines}</ul> : <ol start={first}>{lines}</ol>;
}

function Spoiler({ children }: { readonly children: ComponentChildren }) {
  const open = useSignal(false);
  if (open.value) return <span class="spoiler open">{children}</span>;
  return (
    <button
      type="button"
      class="spoiler"
      aria-label="Spoiler. Show it."
      onClick={() => {
        open.value = true;
      }}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

function ChannelChip({ channelId }: { readonly channelId: string }) {
  const found = scene.value?.channels.find((one) => one.channelId === channelId);
  if (!found) return <span class="chip">#unknown</span>;
  return (
    <button type="button" class="chip" onClick={() => openChannel(channelId)}>
      #{found.name}
    </button>
  );
}
