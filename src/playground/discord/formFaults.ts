import { type $ZodIssue, type $ZodRawIssue, type $ZodType, safeParse } from 'zod/v4/core';
import type { FormFault } from './apiError.ts';
import { lengthRange, strict } from './strictSchema.ts';

/** What a schema has against a request body, in Discord's words. Fields the schema does not know count too. */
export function formFaults(schema: $ZodType, body: unknown): readonly FormFault[] {
  const parsed = safeParse(strict(schema), body, { error: wording });
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(issue, []));
}

/** A fault's code and message, packed into the one string zod carries for an issue. */
const SEPARATOR = '\u0000';

function faultsOf(issue: $ZodIssue, above: readonly (string | number)[]): readonly FormFault[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], code: 'LOCAL_UNKNOWN_FIELD', message: UNKNOWN_FIELD }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branch = likeliest(issue.errors);
    if (branch) return branch.flatMap((inner) => faultsOf(inner, path));
    return [{ path, code: 'UNION_TYPE_CHOICES', message: `Value of field "type" must be one of (${typesOf(issue)}).` }];
  }
  const [code = 'BASE_TYPE_INVALID', message = issue.message] = issue.message.split(SEPARATOR);
  return [{ path, code, message }];
}

/** Discord itself passes over such fields; here they are taken for the slips they mostly are. */
const UNKNOWN_FIELD = 'Discord knows no such field here and would ignore it.';

const isTypeMismatch = (issue: $ZodIssue) =>
  issue.code === 'invalid_value' && issue.path.length === 1 && issue.path[0] === 'type';

/** The branch the sender meant: the one whose `type` fits; among several such, the one with the least against it. */
function likeliest(branches: readonly (readonly $ZodIssue[])[]): readonly $ZodIssue[] | undefined {
  return branches.filter((issues) => !issues.some(isTypeMismatch)).toSorted((a, b) => weight(a) - weight(b))[0];
}

/** A value of the wrong kind altogether speaks more against a branch than a field that is off. */
const weight = (issues: readonly $ZodIssue[]) =>
  issues.length + (issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type') ? 100 : 0);

function typesOf(issue: Extract<$ZodIssue, { code: 'invalid_union' }>): string {
  const types = issue.errors.flatMap((issues) =>
    issues.flatMap((one) => (one.code === 'invalid_value' && isTypeMismatch(one) ? one.values.map(String) : [])),
  );
  return [...new Set(types)].toSorted((a, b) => Number(a) - Number(b)).join(', ');
}

function wording(issue: $ZodRawIssue): string {
  const [code, message] = worded(issue);
  return `${code}${SEPARATOR}${message}`;
}

function worded(issue: $ZodRawIssue): readonly [code: string, message: string] {
  const shown = typeof issue.input === 'string' ? issue.input : JSON.stringify(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? REQUIRED : wrongType(issue.expected, shown);
    case 'too_big':
    case 'too_small':
      return outOfRange(issue);
    case 'invalid_value':
      if (issue.input === undefined || issue.input === null) return REQUIRED;
      return ['BASE_TYPE_CHOICES', `Value must be one of (${issue.values?.map(quoted).join(', ')}).`];
    case 'invalid_format':
      if (issue.format === 'url') return ['URL_TYPE_INVALID_URL', 'Not a well formed URL.'];
      return ['NUMBER_TYPE_COERCE', `Value "${shown}" is not snowflake.`];
    default:
      return ['BASE_TYPE_INVALID', 'This value is not valid.'];
  }
}

const REQUIRED = ['BASE_TYPE_REQUIRED', 'This field is required'] as const;

const quoted = (value: unknown) => (typeof value === 'string' ? `'${value}'` : String(value));

function wrongType(expected: unknown, shown: string | undefined): readonly [string, string] {
  switch (expected) {
    case 'string':
      return ['STRING_TYPE_CONVERT', `Could not interpret "${shown}" as string.`];
    case 'boolean':
      return ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'];
    case 'array':
      return ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'];
    case 'object':
    case 'record':
      return ['DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType'];
    default:
      return ['NUMBER_TYPE_COERCE', `Value "${shown}" is not int.`];
  }
}

function outOfRange(issue: $ZodRawIssue): readonly [string, string] {
  const big = issue.code === 'too_big';
  const limit = String(big ? issue.maximum : issue.minimum);
  if (typeof issue.input === 'number') {
    return big
      ? ['NUMBER_TYPE_MAX', `int value should be less than or equal to ${limit}.`]
      : ['NUMBER_TYPE_MIN', `int value should be greater than or equal to ${limit}.`];
  }
  if (issue.input === '') return REQUIRED;
  const range = lengthRange(issue.inst);
  if (range) return ['BASE_TYPE_BAD_LENGTH', `Must be between ${range.min} and ${range.max} in length.`];
  return big
    ? ['BASE_TYPE_MAX_LENGTH', `Must be ${limit} or fewer in length.`]
    : ['BASE_TYPE_MIN_LENGTH', `Must be ${limit} or more in length.`];
}
