import type { Office } from '../office/office.ts';
import type { Collection } from './collection.ts';

/**
 * Up to `limit` records, the nearest date first, then those without one. MongoDB sorts null before every date: one
 * query would give what has no date, and cut off what is overdue. `then` orders those of one date, and those of none.
 */
export async function listNearestFirst<T>(
  office: Office,
  collection: Collection<T>,
  filter: object,
  dateField: string,
  then: Readonly<Record<string, 1 | -1>>,
  limit: number,
): Promise<T[]> {
  const model = collection.of(office);
  const dated = await model
    .find({ $and: [filter, { [dateField]: { $ne: null } }] } as object)
    .sort({ [dateField]: 1, ...then })
    .limit(limit)
    .lean<T[]>();
  if (dated.length >= limit) return dated;
  const undated = await model
    .find({ $and: [filter, { [dateField]: null }] } as object)
    .sort(then)
    .limit(limit - dated.length)
    .lean<T[]>();
  return [...dated, ...undated];
}
