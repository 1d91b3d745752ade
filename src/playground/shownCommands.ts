import { type APIApplicationCommandOption, ApplicationCommandOptionType as Option } from 'discord.js';
import type { Offer } from './discord/actor.ts';
import type { OptionKind, ShownCommand, ShownOption } from './shown.ts';

const KINDS: Readonly<Record<number, OptionKind>> = {
  [Option.String]: 'text',
  [Option.Integer]: 'whole',
  [Option.Number]: 'number',
  [Option.Boolean]: 'boolean',
  [Option.User]: 'person',
  [Option.Channel]: 'channel',
  [Option.Role]: 'role',
  [Option.Mentionable]: 'mentionable',
  [Option.Attachment]: 'file',
};

/** One list of commands from what each channel offers, with why a channel hides one. */
export function shownCommands(
  offersIn: readonly { readonly channelId: string; readonly offers: readonly Offer[] }[],
): readonly ShownCommand[] {
  const names = new Map(offersIn.flatMap(({ offers }) => offers.map((offer) => [offer.name, offer] as const)));
  return [...names.values()].map((offer) => ({
    name: offer.name,
    description: offer.description,
    options: optionsOf(offer).map(shownOption),
    hiddenIn: Object.fromEntries(
      offersIn.flatMap(({ channelId, offers }) => {
        const here = offers.find(({ name }) => name === offer.name);
        const hidden = here ? here.hidden : 'Not offered here.';
        return hidden === undefined ? [] : [[channelId, hidden]];
      }),
    ),
  }));
}

/** The options at the end of the words: of `add` in `/schedule add`. */
function optionsOf({ name, command }: Offer): readonly APIApplicationCommandOption[] {
  const [, ...words] = name.split(' ');
  return words.reduce<readonly APIApplicationCommandOption[]>((options, word) => {
    const inner = options.find((option) => option.name === word);
    return inner && 'options' in inner ? (inner.options ?? []) : [];
  }, command.options ?? []);
}

function shownOption(option: APIApplicationCommandOption): ShownOption {
  const { name, description, required = false } = option;
  const min = limitOf(option, 'min');
  const max = limitOf(option, 'max');
  return {
    name,
    description,
    required,
    kind: KINDS[option.type] ?? 'text',
    suggests: 'autocomplete' in option && option.autocomplete === true,
    ...('choices' in option && option.choices && option.choices.length > 0
      ? { choices: option.choices.map((choice) => ({ name: choice.name, value: choice.value })) }
      : {}),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

function limitOf(option: APIApplicationCommandOption, end: 'min' | 'max'): number | undefined {
  const { [`${end}_value`]: value, [`${end}_length`]: length } = option as unknown as Record<
    string,
    number | undefined
  >;
  return value ?? length;
}
