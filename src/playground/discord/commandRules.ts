import type { FormFault } from './apiError.ts';
import type { Component } from './components.ts';

/** Source: discord-api-docs `developers/interactions/application-commands.mdx`, "Application Command Naming". */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Source: the same document, "Slash Commands", the note on size. */
const SIZE = 8000;
/** Characters of a choice's value. Source: the same document, "Application Command Option Choice Structure". */
const CHOICE_VALUE = 100;

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const GROUP = 2;

type Path = readonly (string | number)[];

/** The documented limits that the schema of a command does not state. The command has passed that schema. */
export function commandFaults(command: Component, path: Path): readonly FormFault[] {
  const isChatInput = (command.type ?? CHAT_INPUT) === CHAT_INPUT;
  if (!isChatInput) {
    return command.description
      ? [{ path: [...path, 'description'], code: 'APPLICATION_COMMAND_DESCRIPTION_FORBIDDEN', message: NO_DESCRIPTION }]
      : [];
  }
  const faults: FormFault[] = [...nameFaults(command, path)];
  if (!command.description) {
    faults.push({ path: [...path, 'description'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
  }
  faults.push(...optionsFaults(command, path));
  if (sizeOf(command) > SIZE) {
    faults.push({ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message: `Command exceeds maximum size (${SIZE})` });
  }
  return faults;
}

const NO_DESCRIPTION = 'Context menu commands cannot have description';

function nameFaults({ name, name_localizations: localised }: Component, path: Path): readonly FormFault[] {
  const all: readonly (readonly [at: Path, name: string])[] = [
    [[...path, 'name'], String(name)],
    ...Object.entries((localised ?? {}) as Record<string, string>).map(
      ([locale, text]) => [[...path, 'name_localizations', locale], text] as const,
    ),
  ];
  return all
    .filter(([, text]) => !NAME.test(text) || text !== text.toLowerCase())
    .map(([at]) => ({
      path: at,
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: 'Command name is invalid',
    }));
}

function optionsFaults(owner: Component, path: Path): readonly FormFault[] {
  const options = (owner.options ?? []) as readonly Component[];
  const faults: FormFault[] = [];
  const nested = options.filter(isNested);
  if (nested.length > 0 && nested.length < options.length) {
    const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
    faults.push({ path: [...path, 'options'], code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message });
  }
  let optionalSeen = false;
  options.forEach((option, index) => {
    const at = [...path, 'options', index];
    faults.push(...nameFaults(option, at));
    if (options.findIndex(({ name }) => name === option.name) !== index) {
      const message = 'Option with this name already exists';
      faults.push({ path: [...at, 'name'], code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', message });
    }
    if (isNested(option)) {
      faults.push(...optionsFaults(option, at));
      return;
    }
    if (option.required !== true) optionalSeen = true;
    else if (optionalSeen) {
      const message = 'Required options must be placed before non-required options';
      faults.push({ path: at, code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message });
    }
    faults.push(...choiceFaults(option, at), ...rangeFaults(option, at));
  });
  return faults;
}

const isNested = ({ type }: Component) => type === SUBCOMMAND || type === GROUP;

function choiceFaults(option: Component, path: Path): readonly FormFault[] {
  const choices = (option.choices ?? []) as readonly Component[];
  const faults: FormFault[] = [];
  if (choices.length > 0 && option.autocomplete === true) {
    const message = 'Choices and autocomplete are mutually exclusive';
    faults.push({ path: [...path, 'autocomplete'], code: 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', message });
  }
  choices.forEach((choice, index) => {
    const at = [...path, 'choices', index];
    if (choices.findIndex(({ name }) => name === choice.name) !== index) {
      const message = 'Option choice name already exists';
      faults.push({ path: [...at, 'name'], code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', message });
    }
    if (typeof choice.value === 'string' && choice.value.length > CHOICE_VALUE) {
      const message = `Must be ${CHOICE_VALUE} or fewer in length.`;
      faults.push({ path: [...at, 'value'], code: 'BASE_TYPE_MAX_LENGTH', message });
    }
  });
  return faults;
}

function rangeFaults(option: Component, path: Path): readonly FormFault[] {
  return (['value', 'length'] as const).flatMap((of) => {
    const [min, max] = [option[`min_${of}`], option[`max_${of}`]];
    if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return [];
    const message = `int value should be less than or equal to ${max}.`;
    return [{ path: [...path, `min_${of}`], code: 'NUMBER_TYPE_MAX', message }];
  });
}

/** Characters of names, descriptions and values, each field by its longest localisation. */
function sizeOf(node: Component): number {
  const longest = (field: 'name' | 'description') => {
    const localised = Object.values((node[`${field}_localizations`] ?? {}) as Record<string, string>);
    return Math.max(...[String(node[field] ?? ''), ...localised].map((text) => text.length));
  };
  const inside = [...((node.options ?? []) as Component[]), ...((node.choices ?? []) as Component[])];
  const value = node.value === undefined ? 0 : String(node.value).length;
  return longest('name') + longest('description') + value + inside.reduce((sum, one) => sum + sizeOf(one), 0);
}
