import * as z from 'zod/mini';
import { $ZodNever, type $ZodType, clone } from 'zod/v4/core';

/**
 * The same schema, refusing fields it does not know.
 *
 * discord-api-spec has a switch for this, `setStrictObject`, but its schemas are built while the module loads,
 * before anyone can turn it. So they are copied here, each once, the lazy ones when they are first needed.
 */
export function strict(schema: $ZodType): $ZodType {
  const known = copies.get(schema);
  if (known) return known;
  const copy = strictCopy(schema);
  copies.set(schema, copy);
  noteRange(copy);
  return copy;
}

const copies = new WeakMap<$ZodType, $ZodType>();

/** The parts of a schema's definition that hold other schemas, by the definition's `type`. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, $ZodType>>;
  readonly element?: $ZodType;
  readonly options?: readonly $ZodType[];
  readonly innerType?: $ZodType;
  readonly getter?: () => $ZodType;
  readonly valueType?: $ZodType;
  readonly checks?: readonly Check[];
}

type Check = { readonly _zod: { readonly def: { readonly check: string; minimum?: number; maximum?: number } } };

const never = new $ZodNever({ type: 'never' });

function strictCopy(schema: $ZodType): $ZodType {
  const def = schema._zod.def as unknown as Definition;
  const copy = (changes: Partial<Definition> & { readonly catchall?: $ZodType }) =>
    clone(schema, { ...def, ...changes } as unknown as typeof schema._zod.def);
  switch (def.type) {
    case 'object': {
      const shape = Object.entries(def.shape ?? {}).map(([key, field]) => [key, strict(field)] as const);
      return copy({ shape: Object.fromEntries(shape), catchall: never });
    }
    case 'array':
      return def.element ? copy({ element: strict(def.element) }) : schema;
    case 'union':
      return copy({ options: (def.options ?? []).map(strict) });
    case 'optional':
    case 'nullable':
      return def.innerType ? copy({ innerType: strict(def.innerType) }) : schema;
    case 'record':
      return def.valueType ? copy({ valueType: strict(def.valueType) }) : schema;
    case 'lazy': {
      const { getter } = def;
      return getter ? z.lazy(() => strict(getter())) : schema;
    }
    default:
      return schema;
  }
}

/** Both ends of a length, known from either of the two checks that guard it: Discord names both when it refuses. */
export function lengthRange(check: unknown): { readonly min: number; readonly max: number } | undefined {
  return typeof check === 'object' && check ? ranges.get(check) : undefined;
}

const ranges = new WeakMap<object, { readonly min: number; readonly max: number }>();

function noteRange(schema: $ZodType): void {
  const { checks = [] } = schema._zod.def as unknown as Definition;
  const low = checks.find((one) => one._zod.def.check === 'min_length');
  const high = checks.find((one) => one._zod.def.check === 'max_length');
  const min = low?._zod.def.minimum;
  const max = high?._zod.def.maximum;
  if (!low || !high || min === undefined || max === undefined) return;
  for (const check of [low, high]) ranges.set(check, { min, max });
}
