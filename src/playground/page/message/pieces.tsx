import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Piece, ShownButton } from '../../shown.ts';
import { Icon } from '../icons.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { isWeb } from '../markdown/readMarkdown.ts';
import { ask } from '../state/connection.ts';
import { busy, use } from '../state/screen.ts';
import { Menu } from './menu.tsx';
import { Picture, Pictures } from './pictures.tsx';

/** A message's components, in their order. */
export function Pieces({ pieces, messageId }: { readonly pieces: readonly Piece[]; readonly messageId: string }) {
  return (
    <>
      {pieces.map((piece, index) => (
        <OnePiece key={index} piece={piece} messageId={messageId} />
      ))}
    </>
  );
}

function OnePiece({ piece, messageId }: { readonly piece: Piece; readonly messageId: string }) {
  switch (piece.kind) {
    case 'text':
      return <Markdown text={piece.content} />;
    case 'container':
      return (
        <Container colour={piece.colour} hidden={piece.spoiler}>
          <Pieces pieces={piece.pieces} messageId={messageId} />
        </Container>
      );
    case 'section':
      return (
        <div class="section">
          <div>
            <Pieces pieces={piece.pieces} messageId={messageId} />
          </div>
          {piece.beside && <OnePiece piece={piece.beside} messageId={messageId} />}
        </div>
      );
    case 'separator':
      return <hr class={[piece.line ? 'rule' : 'space', piece.wide && 'wide'].filter(Boolean).join(' ')} />;
    case 'row':
      return (
        <div class="row">
          <Pieces pieces={piece.pieces} messageId={messageId} />
        </div>
      );
    case 'button':
      return <Button button={piece} messageId={messageId} />;
    case 'menu':
      return <Menu menu={piece} messageId={messageId} />;
    case 'picture':
      return <Picture picture={piece.picture} />;
    case 'gallery':
      return <Pictures pictures={piece.pictures} />;
    case 'unknown':
      return <p class="note">A component of type {piece.type}, which the playground does not draw.</p>;
  }
}

interface ContainerProps {
  readonly colour: string | undefined;
  readonly hidden: boolean;
  readonly children: ComponentChildren;
}

function Container({ colour, hidden, children }: ContainerProps) {
  const open = useSignal(!hidden);
  return (
    <div class="container" style={colour ? { '--accent-bar': colour } : {}}>
      {open.value ? (
        children
      ) : (
        <button
          type="button"
          class="button secondary"
          onClick={() => {
            open.value = true;
          }}
        >
          Show spoiler
        </button>
      )}
    </div>
  );
}

function Button({ button, messageId }: { readonly button: ShownButton; readonly messageId: string }) {
  const { customId, url, label, look, disabled } = button;
  if (url !== undefined) {
    if (disabled || !isWeb(url)) return <span class="button link disabled">{label}</span>;
    return (
      <a class="button link" href={url} target="_blank" rel="noopener noreferrer">
        {label}
        <Icon name="out" />
      </a>
    );
  }
  const press = () => customId && use(messageId, customId, () => ask('press', { messageId, customId }));
  const underWay = busy.value[messageId] === customId;
  return (
    <button
      type="button"
      class={`button ${look}`}
      disabled={disabled}
      aria-busy={underWay}
      onClick={() => void press()}
    >
      {label}
    </button>
  );
}
