import { Refusal } from '../office/refusal.ts';

/**
 * The condition for the page after a cursor, for lists sorted by an instant descending, then by `_id` ascending.
 * The cursor is `<ms>.<id>`; parsed here so that a forged one is BAD_INPUT and never an operator.
 */
export function pageFilter(field: string, cursor: string | undefined): object {
  if (cursor === undefined) return {};
  const parsed = /^(\d{1,15})\.([A-Za-z0-9_.:-]{1,160})$/.exec(cursor);
  if (!parsed) throw new Refusal('BAD_INPUT', { field: 'cursor' });
  const at = new Date(Number(parsed[1]));
  return { $or: [{ [field]: { $lt: at } }, { [field]: at, _id: { $gt: parsed[2] } }] };
}

/** Cuts one item too many off a read of `limit + 1` and makes the next cursor of the last one kept. */
export function pageAfter<T extends { _id: string }>(
  found: readonly T[],
  limit: number,
  instantOf: (item: T) => Date,
): { page: T[]; next: string | null } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, next: found.length > limit && last ? `${instantOf(last).getTime()}.${last._id}` : null };
}
