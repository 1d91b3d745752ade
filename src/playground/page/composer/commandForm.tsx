import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ShownCommand, ShownOption } from '../../shown.ts';
import { Icon } from '../icons.tsx';
import { ask } from '../state/connection.ts';
import { during, scene } from '../state/screen.ts';
import { type Drafts, readDraft, readDrafts } from './fill.ts';
import { listedFor } from './listed.ts';
import { OptionField } from './optionField.tsx';

interface CommandFormProps {
  readonly command: ShownCommand;
  readonly channelId: string;
  /** Back to the list of commands. */
  readonly leave: () => void;
  readonly sent: () => void;
}

/** A chosen command with its options as fields: the required ones, then those one adds. */
export function CommandForm({ command, channelId, leave, sent }: CommandFormProps) {
  const drafts = useSignal<Drafts>({});
  const added = useSignal<readonly string[]>([]);
  const faults = useSignal<Readonly<Record<string, string>>>({});
  const target = useSignal<{ readonly name: string | undefined }>({
    name: command.options.find((option) => option.required)?.name,
  });
  const form = useRef<HTMLFormElement>(null);

  const required = command.options.filter((option) => option.required);
  const extra = added.value.flatMap((name) => command.options.find((option) => option.name === name) ?? []);
  const fields = [...required, ...extra];
  const left = command.options.filter((option) => !fields.includes(option));

  const people = scene.value ?? { people: [], roles: [], channels: [] };
  const listed = (option: ShownOption) => listedFor(option, people);
  const read = () => readDrafts(fields, drafts.value, listed);

  function focus(name: string | undefined): void {
    target.value = { name };
  }

  // Before the next key arrives: what is typed on must not be lost.
  useLayoutEffect(() => {
    const { name } = target.value;
    const wanted = name === undefined ? '.send' : `[data-option="${CSS.escape(name)}"]`;
    form.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [target.value]);

  function add(name: string): void {
    added.value = [...added.value, name];
    focus(name);
  }

  function remove(option: ShownOption): void {
    if (option.required) {
      if (option === fields[0]) leave();
      return;
    }
    const before = fields[fields.indexOf(option) - 1];
    added.value = added.value.filter((name) => name !== option.name);
    drafts.value = Object.fromEntries(Object.entries(drafts.value).filter(([name]) => name !== option.name));
    focus(before?.name);
  }

  function send(): void {
    const { values, faults: found } = read();
    faults.value = found;
    const [first] = fields.filter(({ name }) => found[name] !== undefined);
    if (first) {
      focus(first.name);
      return;
    }
    void during(command.name, channelId, ask('type', { channelId, command: command.name, values }));
    sent();
  }

  /** After a choice: the next required field that is empty, or else stay. */
  function settled(option: ShownOption): void {
    const next = required.find(
      (one) => one !== option && readDraft(one, drafts.value[one.name], listed(one)).kind === 'fault',
    );
    if (next) focus(next.name);
  }

  return (
    <form
      class="composer form"
      ref={form}
      noValidate
      aria-label={command.name}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        leave();
      }}
    >
      <div class="form-head">
        <b>{command.name}</b>
        <span>{command.description}</span>
        <button type="button" class="plain" aria-label="Leave this command" title="Leave this command" onClick={leave}>
          <Icon name="close" />
        </button>
      </div>
      <div class="form-fields">
        {fields.map((option) => (
          <OptionField
            key={option.name}
            option={option}
            command={command.name}
            channelId={channelId}
            draft={drafts.value[option.name] ?? { typed: '' }}
            listed={listed(option)}
            fault={faults.value[option.name]}
            others={() => {
              const { [option.name]: _own, ...others } = read().values;
              return others;
            }}
            change={(draft) => {
              drafts.value = { ...drafts.value, [option.name]: draft };
              faults.value = Object.fromEntries(Object.entries(faults.value).filter(([name]) => name !== option.name));
            }}
            settled={() => settled(option)}
            remove={() => remove(option)}
          />
        ))}
        {left.map(({ name, description }) => (
          <button key={name} type="button" class="add" title={description} onClick={() => add(name)}>
            + {name}
          </button>
        ))}
      </div>
      <button type="submit" class="send" aria-label={`Send ${command.name}`}>
        <Icon name="send" />
      </button>
    </form>
  );
}
