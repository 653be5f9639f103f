import type { Role } from '@congso/contract/people';
import type { Caller } from '@congso/domain/office/caller';
import type { Office } from '@congso/domain/office/office';
import { organisations } from '@congso/domain/organisation/organisation-model';
import { positions } from '@congso/domain/organisation/position-model';
import { THE_OFFICE_ID } from '@congso/domain/organisation/the-office-id';
import { units } from '@congso/domain/organisation/unit-model';
import { changeAggregate } from '@congso/domain/outbox/change-aggregate';
import { createAggregate } from '@congso/domain/outbox/create-aggregate';
import { appointmentsInForce, rolesOf } from '@congso/domain/people/appointments-in-force';
import { getPersonDoc } from '@congso/domain/people/find-people';
import { people } from '@congso/domain/people/person-model';
import { fold } from '@congso/language/fold';
import { fullName, sortKeyOf, splitName } from '@congso/language/names';

/**
 * A small department with readable ids. `planning` has a unit below it (`statistics`), so that "the unit and all below
 * it" can be told apart from "the unit"; `finance` is the other unit.
 */
export const UNITS = {
  department: { parentId: null, name: 'Sở Nội vụ', code: 'SNV', mailbox: null },
  'head-office': { parentId: 'department', name: 'Văn phòng', code: 'VP', mailbox: null },
  planning: { parentId: 'department', name: 'Phòng Kế hoạch', code: 'KH', mailbox: 'kehoach' },
  statistics: { parentId: 'planning', name: 'Tổ Thống kê', code: 'TK', mailbox: null },
  finance: { parentId: 'department', name: 'Phòng Tài chính', code: 'TC', mailbox: 'taichinh' },
} as const;

/** Everybody in it; the key is the person's id and login. */
export const PEOPLE = {
  admin: { name: 'Đỗ Minh Quân', unitId: 'head-office', roles: ['admin'] },
  leader: { name: 'Nguyễn Văn An', unitId: 'department', roles: ['leader'] },
  'deputy-leader': { name: 'Trần Thị Bình', unitId: 'department', roles: ['leader', 'deputy'] },
  clerk: { name: 'Lê Thị Cúc', unitId: 'head-office', roles: ['clerk'] },
  'second-clerk': { name: 'Phạm Thị Dung', unitId: 'head-office', roles: ['clerk'] },
  'planning-head': { name: 'Hoàng Văn Em', unitId: 'planning', roles: ['head'] },
  'planning-deputy': { name: 'Vũ Thị Giang', unitId: 'planning', roles: ['deputy'] },
  'planning-officer': { name: 'Đặng Văn Hải', unitId: 'planning', roles: ['officer'] },
  'planning-second-officer': { name: 'Bùi Thị Hoa', unitId: 'planning', roles: ['officer'] },
  'statistics-officer': { name: 'Ngô Văn Khôi', unitId: 'statistics', roles: ['officer'] },
  'finance-head': { name: 'Dương Thị Lan', unitId: 'finance', roles: ['head'] },
  'finance-deputy': { name: 'Lý Văn Minh', unitId: 'finance', roles: ['deputy'] },
  'finance-officer': { name: 'Mai Thị Nga', unitId: 'finance', roles: ['officer'] },
} as const;

export type UnitName = keyof typeof UNITS;
export type PersonName = keyof typeof PEOPLE;

const builder = { personId: null };

/**
 * Puts the small department into an empty office, straight through the aggregates: nobody can sign in with a password
 * here (sign-in has its own tests); take callers from `callerOf`. Tells no facts, so nothing follows from it.
 */
export async function buildOffice(office: Office): Promise<void> {
  await createAggregate(
    office,
    organisations,
    builder,
    {
      _id: THE_OFFICE_ID,
      name: 'Sở Nội vụ tỉnh Lạng Sơn',
      shortName: 'SNV Lạng Sơn',
      mailDomain: 'snv.example.vn',
      registryMailbox: 'vanthu',
    },
    { action: 'founded' },
  );
  await createAggregate(office, positions, builder, { _id: 'position', title: 'Công chức', rank: 50 }, created);
  await Promise.all([
    ...Object.entries(UNITS).map(([id, unit], order) =>
      createAggregate(office, units, builder, { _id: id, ...unit, order, isClosed: false }, created),
    ),
    ...Object.entries(PEOPLE).map(([id, { name, unitId, roles }]) => addPerson(office, id, name, unitId, roles)),
  ]);
  await office.relay.settled();
}

const created = { action: 'created' };

/** One more person with one appointment. The phone is a plausible mobile number made from the id. */
export async function addPerson(
  office: Office,
  id: string,
  name: string,
  unitId: UnitName,
  roles: readonly Role[],
): Promise<void> {
  const split = splitName(name);
  const digits = [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 10_000_000, 7);
  await createAggregate(
    office,
    people,
    builder,
    {
      _id: id,
      ...split,
      sortKey: sortKeyOf(split),
      searchKey: fold(fullName(split)),
      login: id,
      passwordHash: 'none',
      mustChangePassword: false,
      phone: `+8490${String(digits).padStart(7, '0')}`,
      mail: `${id}@snv.example.vn`,
      isActive: true,
      appointments: [appointmentTo(unitId, roles)],
      preferences: { language: 'vi', theme: 'auto' },
    },
    created,
  );
}

/** The person as they would be authenticated now, with the roles of the appointments in force. */
export async function callerOf(office: Office, personId: string): Promise<Caller> {
  const person = await getPersonDoc(office, personId);
  return {
    personId,
    sessionId: `session-of-${personId}`,
    roles: rolesOf(person),
    appointments: appointmentsInForce(person).map(({ unitId, roles }) => ({ unitId, roles })),
    language: person.preferences.language,
  };
}

/** Ends all appointments of a person and gives this one instead; with no roles it is a transfer without any right. */
export async function transfer(
  office: Office,
  personId: string,
  unitId: UnitName,
  roles: readonly Role[],
): Promise<void> {
  await changeAggregate(office, people, personId, builder, null, (person) => ({
    set: {
      appointments: [
        ...person.appointments.map((appointment) => ({ ...appointment, to: appointment.to ?? '2026-01-01' })),
        appointmentTo(unitId, roles),
      ],
    },
    story: { action: 'appointed' },
  }));
}

const appointmentTo = (unitId: UnitName, roles: readonly Role[]) => ({
  id: `appointment-${unitId}-${roles.join('-')}`,
  unitId,
  positionId: 'position',
  roles: [...roles],
  isPrimary: true,
  from: '2025-01-01',
  to: null,
});
