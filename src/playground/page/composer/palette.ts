import type { ShownCommand } from '../../shown.ts';

/** A command in the list under `/`. */
export interface Entry {
  readonly command: ShownCommand;
  /** Why it cannot be used here. */
  readonly hidden?: string;
}

/** The commands that fit what was typed after the slash, best first, those hidden here last. */
export function paletteFor(commands: readonly ShownCommand[], channelId: string, typed: string): readonly Entry[] {
  const words = typed.toLowerCase().replace(/\s+/g, ' ').trimStart();
  const ranked = commands.flatMap((command) => {
    const rank = rankOf(command, words.trimEnd());
    const hidden = command.hiddenIn[channelId];
    return rank === undefined ? [] : [{ rank, entry: { command, ...(hidden === undefined ? {} : { hidden }) } }];
  });
  return ranked
    .toSorted((a, b) => Number(a.entry.hidden !== undefined) - Number(b.entry.hidden !== undefined) || a.rank - b.rank)
    .map(({ entry }) => entry);
}

/** 0 is best; `undefined` when it does not fit. */
function rankOf({ name, description }: ShownCommand, words: string): number | undefined {
  const bare = name.slice(1);
  if (bare.startsWith(words)) return 0;
  if (bare.split(/[ -]/).some((part) => part.startsWith(words))) return 1;
  if (bare.includes(words)) return 2;
  return description.toLowerCase().includes(words) ? 3 : undefined;
}

/** The command that has been typed out in full, with a space after it. */
export function typedOut(
  commands: readonly ShownCommand[],
  channelId: string,
  typed: string,
): ShownCommand | undefined {
  if (!typed.endsWith(' ')) return undefined;
  const name = `/${typed.trim().toLowerCase().replace(/\s+/g, ' ')}`;
  return commands.find((command) => command.name === name && command.hiddenIn[channelId] === undefined);
}
