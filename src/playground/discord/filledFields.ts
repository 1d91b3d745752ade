import type { FieldValue } from './actor.ts';
import { type Component, KIND } from './components.ts';
import { type FillContext, readChannel, readRole, readUser } from './filledOptions.ts';
import type { Dialog, DialogField } from './sight.ts';

/** A dialog's answers, as an interaction carries them. */
export interface FilledFields {
  readonly components: readonly Component[];
  readonly resolved: Component | undefined;
  readonly faults: readonly string[];
}

/** Fills a dialog in, by labels or custom ids, and checks it as a client does before it sends it. */
export function fillFields(
  dialog: Dialog,
  values: Readonly<Record<string, FieldValue>>,
  context: FillContext,
): FilledFields {
  const faults: string[] = [];
  const resolved: Record<string, Component> = {};
  const unknown = Object.keys(values).filter(
    (key) => !dialog.fields.some(({ label, customId }) => label === key || customId === key),
  );
  faults.push(...unknown.map((key) => `There is no field called ${key}.`));

  function answer(input: Component): Component {
    const field = dialog.fields.find(({ customId }) => customId === input.custom_id);
    if (!field) return { type: input.type, id: input.id };
    const given = values[field.label] ?? values[field.customId];
    const { answer: said, fault } = answerTo(field, input, given, context, resolved);
    if (fault) faults.push(`${field.label}: ${fault}`);
    return { type: input.type, id: input.id, custom_id: input.custom_id, ...said };
  }

  const components = (dialog.components as unknown as readonly Component[]).map((top): Component => {
    if (top.type === KIND.label) return { type: top.type, id: top.id, component: answer(top.component as Component) };
    if (top.type !== KIND.actionRow) return { type: top.type, id: top.id };
    return { type: top.type, id: top.id, components: (top.components as readonly Component[]).map(answer) };
  });
  return { components, resolved: Object.keys(resolved).length > 0 ? resolved : undefined, faults };
}

interface Answered {
  readonly answer: Component;
  readonly fault?: string | undefined;
}

function answerTo(
  field: DialogField,
  input: Component,
  given: FieldValue | undefined,
  context: FillContext,
  resolved: Record<string, Component>,
): Answered {
  switch (field.kind) {
    case 'text':
    case 'paragraph': {
      const value = given === undefined ? (field.value ?? '') : String(given);
      return { answer: { value }, fault: faultInText(value, field, input) };
    }
    case 'checkbox':
      return { answer: { value: given === true } };
    case 'radio': {
      const value = field.options?.find((one) => one.label === given || one.value === given)?.value ?? null;
      return { answer: { value }, fault: value === null && field.required ? 'choose one.' : undefined };
    }
    case 'select':
    case 'checkboxes': {
      const wanted = listOf(given);
      const values = wanted.flatMap(
        (one) => field.options?.find((o) => o.label === one || o.value === one)?.value ?? [],
      );
      const fault = values.length < wanted.length ? 'choose from the list.' : faultInCount(values, field, input);
      return { answer: { values }, fault };
    }
    case 'files':
      return { answer: { values: [] }, fault: field.required ? 'files cannot be given here.' : undefined };
    default: {
      const found = listOf(given).map((one) => lookUp(field.kind, one, context));
      for (const one of found) {
        for (const [kind, part] of Object.entries(one?.resolved ?? {})) {
          resolved[kind] = { ...resolved[kind], ...(part as Component) };
        }
      }
      const values = found.flatMap((one) => (one ? [one.value] : []));
      const fault = values.length < found.length ? 'not to be found here.' : faultInCount(values, field, input);
      return { answer: { values }, fault };
    }
  }
}

function lookUp(kind: DialogField['kind'], given: string, context: FillContext) {
  if (kind === 'channels') return readChannel(given, context);
  if (kind === 'roles') return readRole(given, context);
  return readUser(given, context) ?? (kind === 'mentionables' ? readRole(given, context) : undefined);
}

function listOf(given: FieldValue | undefined): readonly string[] {
  if (given === undefined || typeof given === 'boolean') return [];
  return typeof given === 'string' ? [given] : given;
}

function faultInText(value: string, field: DialogField, input: Component): string | undefined {
  if (value === '') return field.required ? 'this field is required.' : undefined;
  const { min_length: min = 0, max_length: max = 4000 } = input as { min_length?: number; max_length?: number };
  if (value.length < min) return `at least ${min} characters.`;
  return value.length > max ? `at most ${max} characters.` : undefined;
}

function faultInCount(values: readonly unknown[], field: DialogField, input: Component): string | undefined {
  if (values.length === 0 && !field.required) return undefined;
  const { min_values: min = 1, max_values: max = 1 } = input as { min_values?: number; max_values?: number };
  if (values.length < Math.max(min, field.required ? 1 : 0)) return `choose at least ${Math.max(min, 1)}.`;
  return values.length > max ? `choose at most ${max}.` : undefined;
}
