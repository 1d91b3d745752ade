import { type Mark, TIME_STYLES, type TimeStyle, type Wrapping } from './mark.ts';
import { parseMarkdown } from './rules.ts';

type Node = ReturnType<typeof parseMarkdown>[number];

const WRAPPINGS: Readonly<Record<string, Wrapping>> = {
  strong: 'strong',
  em: 'em',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  subtext: 'small',
  blockQuote: 'quote',
};
const LATEST_SECOND = 8_640_000_000_000;

/** Reads a message's text. Never throws: what cannot be read is text. */
export function readMarkdown(source: string): readonly Mark[] {
  return marksOf(parseMarkdown(source, { inline: true }));
}

function marksOf(nodes: unknown): readonly Mark[] {
  if (!Array.isArray(nodes)) return [];
  return tidy((nodes as readonly Node[]).flatMap(markOf));
}

function markOf(node: Node): readonly Mark[] {
  const wrapping = WRAPPINGS[node.type];
  if (wrapping) return [{ kind: wrapping, inside: trimmed(marksOf(node.content), wrapping) }];
  switch (node.type) {
    case 'br':
      return [{ kind: 'break' }];
    case 'heading':
      return [{ kind: 'heading', level: node.level, inside: marksOf(node.content) }];
    case 'inlineCode':
      return [{ kind: 'code', text: String(node.content) }];
    case 'codeBlock':
      return [{ kind: 'code-block', language: String(node.lang), text: String(node.content) }];
    case 'list': {
      const items = (node.items as readonly unknown[]).map(marksOf);
      return [{ kind: 'list', items, ...(typeof node.first === 'number' ? { first: node.first } : {}) }];
    }
    case 'link':
    case 'url':
    case 'autolink':
      return linkOf(String(node.target), marksOf(node.content));
    case 'timestamp':
      return timeOf(Number(node.timestamp), String(node.format ?? 'f'));
    case 'user':
      return [{ kind: 'person', id: String(node.id) }];
    case 'role':
    case 'channel':
      return [{ kind: node.type, id: String(node.id) }];
    case 'everyone':
    case 'here':
      return [{ kind: node.type }];
    case 'slashCommand':
      return [{ kind: 'command', name: String(node.fullName) }];
    case 'emoji':
      return [{ kind: 'text', text: `:${node.name}:` }];
    default:
      return [{ kind: 'text', text: String(node.content ?? '') }];
  }
}

function linkOf(url: string, inside: readonly Mark[]): readonly Mark[] {
  return isWeb(url) ? [{ kind: 'link', url, inside }] : inside;
}

/** Whether a browser would open it as a page of the web: the only links there are. */
export function isWeb(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function timeOf(second: number, style: string): readonly Mark[] {
  const known = TIME_STYLES.find((one): one is TimeStyle => one === style);
  if (!known || Math.abs(second) > LATEST_SECOND) return [{ kind: 'text', text: `<t:${second}:${style}>` }];
  return [{ kind: 'time', at: second * 1000, style: known }];
}

/** A quote takes in the line end after it, which is not part of what is quoted. */
function trimmed(marks: readonly Mark[], wrapping: Wrapping): readonly Mark[] {
  return wrapping === 'quote' && marks.at(-1)?.kind === 'break' ? marks.slice(0, -1) : marks;
}

/** Joins neighbouring texts, and drops the line end that only ends a code block. */
function tidy(marks: readonly Mark[]): readonly Mark[] {
  const out: Mark[] = [];
  for (const mark of marks) {
    const last = out.at(-1);
    if (mark.kind === 'break' && last?.kind === 'code-block') continue;
    if (mark.kind === 'text' && last?.kind === 'text')
      out[out.length - 1] = { kind: 'text', text: last.text + mark.text };
    else out.push(mark);
  }
  return out;
}
