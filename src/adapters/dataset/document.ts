import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Finding, JsonPath } from '../../domain/audit/finding.ts';
import { type Fault, spellPath } from './faults.ts';

/** A file's text, read as strict JSON. */
export interface Document {
  readonly file: string;
  /** Absent when the text is no JSON. */
  readonly value?: unknown;
  /** What is wrong with it as JSON. */
  readonly faults: readonly Fault[];
  /** The same finding, with the line where it stands. */
  locate(finding: Finding): Fault;
}

/**
 * Reads JSON as the standard has it: comments and trailing commas are faults, and
 * so is a key that stands twice. Positions are worked out only where one is asked for.
 */
export function readDocument(file: string, text: string): Document {
  let tree: Node | undefined;
  const root = () => {
    tree ??= parseTree(text);
    return tree;
  };
  const faultAt = (offset: number, { path, wrong, mend }: Finding): Fault => ({
    file,
    path: spellPath(path),
    line: text.slice(0, offset).split('\n').length,
    wrong,
    mend,
  });
  const locate = (finding: Finding) => faultAt(offsetOf(root(), finding.path), finding);
  const json = readJson(text);
  if (!json) {
    return {
      file,
      faults: syntaxErrors(text).map(({ offset, ...said }) => faultAt(offset, { path: [], ...said })),
      locate,
    };
  }
  const repeated = keysWritten(text) === keysIn(json.value) ? [] : repeatedKeys(root(), []);
  const faults = repeated.map(({ offset, path }) =>
    faultAt(offset, { path, wrong: 'This key stands twice in its object.', mend: 'Keep one of the two.' }),
  );
  return { file, value: json.value, faults, locate };
}

function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** How many keys the text, which is JSON, writes: as many as its value has, unless one stands twice. */
function keysWritten(text: string): number {
  let count = 0;
  for (let from = text.indexOf('"'); from >= 0; ) {
    const to = endOfString(text, from);
    COLON.lastIndex = to;
    if (COLON.test(text)) count++;
    from = text.indexOf('"', to);
  }
  return count;
}

const COLON = /\s*:/y;

/** Where the text goes on after the string that begins at `from`. */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at + 1;
}

/** An odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}
function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, inner) => sum + keysIn(inner), own);
}

/** Where the path leads, or the nearest place above that there is. */
function offsetOf(tree: Node | undefined, path: JsonPath): number {
  if (!tree) return 0;
  const node = findNodeAtLocation(tree, [...path]);
  if (node) return node.offset;
  return path.length === 0 ? tree.offset : offsetOf(tree, path.slice(0, -1));
}

/** What the tolerant parser has to say about text that is no JSON, once a place: it tends to complain twice. */
function syntaxErrors(text: string): readonly (Pick<Finding, 'wrong' | 'mend'> & { readonly offset: number })[] {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  return errors
    .filter(({ offset }, index) => errors.findIndex((other) => other.offset === offset) === index)
    .map(({ offset, error }) => ({ offset, ...(SENTENCES[printParseErrorCode(error)] ?? NO_JSON) }));
}

/** By the name that the parser gives the fault. */
const SENTENCES: Readonly<Record<string, Pick<Finding, 'wrong' | 'mend'>>> = {
  InvalidCommentToken: { wrong: 'JSON has no comments.', mend: 'Remove the comment.' },
  PropertyNameExpected: {
    wrong: 'A key in double quotes is expected here.',
    mend: 'Remove the comma before it, or write the key.',
  },
  ValueExpected: { wrong: 'A value is expected here.', mend: 'Remove the comma before it, or write the value.' },
  CommaExpected: { wrong: 'A comma is missing before this.', mend: 'Put a comma after the entry before.' },
  ColonExpected: { wrong: 'A colon is missing after the key.', mend: 'Put a colon between the key and its value.' },
  CloseBraceExpected: { wrong: 'An object is not closed.', mend: 'Put the missing } in.' },
  CloseBracketExpected: { wrong: 'A list is not closed.', mend: 'Put the missing ] in.' },
  EndOfFileExpected: {
    wrong: 'There is text after the end of the JSON.',
    mend: 'Remove it, or the bracket that closed too early.',
  },
  UnexpectedEndOfString: {
    wrong: 'A text is not closed.',
    mend: 'Put the missing " in; a " inside a text is written \\".',
  },
  InvalidCharacter: {
    wrong: 'A text may not contain a tab or a line break as such.',
    mend: 'Write \\t or \\n, or a space.',
  },
  InvalidEscapeCharacter: {
    wrong: 'There is a backslash with a letter that means nothing in JSON.',
    mend: 'Write \\\\ for a backslash.',
  },
  InvalidUnicode: {
    wrong: 'There is a backslash with a letter that means nothing in JSON.',
    mend: 'Write \\\\ for a backslash.',
  },
};

const NO_JSON: Pick<Finding, 'wrong' | 'mend'> = {
  wrong: 'This is not JSON.',
  mend: 'Write a text in double quotes, a number, true, false, a list or an object.',
};

interface Repeated {
  readonly path: JsonPath;
  /** Where the second of the two stands. */
  readonly offset: number;
}

function repeatedKeys(node: Node | undefined, path: JsonPath): Repeated[] {
  const children = node?.children ?? [];
  if (node?.type === 'array') return children.flatMap((child, index) => repeatedKeys(child, [...path, index]));
  if (node?.type !== 'object') return [];
  const seen = new Set<string>();
  return children.flatMap(({ offset, children: [key, value] = [] }) => {
    const inner = [...path, String(key?.value)];
    const known = seen.size;
    const repeated = seen.add(String(key?.value)).size === known;
    return [...(repeated ? [{ path: inner, offset }] : []), ...(value ? repeatedKeys(value, inner) : [])];
  });
}
