const QUOTED = /“[^”]*”|"[^"]*"/g;

/** The text in pieces, with what stands in quotation marks left out. */
export function outsideQuotes(text: string): readonly string[] {
  return text.split(QUOTED);
}
