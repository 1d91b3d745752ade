import { type FormFault, invalidForm } from './apiError.ts';
import type { Component } from './components.ts';
import type { Choice } from './sight.ts';

/** Source: discord-api-docs `developers/interactions/receiving-and-responding.mdx`, "Autocomplete". */
const CHOICES = 25;
/** Characters. Source: `developers/interactions/application-commands.mdx`, "Application Command Option Choice Structure". */
const VALUE = 100;
const STRING = 3;

/**
 * The suggestions a bot gives.
 * @throws ApiError 50035 when there are too many, or their values do not fit the option
 */
export function choicesIn(data: Component, optionType: number | undefined): readonly Choice[] {
  const choices = (data.choices ?? []) as readonly Choice[];
  const faults: FormFault[] = [];
  if (choices.length > CHOICES) {
    const message = `Must be ${CHOICES} or fewer in length.`;
    faults.push({ path: ['data', 'choices'], code: 'BASE_TYPE_MAX_LENGTH', message });
  }
  choices.forEach(({ value }, index) => {
    const path = ['data', 'choices', index, 'value'];
    if (typeof value === 'string' && value.length > VALUE) {
      faults.push({ path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${VALUE} or fewer in length.` });
    }
    if (optionType !== undefined && (typeof value === 'string') !== (optionType === STRING)) {
      const wanted = optionType === STRING ? 'string' : 'int';
      faults.push({ path, code: 'APPLICATION_COMMAND_OPTION_CHOICE_TYPE', message: `The value is not ${wanted}.` });
    }
  });
  if (faults.length > 0) throw invalidForm(faults);
  return choices;
}
