import leven from 'leven';

/** How many letters were mistyped to make one word of another; two neighbours that changed places are one slip. */
export function slips(typed: string, meant: string): number {
  return typed.length === meant.length && areSwapped(typed, meant) ? 1 : leven(typed, meant);
}

function areSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a === b.slice(0, at) + (b[at + 1] ?? '') + (b[at] ?? '') + b.slice(at + 2);
}
