import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { idSchema } from '@congso/contract/ids';
import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { getPersonDoc } from '../find-people.ts';
import { type PersonDoc, people } from '../person-model.ts';
import { presentPeople, presentPerson } from '../present-person.ts';
import { hasRole } from '../require-role.ts';
import { matchPeople } from './match-people.ts';

/**
 * The directory, by given name, for everyone who is signed in. Closed accounts only when asked for: their names stand
 * under what they once wrote.
 */
export async function listPeople(
  office: Office,
  caller: Caller,
  { text, unitId, withInactive, cursor, limit = LIMITS.pageSize }: CommandInput<'people.list'>,
): Promise<CommandOutput<'people.list'>> {
  const conditions = [
    ...(withInactive ? [] : [{ isActive: true }]),
    ...(unitId === undefined ? [] : [{ appointments: { $elemMatch: { to: null, unitId } } }]),
    ...(text === undefined ? [] : await matchPeople(office, text, hasRole(caller, 'admin'))),
    ...(cursor === undefined ? [] : [await after(office, cursor)]),
  ];
  const found = await people
    .of(office)
    .find(conditions.length > 0 ? { $and: conditions } : {})
    .sort({ sortKey: 1, _id: 1 })
    .limit(limit + 1)
    .lean<PersonDoc[]>();
  const page = found.slice(0, limit);
  return {
    items: await presentPeople(office, caller, page),
    next: found.length > limit ? (page.at(-1)?._id ?? null) : null,
  };
}

/** `people.get`: one person, closed accounts too. */
export async function getPerson(
  office: Office,
  caller: Caller,
  { personId }: CommandInput<'people.get'>,
): Promise<CommandOutput<'people.get'>> {
  return presentPerson(office, caller, await getPersonDoc(office, personId));
}

/**
 * Everybody after the person the cursor names. It is an id and nothing else, checked as one: a forged cursor can reach
 * no operator, and one of nobody is refused.
 */
async function after(office: Office, cursor: string): Promise<object> {
  const id = idSchema.safeParse(cursor);
  const last = id.success
    ? await people.of(office).findOne({ _id: id.data }, { sortKey: 1 }).lean<Pick<PersonDoc, '_id' | 'sortKey'>>()
    : null;
  if (!last) throw new Refusal('BAD_INPUT', { field: 'cursor' });
  return { $or: [{ sortKey: { $gt: last.sortKey } }, { sortKey: last.sortKey, _id: { $gt: last._id } }] };
}
