/** Lists of Discord's Markdown, by their lines. */

/** Whole lines that make a list, at the start of a text. */
export const LIST = /^ *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n(?: *(?:[-*]|\d{1,9}\.) +\S[^\n]*| {2,}\S[^\n]*))*(?:\n|$)/;

const ITEM = /^( *)(?:[-*]|(\d{1,9})\.) +(.*)$/;

export interface ListText {
  /** The number it starts with; missing for a list of points. */
  readonly first?: number;
  readonly items: readonly ItemText[];
}

export interface ItemText {
  readonly text: string;
  /** The lists below this item, as text with their own indentation taken away. */
  readonly below: string;
}

/** The lists in such lines: a new one begins where points turn into numbers or back. */
export function listIn(lines: string): readonly ListText[] {
  const lists: { first?: number; items: { text: string; below: string }[] }[] = [];
  const depth = /^ */.exec(lines)?.[0].length ?? 0;
  for (const line of lines.replace(/\n$/, '').split('\n')) {
    const [, indent = '', number, text = ''] = ITEM.exec(line) ?? [];
    const last = lists.at(-1);
    const item = last?.items.at(-1);
    if (item && (!ITEM.test(line) || indent.length > depth + 1)) {
      const inner = line.slice(Math.min(depth + 2, /^ */.exec(line)?.[0].length ?? 0));
      if (ITEM.test(line) || item.below) item.below += `${item.below && '\n'}${inner}`;
      else item.text += `\n${inner.trimStart()}`;
      continue;
    }
    if (last && (last.first === undefined) === (number === undefined)) last.items.push({ text, below: '' });
    else lists.push({ items: [{ text, below: '' }], ...(number === undefined ? {} : { first: Number(number) }) });
  }
  return lists;
}
