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

/** Reads JSON as the standard has it: comments and trailing commas are faults, and so is a key that stands twice. */
export function readDocument(file: string, text: string): Document {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const locate = ({ path, wrong, mend }: Finding): Fault => ({
    file,
    path: spellPath(path),
    line: lineAt(offsetOf(tree, path)),
    wrong,
    mend,
  });
  if (errors.length > 0)
    return {
      file,
      faults: syntaxFaults(errors).map(({ offset, ...fault }) => ({ file, path: '$', line: lineAt(offset), ...fault })),
      locate,
    };
  return { file, value: JSON.parse(text), faults: tree ? repeatedKeys(tree, []).map(locate) : [], locate };
}

/** Where the path leads, or the nearest place above that there is. */
function offsetOf(tree: Node | undefined, path: JsonPath): number {
  if (!tree) return 0;
  const node = findNodeAtLocation(tree, [...path]);
  if (node) return node.offset;
  return path.length === 0 ? tree.offset : offsetOf(tree, path.slice(0, -1));
}

/** What JSON's parser says, one per place: it tends to complain twice about the same comma. */
function syntaxFaults(errors: readonly ParseError[]) {
  return errors
    .filter(({ offset }, index) => errors.findIndex((other) => other.offset === offset) === index)
    .map(({ error, offset }) => ({ offset, ...(SENTENCES[printParseErrorCode(error)] ?? NO_JSON) }));
}

/** By the name that the parser gives the fault. */
const SENTENCES: Readonly<Record<string, Pick<Fault, 'wrong' | 'mend'>>> = {
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

const NO_JSON: Pick<Fault, 'wrong' | 'mend'> = {
  wrong: 'This is not JSON.',
  mend: 'Write a text in double quotes, a number, true, false, a list or an object.',
};

function repeatedKeys(node: Node, path: JsonPath): Finding[] {
  if (node.type === 'array')
    return (node.children ?? []).flatMap((child, index) => repeatedKeys(child, [...path, index]));
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    const name = String(key?.value);
    const repeated = seen.has(name);
    seen.add(name);
    const finding = {
      path: [...path, name],
      wrong: `The key “${name}” stands twice in this object.`,
      mend: 'Keep one of the two.',
    };
    return [...(repeated ? [finding] : []), ...(value ? repeatedKeys(value, [...path, name]) : [])];
  });
}
