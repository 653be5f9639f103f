import type { CommandDefinition } from '@congso/contract/command';
import { idSchema, requestIdSchema } from '@congso/contract/ids';
import { newId } from '@congso/domain/office/ids';

/** Where in an input something stands, and what it is: an id, a request id, or any other text a client may write. */
export type Field = { readonly path: readonly (string | number)[]; readonly kind: 'id' | 'requestId' | 'text' };
/** An input that a command takes, and the fields of it that are ids or texts. */
export type Made = { readonly value: unknown; readonly fields: readonly Field[] };
/** What a field is filled with, by its name, where the schema alone does not say what makes sense. */
export type Fill = Readonly<Record<string, unknown>>;

type AnySchema = CommandDefinition['input'];
/** As much of a zod schema as is asked about here. */
type Schema = AnySchema & {
  readonly def: {
    readonly type: string;
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly in?: Schema;
    readonly options?: readonly Schema[];
    readonly entries?: Readonly<Record<string, unknown>>;
    readonly values?: readonly unknown[];
  };
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly format?: string | null;
  readonly minValue?: number | null;
};

/**
 * Inputs for a schema with everything filled in, one for each alternative in it, so that what is done with every field of
 * every command covers a new one by itself.
 */
export function makeInputs(schema: AnySchema, fill: Fill): Made[] {
  return make(schema as Schema, [], fill);
}

function make(schema: Schema, path: Field['path'], fill: Fill): Made[] {
  const { def } = schema;
  const name = path.findLast((key) => typeof key === 'string');
  const isGiven = typeof name === 'string' && Object.hasOwn(fill, name);
  const leaf = (kind: Field['kind'] | null, value: unknown): Made[] => [
    { value: isGiven ? fill[name] : value, fields: kind ? [{ path, kind }] : [] },
  ];
  if ((schema as unknown) === idSchema) return leaf('id', newId());
  if ((schema as unknown) === requestIdSchema) return leaf('requestId', newId());
  switch (def.type) {
    case 'object':
      return makeObject(schema, path, fill);
    case 'array':
      return make(def.element as Schema, [...path, 0], fill).map(({ value, fields }) => ({ value: [value], fields }));
    case 'optional':
    case 'nullable':
    case 'default':
      return make(def.innerType as Schema, path, fill);
    case 'pipe':
      return make(def.in as Schema, path, fill);
    case 'union':
      return (def.options ?? []).flatMap((option: Schema) => make(option, path, fill));
    case 'enum':
      return leaf(null, Object.values(def.entries ?? {})[0]);
    case 'literal':
      return leaf(null, def.values?.[0]);
    case 'boolean':
      return leaf(null, false);
    case 'number':
      return leaf(null, Math.max(1, schema.minValue ?? 1));
    case 'string':
      return leaf('text', exampleOf(schema.format ?? null));
    default:
      throw new Error(`a field of the type ${def.type} at ${path.join('.')}: say here how one is made`);
  }
}

function makeObject(schema: Schema, path: Field['path'], fill: Fill): Made[] {
  const parts = Object.entries(schema.shape ?? {}).map(
    ([key, child]) => [key, make(child, [...path, key], fill)] as const,
  );
  const first: Made = {
    value: Object.fromEntries(parts.map(([key, [one]]) => [key, one?.value])),
    fields: parts.flatMap(([, [one]]) => one?.fields ?? []),
  };
  const others = parts.flatMap(([key, [usual, ...rest]]) =>
    rest.map(({ value, fields }) => ({
      value: { ...(first.value as object), [key]: value },
      fields: [...first.fields.filter((field) => !usual?.fields.includes(field)), ...fields],
    })),
  );
  return [first, ...others];
}

function exampleOf(format: string | null): string {
  if (format === 'datetime') return '2027-03-01T03:00:00.000Z';
  if (format === 'date') return '2027-03-01';
  if (format === 'email') return 'ai-do@example.vn';
  if (format === 'url') return 'https://sms.example.vn/gui';
  return 'van-ban';
}

/** The same input with another value in one field; the input itself stays as it is. */
export function withValue(input: unknown, [key, ...rest]: Field['path'], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = withValue((input as Record<string | number, unknown>)[key], rest, value);
  if (Array.isArray(input)) return input.map((one: unknown, index) => (index === key ? inner : one));
  return { ...(input as object), [key]: inner };
}
