import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { ShownMenu, ShownMenuOption } from '../../shown.ts';
import { Icon } from '../icons.tsx';
import { ask } from '../state/connection.ts';
import { busy, scene, use } from '../state/screen.ts';
import { entriesOf } from './menuEntries.ts';
import { placeBeside } from './placeBeside.ts';

/** A select menu: a button that opens a list over the page. With one choice, choosing sends it; with several, “Done” does. */
export function Menu({ menu, messageId }: { readonly menu: ShownMenu; readonly messageId: string }) {
  const { customId, placeholder, disabled, min, max } = menu;
  const entries = entriesOf(menu, scene.value);
  const several = max > 1;
  const given = entries.filter(({ chosen }) => chosen).map(({ value }) => value);
  const chosen = useSignal<readonly string[]>(given);
  const active = useSignal(0);
  const open = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  const givenKey = given.join();
  useEffect(() => {
    chosen.value = given;
  }, [givenKey]);

  function toggled(isOpen: boolean): void {
    open.value = isOpen;
    if (!isOpen) return;
    active.value = Math.max(
      0,
      entries.findIndex(({ value }) => chosen.value.includes(value)),
    );
    if (opener.current && list.current) placeBeside(opener.current, list.current);
    list.current?.focus();
  }

  async function send(values: readonly string[]): Promise<void> {
    list.current?.hidePopover();
    opener.current?.focus();
    await use(messageId, customId, () => ask('choose', { messageId, customId, values }));
  }

  function pick({ value }: ShownMenuOption): void {
    if (!several) return void send([value]);
    const without = chosen.value.filter((one) => one !== value);
    if (without.length < chosen.value.length) chosen.value = without;
    else if (without.length < max) chosen.value = [...without, value];
  }

  function onKeyDown(event: KeyboardEvent): void {
    const last = entries.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, active.value + 1),
      ArrowUp: Math.max(0, active.value - 1),
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      active.value = to;
      document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
    } else if ((event.key === 'Enter' || event.key === ' ') && event.target === list.current) {
      const entry = entries[active.value];
      if (entry) pick(entry);
    } else if (/^\p{L}$/u.test(event.key)) {
      const found = entries.findIndex(({ label }) => label.toLowerCase().startsWith(event.key.toLowerCase()));
      if (found >= 0) active.value = found;
    } else return;
    event.preventDefault();
  }

  const labels = entries.filter(({ value }) => chosen.value.includes(value)).map(({ label }) => label);
  const shown = labels.length > 0 ? labels.join(', ') : placeholder || 'Choose…';
  return (
    <div class="menu">
      <button
        type="button"
        class="opener"
        ref={opener}
        disabled={disabled}
        aria-haspopup="listbox"
        aria-expanded={open.value}
        aria-busy={busy.value[messageId] === customId}
        aria-label={placeholder && labels.length > 0 ? `${placeholder}: ${shown}` : shown}
        popoverTarget={id}
      >
        <span class={labels.length > 0 ? '' : 'placeholder'}>{shown}</span>
        <Icon name="down" />
      </button>
      <div
        class="options"
        id={id}
        ref={list}
        popover="auto"
        role="listbox"
        tabIndex={-1}
        aria-label={placeholder || 'Choices'}
        aria-multiselectable={several}
        aria-activedescendant={`${id}-${active.value}`}
        onToggle={(event) => toggled(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {entries.map((entry, index) => (
          <div
            key={entry.value}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            class={index === active.value ? 'option active' : 'option'}
            aria-selected={chosen.value.includes(entry.value)}
            onPointerMove={() => {
              active.value = index;
            }}
            onClick={() => pick(entry)}
            onKeyDown={() => undefined}
          >
            <span>
              <b>{entry.label}</b>
              {entry.description && <small>{entry.description}</small>}
            </span>
            {chosen.value.includes(entry.value) && <Icon name="check" />}
          </div>
        ))}
        {entries.length === 0 && <p class="note">There is nothing to choose.</p>}
        {several && (
          <button
            type="button"
            class="button primary done"
            disabled={chosen.value.length < min}
            onClick={() => void send(chosen.value)}
          >
            Done
          </button>
        )}
      </div>
    </div>
  );
}
