import {
  type Connection,
  type IndexDefinition,
  type IndexOptions,
  type Model,
  Schema,
  type SchemaDefinition,
} from 'mongoose';

/** A collection: its documents' schema and its indexes, bound to whichever connection an office has. */
export type Collection<T> = {
  readonly name: string;
  of(office: { readonly db: Connection }): Model<T>;
};

export type Index = readonly [IndexDefinition, IndexOptions?];

/**
 * Declares a collection. Storage is not wire: the schema here says what MongoDB holds, presenters make wire shapes.
 * `strict: 'throw'` so that a misspelt field is a fault in a test and not silently lost.
 */
export function defineCollection<T>(
  name: string,
  fields: SchemaDefinition,
  indexes: readonly Index[] = [],
): Collection<T> {
  const schema = new Schema(fields, { collection: name, versionKey: false, strict: 'throw', minimize: false });
  for (const [definition, options] of indexes) schema.index(definition, options);
  return {
    name,
    of: ({ db }) => (db.models[name] ?? db.model(name, schema)) as Model<T>,
  };
}

/** For embedded values whose shape TypeScript and the contract already hold. */
export const embedded = Schema.Types.Mixed;
