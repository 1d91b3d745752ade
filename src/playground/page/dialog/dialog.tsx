import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { ShownDialog, ShownField } from '../../shown.ts';
import type { FieldValues } from '../../talk.ts';
import { Icon } from '../icons.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { ask } from '../state/connection.ts';
import { Field } from './field.tsx';
import { faultIn, firstValue } from './fieldValue.ts';

/** A modal, over everything else: Escape leaves it, and the rest of the page waits. */
export function Dialog({ dialog }: { readonly dialog: ShownDialog }) {
  const { dialogId, title, parts } = dialog;
  const fields = parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []));
  const values = useSignal<FieldValues>(Object.fromEntries(fields.map((field) => [field.customId, firstValue(field)])));
  const faults = useSignal<Readonly<Record<string, string>>>({});
  const notice = useSignal('');
  const sending = useSignal(false);
  const frame = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    frame.current?.showModal();
    frame.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    return () => opener?.focus();
  }, []);

  const leave = () => void ask('leave', { dialogId });

  async function send(): Promise<void> {
    faults.value = faultsIn(fields, values.value);
    const [first] = Object.keys(faults.value);
    if (first !== undefined) {
      frame.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus();
      return;
    }
    sending.value = true;
    const told = await ask('submit', { dialogId, fields: values.value });
    sending.value = false;
    notice.value = told.done ? '' : told.notice;
  }

  return (
    <dialog
      ref={frame}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" class="plain" aria-label="Close" onClick={leave}>
            <Icon name="close" />
          </button>
        </header>
        <div class="dialog-body">
          {parts.map((part, index) =>
            part.kind === 'words' ? (
              <Markdown key={index} text={part.content} />
            ) : (
              <Field
                key={part.field.customId}
                field={part.field}
                value={values.value[part.field.customId] ?? ''}
                fault={faults.value[part.field.customId]}
                change={(value) => {
                  values.value = { ...values.value, [part.field.customId]: value };
                }}
              />
            ),
          )}
          {notice.value && (
            <p class="fault" role="alert">
              {notice.value}
            </p>
          )}
        </div>
        <footer>
          <button type="button" class="button secondary" onClick={leave}>
            Cancel
          </button>
          <button type="submit" class="button primary" aria-busy={sending.value} disabled={sending.value}>
            Submit
          </button>
        </footer>
      </form>
    </dialog>
  );
}

function faultsIn(fields: readonly ShownField[], values: FieldValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const fault = faultIn(field, values[field.customId]);
      return fault === undefined ? [] : [[field.customId, fault]];
    }),
  );
}
