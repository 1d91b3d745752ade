import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ShownCommand } from '../../shown.ts';
import { Icon } from '../icons.tsx';
import { channel, scene, toast, wanted } from '../state/screen.ts';
import { CommandForm } from './commandForm.tsx';
import { type Entry, paletteFor, typedOut } from './palette.ts';

const HINT = 'The playground only sends commands. Type / to choose one.';

/** Where one types: the list of commands after a slash, then the chosen command's fields. */
export function Composer() {
  const here = channel.value;
  const commands = scene.value?.commands ?? [];
  const channelId = here?.channelId ?? '';
  const text = useSignal('');
  const active = useSignal(0);
  const chosen = useSignal<string | undefined>(undefined);
  const hint = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  /** Whether the line is to have the focus as soon as it is back. */
  const back = useRef(false);
  const id = useId();

  const command = commands.find(({ name }) => name === chosen.value);
  const open = text.value.startsWith('/') && !command;
  const entries = open ? paletteFor(commands, channelId, text.value.slice(1)) : [];
  const current = entries[active.value];

  function type(next: string): void {
    text.value = next;
    active.value = 0;
    hint.value = '';
    const whole = next.startsWith('/') ? typedOut(commands, channelId, next.slice(1)) : undefined;
    if (whole) choose({ command: whole });
  }

  function choose({ command: taken, hidden }: Entry): void {
    if (hidden !== undefined) {
      hint.value = `${taken.name} is not for you here. ${hidden}`;
      return;
    }
    chosen.value = taken.name;
    text.value = '';
    hint.value = '';
  }

  /** Back from a command to the line, keeping its name to be typed on. */
  function leave(keep: string): void {
    chosen.value = undefined;
    type(keep);
    back.current = true;
  }

  useLayoutEffect(() => {
    if (back.current) input.current?.focus();
    if (input.current) back.current = false;
  });

  useEffect(() => {
    const name = wanted.value;
    if (name === undefined) return;
    wanted.value = undefined;
    const found = commands.find((one) => one.name === name);
    if (found) choose({ command: found, ...hiddenOf(found, channelId) });
    else toast.value = `There is no command called ${name}.`;
  }, [wanted.value]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const at = event.target as HTMLElement;
      if (event.key !== '/' || at.closest('input, textarea, select, dialog') || chosen.value) return;
      event.preventDefault();
      input.current?.focus();
      if (!text.value) type('/');
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  function onKeyDown(event: KeyboardEvent): void {
    const last = entries.length - 1;
    if (event.key === 'ArrowDown' && open) moveTo(active.value >= last ? 0 : active.value + 1);
    else if (event.key === 'ArrowUp' && open) moveTo(active.value <= 0 ? last : active.value - 1);
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && open && current) choose(current);
    else if (event.key === 'Enter') hint.value = text.value.trim() ? noSuch(text.value) : HINT;
    else if (event.key === 'Escape' && text.value) type('');
    else return;
    event.preventDefault();
  }

  function moveTo(index: number): void {
    active.value = index;
    document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' });
  }

  if (command) {
    return (
      <CommandForm
        key={`${command.name} ${channelId}`}
        command={command}
        channelId={channelId}
        leave={() => leave(command.name)}
        sent={() => leave('')}
      />
    );
  }
  const label = here?.server === undefined ? `Message ${here?.name ?? ''}` : `Message #${here.name}`;
  return (
    <div class="composer">
      {open && (
        <div class="pop">
          {entries.length === 0 && <p class="note">No command is called that.</p>}
          <div role="listbox" id={`${id}-list`} aria-label="Commands">
            {entries.map((entry, index) => (
              <PaletteRow
                key={entry.command.name}
                id={`${id}-${index}`}
                entry={entry}
                active={index === active.value}
                point={() => {
                  active.value = index;
                }}
                choose={() => {
                  choose(entry);
                  input.current?.focus();
                }}
              />
            ))}
          </div>
        </div>
      )}
      <div class="line">
        <button
          type="button"
          class="slash"
          aria-label="Commands"
          title="Commands"
          onClick={() => {
            type(open ? '' : '/');
            input.current?.focus();
          }}
        >
          <Icon name="slash" />
        </button>
        <input
          ref={input}
          value={text.value}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={onKeyDown}
          placeholder={`Type / for commands in ${here?.server === undefined ? 'direct messages' : `#${here.name}`}`}
          aria-label={label}
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && current ? `${id}-${active.value}` : undefined}
          aria-describedby={`${id}-hint`}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="send"
        />
      </div>
      <p class="hint" id={`${id}-hint`} role="status">
        {hint.value}
      </p>
    </div>
  );
}

function noSuch(text: string): string {
  return text.startsWith('/') ? `There is no command called ${text.trim()}.` : HINT;
}

function hiddenOf({ hiddenIn }: ShownCommand, channelId: string) {
  const hidden = hiddenIn[channelId];
  return hidden === undefined ? {} : { hidden };
}

interface PaletteRowProps {
  readonly id: string;
  readonly entry: Entry;
  readonly active: boolean;
  readonly point: () => void;
  readonly choose: () => void;
}

function PaletteRow({ id, entry: { command, hidden }, active, point, choose }: PaletteRowProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={hidden !== undefined}
      class={['option', active && 'active', hidden !== undefined && 'hidden-here'].filter(Boolean).join(' ')}
      onPointerMove={point}
      onPointerDown={(event) => event.preventDefault()}
      onClick={choose}
      onKeyDown={() => undefined}
    >
      <span>
        <b>{command.name}</b>
        <small>{command.description}</small>
      </span>
      {hidden !== undefined && <em>{hidden}</em>}
    </div>
  );
}
