import { type Component, KIND } from './discord/components.ts';
import type { Dialog } from './discord/sight.ts';
import type { DialogPart, ShownDialog } from './shown.ts';
import { shownOptions } from './shownMessage.ts';

/** A dialog with its words and fields in their order. */
export function shownDialog(dialog: Dialog): ShownDialog {
  const components = dialog.components as unknown as readonly Component[];
  return { dialogId: dialog.dialogId, title: dialog.title, parts: components.flatMap((top) => partsOf(top, dialog)) };
}

function partsOf(top: Component, dialog: Dialog): readonly DialogPart[] {
  if (top.type === KIND.textDisplay) return [{ kind: 'words', content: String(top.content) }];
  const inputs = (top.type === KIND.label ? [top.component] : (top.components ?? [])) as readonly Component[];
  return inputs.flatMap((input) => partOf(input, dialog));
}

function partOf(input: Component, dialog: Dialog): readonly DialogPart[] {
  const known = dialog.fields.find(({ customId }) => customId === input.custom_id);
  if (!known) return [];
  const limits = input as { min_length?: number; max_length?: number; min_values?: number; max_values?: number };
  const min = limits.min_length ?? limits.min_values;
  const max = limits.max_length ?? limits.max_values;
  return [
    {
      kind: 'field',
      field: {
        customId: known.customId,
        label: known.label,
        control: known.kind,
        required: known.required,
        value: known.value ?? (input.default === true ? 'true' : ''),
        placeholder: known.placeholder ?? '',
        options: shownOptions(input.options),
        ...(known.description === undefined ? {} : { description: known.description }),
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
      },
    },
  ];
}
