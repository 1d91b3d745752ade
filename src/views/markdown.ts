/** Discord's Markdown, and how to keep names and texts from being read as it. */

/** What `plain` has anything to do with; most texts have none of it, and are looked through but once. */
const MARKED = /[\\*_~`|<>[\]@]|[^\S ]| {2}|^[#+-]|^\d+[.)]|:\/\//;

/**
 * The text on one line as it stands, whatever it contains: no formatting, no
 * mention, no heading, no list, no link. Source of the syntax: Discord's support
 * article "Markdown Text 101"; mentions: discord-api-docs `reference`, Message Formatting.
 */
export function plain(text: string): string {
  if (!MARKED.test(text)) return text;
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\*_~`|<>[\]]/g, '\\$&')
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/@(everyone|here)/g, '@\u200b$1');
}

export function bold(text: string): string {
  return `**${plain(text)}**`;
}

/** A link without a preview. Brackets, which could end its label or address, become others or codes. */
export function link(label: string, url: string): string {
  const round = label.replaceAll('[', '(').replaceAll(']', ')');
  const address = url.replace(
    /[\s<>()\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `[${plain(round)}](<${address}>)`;
}

export function small(text: string): string {
  return `-# ${text}`;
}

export function heading(text: string): string {
  return `### ${plain(text)}`;
}

/** Shown in each reader's own time zone. Styles: discord-api-docs `reference`, Timestamp Styles. */
export function timestamp(at: number, style: 'R' | 'f' | 'D'): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`;
}
