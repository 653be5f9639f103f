import type { Role } from '@congso/contract/people';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { literal } from '../stores/match-words.ts';
import { unitsHeadedBy } from './appointments-in-force.ts';
import { type PersonDoc, people } from './person-model.ts';

export type { PersonDoc } from './person-model.ts';

/** The person with an open account who signs in under this name. */
export async function findByLogin(office: Office, login: string): Promise<PersonDoc | null> {
  return people.of(office).findOne({ login, isActive: true }).lean<PersonDoc>();
}

/** @throws Refusal NOT_FOUND */
export async function getPersonDoc(office: Office, personId: string): Promise<PersonDoc> {
  const doc = await people.of(office).findOne({ _id: personId }).lean<PersonDoc>();
  if (!doc) throw new Refusal('NOT_FOUND', { field: 'personId' });
  return doc;
}

/** The ids of the active ones of these people. */
export async function listActiveIds(office: Office, personIds: readonly string[]): Promise<string[]> {
  return idsOf(
    await people
      .of(office)
      .find({ _id: { $in: [...new Set(personIds)] }, isActive: true }, { _id: 1 })
      .lean<Id[]>(),
  );
}

/** The active ones of these people. */
export async function listActive(office: Office, personIds: readonly string[]): Promise<PersonDoc[]> {
  return people
    .of(office)
    .find({ _id: { $in: [...new Set(personIds)] }, isActive: true })
    .lean<PersonDoc[]>();
}

/** Active people with an appointment in force that carries the role; in a unit when one is named. */
export async function listByRole(office: Office, role: Role, unitId?: string): Promise<PersonDoc[]> {
  const appointment = { to: null, roles: role, ...(unitId !== undefined && { unitId }) };
  return people
    .of(office)
    .find({ isActive: true, appointments: { $elemMatch: appointment } })
    .sort({ sortKey: 1 })
    .lean<PersonDoc[]>();
}

/** Active people with an appointment in force in one of these units. */
export async function listInUnits(office: Office, unitIds: readonly string[]): Promise<PersonDoc[]> {
  return people.of(office).find(inUnits(unitIds)).sort({ sortKey: 1 }).lean<PersonDoc[]>();
}

/** Their ids alone: who is in a unit is asked for every message said there, and for every task its head is shown. */
export async function listIdsInUnits(office: Office, unitIds: readonly string[]): Promise<string[]> {
  return idsOf(await people.of(office).find(inUnits(unitIds), { _id: 1 }).sort({ sortKey: 1 }).lean<Id[]>());
}

/** The ids of those whose account is closed. */
export async function listClosedIds(office: Office): Promise<string[]> {
  return idsOf(await people.of(office).find({ isActive: false }, { _id: 1 }).lean<Id[]>());
}

type Id = { readonly _id: string };

const idsOf = (found: readonly Id[]): string[] => found.map((person) => person._id);

const inUnits = (unitIds: readonly string[]): object => ({
  isActive: true,
  appointments: { $elemMatch: { to: null, unitId: { $in: [...unitIds] } } },
});

/** The ids of the active heads and deputies of these units, not of those above them. */
export async function listHeadIds(office: Office, unitIds: readonly string[]): Promise<string[]> {
  return unitIds.length === 0 ? [] : listIdsByRole(office, [], unitIds);
}

/** The units with an active head or deputy of their own. */
export async function listHeadedUnitIds(office: Office): Promise<string[]> {
  const heading = { to: null, roles: { $in: ['head', 'deputy'] } };
  const found = await people
    .of(office)
    .find({ isActive: true, appointments: { $elemMatch: heading } }, { appointments: 1 })
    .lean<Pick<PersonDoc, 'appointments'>[]>();
  return [...new Set(found.flatMap(unitsHeadedBy))];
}

/** A person whose account is open; null for everybody else. */
export async function findActive(office: Office, personId: string): Promise<PersonDoc | null> {
  return people.of(office).findOne({ _id: personId, isActive: true }).lean<PersonDoc>();
}

/** Everyone whose account is open. */
export async function listEveryone(office: Office): Promise<PersonDoc[]> {
  return people.of(office).find({ isActive: true }).sort({ sortKey: 1 }).lean<PersonDoc[]>();
}

/** The active people whose whole name is one of these, folded. */
export async function listByWholeName(office: Office, names: readonly string[]): Promise<PersonDoc[]> {
  if (names.length === 0) return [];
  // A phone number may follow the name in its key.
  const whole = new RegExp(`^(?:${names.map(literal).join('|')})(?: [\\d+]|$)`);
  return people.of(office).find({ isActive: true, searchKey: whole }).lean<PersonDoc[]>();
}

/** The ids of the active people who hold one of the roles in any unit, or are head or deputy of one of the units. */
export async function listIdsByRole(
  office: Office,
  roles: readonly Role[],
  headedUnitIds: readonly string[] = [],
): Promise<string[]> {
  const isHead = { unitId: { $in: [...headedUnitIds] }, roles: { $in: ['head', 'deputy'] } };
  const appointment = { to: null, $or: [{ roles: { $in: [...roles] } }, isHead] };
  const found = await people
    .of(office)
    .find({ isActive: true, appointments: { $elemMatch: appointment } }, { _id: 1 })
    .sort({ sortKey: 1 })
    .lean<Id[]>();
  return idsOf(found);
}

/** @throws Refusal PERSON_INACTIVE (on `field`) unless all of them exist and are active. */
export async function requireActive(office: Office, personIds: readonly string[], field: string): Promise<PersonDoc[]> {
  const wanted = new Set(personIds);
  const found = await listActive(office, [...wanted]);
  if (found.length !== wanted.size) throw new Refusal('PERSON_INACTIVE', { field });
  return found;
}
