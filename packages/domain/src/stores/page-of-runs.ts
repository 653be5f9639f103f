import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import type { Collection } from './collection.ts';
import type { Find } from './nearest-first.ts';

/**
 * A part of a list that is asked for by itself: what belongs to it, and its order. The last field of the order tells any
 * two of its records apart; none of its fields is null in it.
 */
export type Run = { readonly where: object; readonly sort: Readonly<Record<string, 1 | -1>> };

type Value = Date | number | string;

/**
 * One page of a list that is ordered by what no index orders by itself: hỏa tốc before khẩn, what has a day before what
 * has none. Its runs follow each other, each in the order of an index; the cursor says in which run the page before
 * ended, and with which values, so that what comes or goes meanwhile shifts nothing.
 *
 * @throws Refusal BAD_INPUT on `cursor`
 */
export async function pageOfRuns<T extends { _id: string }>(
  find: Find<T>,
  filter: object,
  runs: readonly Run[],
  cursor: string | undefined,
  limit: number,
): Promise<{ page: T[]; next: string | null }> {
  const start = cursor === undefined ? { index: 0, values: null } : readCursor(cursor, runs);
  const page: T[] = [];
  let next: string | null = null;
  for (let index = start.index; index < runs.length; index += 1) {
    const run = runs[index] as Run;
    const after = index === start.index && start.values ? [afterOf(run, start.values)] : [];
    const room = limit - page.length;
    const found = await find({ $and: [filter, run.where, ...after] }, { ...run.sort }, room + 1);
    const kept = found.slice(0, room);
    page.push(...kept);
    const last = kept.at(-1);
    if (last) next = writeCursor(index, run, last);
    if (found.length > room) return { page, next };
  }
  return { page, next: null };
}

function writeCursor(index: number, { sort }: Run, record: object): string {
  const values = Object.keys(sort).map((field) => {
    const value = (record as Record<string, unknown>)[field];
    if (value instanceof Date) return `d${value.getTime()}`;
    return typeof value === 'number' ? `n${value}` : `s${String(value)}`;
  });
  return [index, ...values].join('~');
}

const CURSOR_VALUE = /^(?:[dn]-?\d{1,15}|s[A-Za-z0-9_.:-]{1,160})$/;

/** Parsed here so that a forged one is refused and never an operator. */
function readCursor(cursor: string, runs: readonly Run[]): { index: number; values: Value[] } {
  const [first = '', ...written] = cursor.split('~');
  const run = /^\d{1,2}$/.test(first) ? runs[Number(first)] : undefined;
  if (!run || written.length !== Object.keys(run.sort).length || !written.every((value) => CURSOR_VALUE.test(value))) {
    throw new Refusal('BAD_INPUT', { field: 'cursor' });
  }
  const values = written.map((value) => {
    const rest = value.slice(1);
    if (value.startsWith('d')) return new Date(Number(rest));
    return value.startsWith('n') ? Number(rest) : rest;
  });
  return { index: Number(first), values };
}

/** What comes after these values in the run's order: the first field that differs decides. */
function afterOf({ sort }: Run, values: readonly Value[]): object {
  const fields = Object.entries(sort);
  return {
    $or: fields.map(([field, direction], at) => ({
      ...Object.fromEntries(fields.slice(0, at).map(([before], index) => [before, values[index]])),
      [field]: { [direction === 1 ? '$gt' : '$lt']: values[at] },
    })),
  };
}

/** Asks a collection for records without some of their fields. */
export const findWithout =
  <T>(office: Office, collection: Collection<T>, ...left: readonly string[]): Find<T> =>
  (filter, sort, limit) =>
    collection
      .of(office)
      .find(filter as object, Object.fromEntries(left.map((field) => [field, 0])))
      .sort(sort)
      .limit(limit)
      .lean<T[]>();
