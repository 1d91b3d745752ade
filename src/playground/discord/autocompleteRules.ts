import { type FormFault, invalidForm } from './apiError.ts';
import type { Component } from './components.ts';
import type { Choice } from './sight.ts';

/** Characters. Source: discord-api-docs `developers/interactions/application-commands.mdx`, "Application Command Option Choice Structure". */
const VALUE = 100;
const STRING = 3;

/**
 * The suggestions a bot gives. Their number and the length of their names are the schema's affair.
 * @throws ApiError 50035 when their values do not fit the option
 */
export function choicesIn(data: Component, optionType: number | undefined): readonly Choice[] {
  const choices = (data.choices ?? []) as readonly Choice[];
  const faults: FormFault[] = [];
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
