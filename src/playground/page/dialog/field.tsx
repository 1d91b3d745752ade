import { useId } from 'preact/hooks';
import type { ShownField, ShownMenu } from '../../shown.ts';
import { entriesOf } from '../message/menuEntries.ts';
import { scene } from '../state/screen.ts';
import type { FieldValue } from './fieldValue.ts';

interface FieldProps {
  readonly field: ShownField;
  readonly value: FieldValue;
  readonly fault: string | undefined;
  readonly change: (value: FieldValue) => void;
}

/** One field of a dialog, with its label, its description and its fault tied to it. */
export function Field({ field, value, fault, change }: FieldProps) {
  const { label, description, required, control } = field;
  const id = useId();
  const grouped = control === 'radio' || control === 'checkboxes' || picksSeveral(field);
  const about = [description && `${id}-about`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const title = (
    <>
      {label}
      {required && <span class="needed"> (required)</span>}
    </>
  );
  const words = description && (
    <p class="note" id={`${id}-about`}>
      {description}
    </p>
  );
  const trouble = fault && (
    <p class="fault" id={`${id}-fault`} role="alert">
      {fault}
    </p>
  );
  if (grouped) {
    return (
      <fieldset class="form-field" aria-describedby={about}>
        <legend>{title}</legend>
        {words}
        <Choices field={field} value={value} change={change} />
        {trouble}
      </fieldset>
    );
  }
  return (
    <div class="form-field">
      <label for={id}>{title}</label>
      {words}
      <Control field={field} value={value} change={change} id={id} about={about} />
      {trouble}
    </div>
  );
}

function picksSeveral({ control, max = 1 }: ShownField): boolean {
  return ['select', 'people', 'roles', 'mentionables', 'channels'].includes(control) && max > 1;
}

function entriesFor({ control, options }: ShownField) {
  const of: ShownMenu['of'] =
    control === 'people' || control === 'roles' || control === 'mentionables' || control === 'channels'
      ? control
      : 'options';
  return entriesOf({ of, options }, scene.value);
}

type ControlProps = Omit<FieldProps, 'fault'> & { readonly id: string; readonly about: string };

function Control({ field, value, change, id, about }: ControlProps) {
  const { control, customId: name, placeholder, required, max } = field;
  const tied = { id, name, required, 'aria-describedby': about };
  const text = typeof value === 'string' ? value : '';
  switch (control) {
    case 'text':
      return (
        <input
          {...tied}
          value={text}
          placeholder={placeholder}
          maxLength={max}
          autocomplete="off"
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      );
    case 'paragraph':
      return (
        <textarea
          {...tied}
          value={text}
          placeholder={placeholder}
          maxLength={max}
          rows={5}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      );
    case 'checkbox':
      return (
        <input
          {...tied}
          type="checkbox"
          required={false}
          checked={value === true}
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />
      );
    case 'files':
      return <p class="note">Files cannot be given in the playground.</p>;
    default:
      return (
        <select
          {...tied}
          value={Array.isArray(value) ? (value[0] ?? '') : text}
          onChange={({ currentTarget }) => change(currentTarget.value === '' ? [] : [currentTarget.value])}
        >
          <option value="">{placeholder || 'Choose…'}</option>
          {entriesFor(field).map((entry) => (
            <option key={entry.value} value={entry.value}>
              {entry.label}
            </option>
          ))}
        </select>
      );
  }
}

function Choices({ field, value, change }: Omit<FieldProps, 'fault'>) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  const single = field.control === 'radio';
  return (
    <div class="choices">
      {entriesFor(field).map((entry) => (
        <label key={entry.value} class="choice">
          <input
            type={single ? 'radio' : 'checkbox'}
            name={field.customId}
            value={entry.value}
            checked={chosen.includes(entry.value)}
            onChange={({ currentTarget }) => {
              if (single) return change(entry.value);
              const others = chosen.filter((one) => one !== entry.value);
              change(currentTarget.checked ? [...others, entry.value] : others);
            }}
          />
          <span>
            {entry.label}
            {entry.description && <small>{entry.description}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}
