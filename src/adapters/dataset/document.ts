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
  const faultAt = (offset: number, { path, wrong, mend }: Finding): Fault => ({
    file,
    path: spellPath(path),
    line: text.slice(0, offset).split('\n').length,
    wrong,
    mend,
  });
  const locate = (finding: Finding) => faultAt(offsetOf(tree, finding.path), finding);
  if (!tree || errors.length > 0) {
    const faults = onePerPlace(errors).map(({ offset, error }) => faultAt(offset, { path: [], ...sentencesOn(error) }));
    return { file, faults, locate };
  }
  const faults = repeatedKeys(tree, []).map(({ offset, path }) =>
    faultAt(offset, { path, wrong: 'This key stands twice in its object.', mend: 'Keep one of the two.' }),
  );
  return { file, value: JSON.parse(text), faults, locate };
}

/** Where the path leads, or the nearest place above that there is. */
function offsetOf(tree: Node | undefined, path: JsonPath): number {
  if (!tree) return 0;
  const node = findNodeAtLocation(tree, [...path]);
  if (node) return node.offset;
  return path.length === 0 ? tree.offset : offsetOf(tree, path.slice(0, -1));
}

/** The parser tends to complain twice about the same comma. */
function onePerPlace(errors: readonly ParseError[]): readonly ParseError[] {
  return errors.filter(({ offset }, index) => errors.findIndex((other) => other.offset === offset) === index);
}

function sentencesOn(error: number): Pick<Finding, 'wrong' | 'mend'> {
  return SENTENCES[printParseErrorCode(error)] ?? NO_JSON;
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

function repeatedKeys(node: Node, path: JsonPath): Repeated[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, index) => repeatedKeys(child, [...path, index]));
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return children.flatMap(({ offset, children: [key, value] = [] }) => {
    const inner = [...path, String(key?.value)];
    const known = seen.size;
    const repeated = seen.add(String(key?.value)).size === known;
    return [...(repeated ? [{ path: inner, offset }] : []), ...(value ? repeatedKeys(value, inner) : [])];
  });
}
