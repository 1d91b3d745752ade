import type { FormFault } from './apiError.ts';
import { type Component, isSelect, KIND, placed } from './components.ts';
import { duplicateFaults, selectFaults } from './messageRules.ts';

/** Source: discord-api-docs `developers/interactions/receiving-and-responding.mdx`, "Modal". */
const TOP_LEVEL = 5;

/** The documented limits that the schema of a modal does not state. `data` has passed that schema. */
export function modalFaults(data: Component): readonly FormFault[] {
  const top = data.components as readonly Component[];
  const everything = placed(top, ['data', 'components']);
  const faults: FormFault[] = [...duplicateFaults(everything), ...everything.flatMap(selectFaults)];
  if (top.length > TOP_LEVEL) {
    const message = `Must be between 1 and ${TOP_LEVEL} in length.`;
    faults.push({ path: ['data', 'components'], code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  for (const { component, path } of everything) {
    const inLabel = path.at(-1) === 'component';
    const fault = (field: string, code: string, message: string) =>
      faults.push({ path: [...path, field], code, message });
    if (component.disabled) {
      fault('disabled', 'COMPONENT_DISABLED_IN_MODAL', 'Modals cannot have disabled components');
    }
    if (component.type === KIND.textInput) {
      if (inLabel && component.label) {
        fault('label', 'TEXT_INPUT_LABEL_IN_LABEL', 'A text input within a label has no label of its own');
      }
      if (!inLabel && !component.label) fault('label', 'BASE_TYPE_REQUIRED', 'This field is required');
      textFaults(component, fault);
    }
    // A menu that must be answered needs at least one value. Source: component reference, "String Select", first note.
    if (isSelect(component) && component.required !== false && component.min_values === 0) {
      fault('min_values', 'NUMBER_TYPE_MIN', 'int value should be greater than or equal to 1.');
    }
  }
  return faults;
}

function textFaults(input: Component, fault: (field: string, code: string, message: string) => void): void {
  const { min_length: min = 0, max_length: max = 4000, value } = input;
  if (Number(min) > Number(max)) {
    fault('min_length', 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${Number(max)}.`);
  }
  if (typeof value === 'string' && value.length > Number(max)) {
    fault('value', 'BASE_TYPE_MAX_LENGTH', `Must be ${Number(max)} or fewer in length.`);
  }
}
