import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { ShownChoice, ShownOption } from '../../shown.ts';
import type { Values } from '../../talk.ts';
import { Icon } from '../icons.tsx';
import { ask } from '../state/connection.ts';
import type { Draft } from './fill.ts';
import { fitting } from './listed.ts';

interface OptionFieldProps {
  readonly option: ShownOption;
  readonly command: string;
  readonly channelId: string;
  readonly draft: Draft;
  /** Its fixed list, if it has one. */
  readonly listed: readonly ShownChoice[];
  readonly fault: string | undefined;
  /** What stands in the other fields, for suggestions. */
  readonly others: () => Values;
  readonly change: (draft: Draft) => void;
  readonly settled: () => void;
  readonly remove: () => void;
}

const DEBOUNCE_MS = 150;

/** One option's field: a line of text with, where there is one, a list over the composer. */
export function OptionField(props: OptionFieldProps) {
  const { option, command, channelId, draft, listed, fault, others, change, settled, remove } = props;
  const id = useId();
  const focused = useSignal(false);
  const shut = useSignal(false);
  const active = useSignal(0);
  const suggested = useSignal<readonly ShownChoice[]>([]);
  const notice = useSignal('');

  const { typed } = draft;
  const hasList = option.suggests || listed.length > 0;
  const choices = option.suggests ? suggested.value : fitting(listed, typed);
  const open = focused.value && hasList && !shut.value;
  const current = choices[active.value];

  useEffect(() => {
    if (!option.suggests || !open) return;
    let stale = false;
    const asking = setTimeout(async () => {
      const answer = await ask('complete', { channelId, command, option: option.name, typed, others: others() });
      if (stale) return;
      suggested.value = 'choices' in answer ? answer.choices : [];
      notice.value = 'choices' in answer ? (answer.choices.length === 0 ? 'Nothing fits.' : '') : answer.notice;
      active.value = 0;
    }, DEBOUNCE_MS);
    return () => {
      stale = true;
      clearTimeout(asking);
    };
  }, [typed, open]);

  function type(next: string): void {
    shut.value = false;
    active.value = 0;
    change({ typed: next });
  }

  function pick(choice: ShownChoice): void {
    change({ typed: choice.name, picked: choice });
    shut.value = true;
    settled();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const last = choices.length - 1;
    if (event.key === 'ArrowDown' && hasList) {
      if (open) moveTo(active.value >= last ? 0 : active.value + 1);
      shut.value = false;
    } else if (event.key === 'ArrowUp' && open) moveTo(active.value <= 0 ? last : active.value - 1);
    else if (event.key === 'Enter' && open && current) pick(current);
    else if (event.key === 'Escape' && open) shut.value = true;
    else if (event.key === 'Backspace' && typed === '') remove();
    else {
      // Tab takes what was being looked for, and goes on.
      if (event.key === 'Tab' && !event.shiftKey && open && current && typed !== '' && !draft.picked) {
        change({ typed: current.name, picked: current });
      }
      return;
    }
    event.preventDefault();
  }

  function moveTo(index: number): void {
    active.value = index;
    document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <div class={['field', fault && 'faulty', focused.value && 'focused'].filter(Boolean).join(' ')}>
      {focused.value && (
        <div class="pop">
          <p class="about" id={`${id}-about`}>
            <b>{option.name}</b> {option.description}
            {draft.picked && !open && ' Enter sends the command.'}
          </p>
          {open && (
            <div role="listbox" id={`${id}-list`} aria-label={`Choices for ${option.name}`}>
              {choices.map((choice, index) => (
                <div
                  key={`${choice.value}`}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active.value}
                  class={index === active.value ? 'option active' : 'option'}
                  onPointerMove={() => {
                    active.value = index;
                  }}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => pick(choice)}
                  onKeyDown={() => undefined}
                >
                  {choice.name}
                </div>
              ))}
            </div>
          )}
          {open && choices.length === 0 && (
            <p class="note" role="status">
              {option.suggests ? notice.value || 'Looking…' : 'Nothing fits.'}
            </p>
          )}
        </div>
      )}
      <div class="field-box">
        <label for={id}>{option.name}</label>
        <input
          id={id}
          data-option={option.name}
          value={typed}
          size={Math.min(58, Math.max(10, typed.length + 1))}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={() => {
            focused.value = true;
            shut.value = draft.picked !== undefined;
          }}
          onBlur={() => {
            focused.value = false;
          }}
          onClick={() => {
            shut.value = false;
          }}
          inputMode={option.kind === 'whole' ? 'numeric' : option.kind === 'number' ? 'decimal' : 'text'}
          required={option.required}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? `${id}-about` : `${id}-fault`}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint={open ? 'next' : 'send'}
          {...(hasList
            ? {
                role: 'combobox' as const,
                'aria-expanded': open,
                'aria-controls': `${id}-list`,
                'aria-autocomplete': 'list' as const,
                'aria-activedescendant': open && current ? `${id}-${active.value}` : undefined,
              }
            : {})}
        />
        {!option.required && (
          <button type="button" class="plain" aria-label={`Leave out ${option.name}`} onClick={remove}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {fault && (
        <p class="field-fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
