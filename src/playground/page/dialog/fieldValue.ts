import type { ShownField } from '../../shown.ts';
import type { FieldValues } from '../../talk.ts';

export type FieldValue = FieldValues[string];

/** What a field holds when its dialog opens. */
export function firstValue({ control, value, options }: ShownField): FieldValue {
  const chosen = options.filter((option) => option.chosen).map((option) => option.value);
  switch (control) {
    case 'text':
    case 'paragraph':
      return value;
    case 'checkbox':
      return value === 'true';
    case 'radio':
      return chosen[0] ?? '';
    default:
      return chosen;
  }
}

/** What the client has against a field's value, if anything. */
export function faultIn(
  { control, required, min, max }: ShownField,
  value: FieldValue | undefined,
): string | undefined {
  if (control === 'checkbox') return undefined;
  const isText = control === 'text' || control === 'paragraph';
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  if (size === 0) return required ? 'This field is required.' : undefined;
  if (control === 'radio') return undefined;
  const unit = isText ? ' characters' : '';
  const verb = isText ? 'Use' : 'Choose';
  if (min !== undefined && size < min) return `${verb} at least ${min}${unit}.`;
  return max !== undefined && size > max ? `${verb} at most ${max}${unit}.` : undefined;
}
