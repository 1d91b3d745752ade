import type { z } from 'zod';
import type { Finding, JsonPath } from '../../domain/audit/finding.ts';

type Issue = z.core.$ZodIssue;

/** What a schema holds against a value, in plain sentences. */
export function shapeFindings(issues: readonly Issue[], value: unknown): Finding[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    return findingsOf(issue, path, at(value, path));
  });
}

/**
 * Whether all the parts are there and of the right type, so that the rules can
 * be tried although texts are too long or lists too short.
 */
export function isWellShaped(issues: readonly Issue[], value: unknown): boolean {
  return issues.every((issue) => {
    if (issue.code === 'invalid_union')
      return typeof at(value, issue.path) === 'string' && issue.discriminator === undefined;
    return ['too_big', 'too_small', 'invalid_format', 'invalid_value', 'unrecognized_keys'].includes(issue.code);
  });
}

function findingsOf(issue: Issue, path: JsonPath, found: unknown): Finding[] {
  const say = (wrong: string, mend: string): Finding[] => [{ path, wrong, mend }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        wrong: `There is no field “${key}” here.`,
        mend: 'Correct its spelling, or remove it.',
      }));
    case 'invalid_type':
      if (found === undefined)
        return say(
          `The field “${path.at(-1)}” is missing.`,
          `Add it: ${ownWords(issue) ?? NOUNS[issue.expected] ?? issue.expected}.`,
        );
      return say(
        `This is ${kindOf(found)} and must be ${NOUNS[issue.expected] ?? issue.expected}.`,
        'Write it as such.',
      );
    case 'invalid_value':
      if (found === undefined)
        return say(`The field “${path.at(-1)}” is missing.`, `Add it: one of ${listed(issue.values)}.`);
      return say(`${quoted(found)} is not possible here.`, `Use one of ${listed(issue.values)}.`);
    case 'invalid_union':
      if (found === undefined) return say(`The field “${path.at(-1)}” is missing.`, `Add it: ${mendOf(issue)}`);
      return say(`${quoted(found)} is not possible here.`, `Write ${mendOf(issue)}`);
    case 'too_big':
      if (typeof found === 'string') {
        const over = found.length - Number(issue.maximum);
        return say(`This has ${found.length} characters; ${issue.maximum} are the most.`, `Shorten it by ${over}.`);
      }
      if (Array.isArray(found))
        return say(
          `This list has ${found.length} entries; ${issue.maximum} are the most.`,
          `Take ${found.length - Number(issue.maximum)} out.`,
        );
      return say(`${quoted(found)} is too much; ${issue.maximum} is the most.`, 'Write a smaller number.');
    case 'too_small':
      if (typeof found === 'string')
        return say('This text is empty.', 'Write it, or remove the field if it may be left out.');
      if (Array.isArray(found)) {
        const rule = ownWords(issue) ?? `at least ${issue.minimum}`;
        return say(
          `This list has ${found.length} entr${found.length === 1 ? 'y' : 'ies'}: ${rule}.`,
          `Add ${Number(issue.minimum) - found.length} or more.`,
        );
      }
      return say(`${quoted(found)} is too little; ${issue.minimum} is the least.`, 'Write a greater number.');
    case 'invalid_format':
      // An empty text breaks its pattern as well as its length: once is enough.
      if (found === '' && issue.format === 'regex') return [];
      if (issue.format === 'date')
        return say(`${quoted(found)} is not a day of the calendar.`, 'Write a day that exists, such as 2020-09-29.');
      return say(
        `${quoted(found)} is not written as it must be.`,
        `Write ${ownWords(issue) ?? 'it in the form of the others'}.`,
      );
    default:
      return say(`${quoted(found)} is not possible here.`, `${issue.message}.`);
  }
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function mendOf(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : undefined;
  return options ? `one of ${listed(options)}.` : `${issue.message}.`;
}

/** The schema's own words for a rule, where it has any. */
function ownWords({ message }: Issue): string | undefined {
  return /^(Invalid|Too)\b/.test(message) ? undefined : message;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (isKeyed(inner) ? inner[key] : undefined), value);
}

function isKeyed(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return NOUNS[typeof value] ?? typeof value;
}

/** How much of a text is quoted back. */
const GLIMPSE = 60;

function quoted(value: unknown): string {
  if (typeof value !== 'string') return isKeyed(value) ? 'This' : String(value);
  return `“${value.length > GLIMPSE ? `${value.slice(0, GLIMPSE)}…` : value}”`;
}

function listed(values: readonly unknown[]): string {
  return values.map(String).join(', ');
}
