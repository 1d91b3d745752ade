import type { ShownMessage } from '../../shown.ts';
import { Avatar } from '../avatar.tsx';
import { Icon } from '../icons.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { now } from '../state/clock.ts';
import { ask } from '../state/connection.ts';
import { faults, scene, tell } from '../state/screen.ts';
import { Embed } from './embed.tsx';
import { Pictures } from './pictures.tsx';
import { Pieces } from './pieces.tsx';
import { sayWhen } from './sayWhen.ts';

export function Message({ message }: { readonly message: ShownMessage }) {
  const { messageId, from, answers, onlyYou, thinking, pingsYou, at } = message;
  const fault = faults.value[messageId];
  const isBot = scene.value?.bot.personId === from.personId;
  return (
    <article
      class={['message', onlyYou && 'only-you', pingsYou && 'pings-you'].filter(Boolean).join(' ')}
      aria-label={`${from.name}, ${sayWhen(at, now.value)}`}
      data-message={messageId}
    >
      {answers?.command && (
        <p class="answers">
          <Icon name="reply" />
          <strong>{answers.name}</strong> used <span class="chip">{answers.command}</span>
        </p>
      )}
      <Avatar personId={from.personId} name={from.name} />
      <header>
        <strong>{from.name}</strong>
        {isBot && <span class="tag">Bot</span>}
        <time dateTime={new Date(at).toISOString()}>{sayWhen(at, now.value)}</time>
      </header>
      <div class="body">
        {thinking ? <Thinking name={from.name} /> : <Said message={message} />}
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        {onlyYou && <OnlyYou messageId={messageId} />}
      </div>
    </article>
  );
}

function Said({ message }: { readonly message: ShownMessage }) {
  const { content, embeds, files, pieces, edited, messageId } = message;
  return (
    <>
      {content && <Markdown text={content} />}
      {embeds.map((embed, index) => (
        <Embed key={index} embed={embed} />
      ))}
      <Pictures pictures={files} />
      <Pieces pieces={pieces} messageId={messageId} />
      {edited && <span class="edited">(edited)</span>}
    </>
  );
}

function Thinking({ name }: { readonly name: string }) {
  return (
    <p class="thinking">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {name} is thinking…
    </p>
  );
}

function OnlyYou({ messageId }: { readonly messageId: string }) {
  return (
    <p class="note">
      <Icon name="eye" />
      Only you can see this ·{' '}
      <button type="button" class="linkish" onClick={async () => tell(await ask('dismiss', { messageId }))}>
        Dismiss
      </button>
    </p>
  );
}
