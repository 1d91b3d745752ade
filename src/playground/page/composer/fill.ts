import type { ShownChoice, ShownOption } from '../../shown.ts';
import type { Value, Values } from '../../talk.ts';

/** What stands in an option's field. */
export interface Draft {
  readonly typed: string;
  /** The choice taken from the list, as long as its name still stands in the field. */
  readonly picked?: ShownChoice;
}

export type Drafts = Readonly<Record<string, Draft>>;

export type Read =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'fault'; readonly fault: string };

/** What an option's field says, or what is wrong with it. `listed` are the choices of an option that has a list. */
export function readDraft(option: ShownOption, draft: Draft | undefined, listed: readonly ShownChoice[] = []): Read {
  const typed = draft?.typed.trim() ?? '';
  if (typed === '') return option.required ? fault('This option is required.') : { kind: 'empty' };
  if (option.kind === 'file') return fault('Files cannot be given in the playground.');
  if (draft?.picked?.name === draft?.typed && draft?.picked) return checked(option, draft.picked.value);
  if (listed.length > 0) {
    const found = listed.find(({ name }) => bare(name) === bare(typed));
    return found ? checked(option, found.value) : fault('Choose one of the list.');
  }
  switch (option.kind) {
    case 'text':
      return checked(option, typed);
    case 'whole':
      return /^[+-]?\d+$/.test(typed) ? checked(option, Number(typed)) : fault('Enter a whole number.');
    case 'number':
      return Number.isFinite(Number(typed)) ? checked(option, Number(typed)) : fault('Enter a number.');
    default:
      return fault('Choose one of the list.');
  }
}

/** All of a command's fields: what to send, and the faults by option. */
export function readDrafts(
  options: readonly ShownOption[],
  drafts: Drafts,
  listedFor: (option: ShownOption) => readonly ShownChoice[],
): { readonly values: Values; readonly faults: Readonly<Record<string, string>> } {
  const values: Record<string, Value> = {};
  const faults: Record<string, string> = {};
  for (const option of options) {
    const read = readDraft(option, drafts[option.name], listedFor(option));
    if (read.kind === 'value') values[option.name] = read.value;
    if (read.kind === 'fault') faults[option.name] = read.fault;
  }
  return { values, faults };
}

function checked(option: ShownOption, value: string | number): Read {
  const { kind, min, max } = option;
  const size = typeof value === 'number' ? value : [...value].length;
  const unit = kind === 'text' ? ' characters' : '';
  if (kind === 'text' || kind === 'whole' || kind === 'number') {
    if (min !== undefined && size < min) return fault(`At least ${min}${unit}.`);
    if (max !== undefined && size > max) return fault(`At most ${max}${unit}.`);
  }
  // The list of a switch holds names; what is sent is the switch itself.
  return { kind: 'value', value: kind === 'boolean' ? value === 'true' : value };
}

function fault(words: string): Read {
  return { kind: 'fault', fault: words };
}

const bare = (name: string) => name.toLowerCase().replace(/^[@#]/, '');
