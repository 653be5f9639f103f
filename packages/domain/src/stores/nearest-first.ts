import type { Office } from '../office/office.ts';
import type { Collection } from './collection.ts';

type Sort = Record<string, 1 | -1>;
/** Asks for up to so many records of a filter, in an order. */
export type Find<T> = (filter: object, sort: Sort, limit: number) => Promise<T[]>;

/** Asks a collection for whole records. */
export const findWhole =
  <T>(office: Office, collection: Collection<T>): Find<T> =>
  (filter, sort, limit) =>
    collection
      .of(office)
      .find(filter as object)
      .sort(sort)
      .limit(limit)
      .lean<T[]>();

/**
 * Up to `limit` records, the nearest date first, then those without one. MongoDB sorts null before every date: one
 * query would give what has no date, and cut off what is overdue. `then` orders those of one date, and those of none.
 */
export async function listNearestFirst<T>(
  find: Find<T>,
  filter: object,
  dateField: string,
  then: Sort,
  limit: number,
): Promise<T[]> {
  const dated = await find({ $and: [filter, { [dateField]: { $ne: null } }] }, { [dateField]: 1, ...then }, limit);
  if (dated.length >= limit) return dated;
  const undated = await find({ $and: [filter, { [dateField]: null }] }, then, limit - dated.length);
  return [...dated, ...undated];
}
