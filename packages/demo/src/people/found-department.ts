import type { Caller } from '@congso/domain/office/caller';
import { foundOffice } from '@congso/domain/organisation/founding/found-office';
import { makeFoundingAddress } from '@congso/domain/organisation/founding/make-founding-address';
import { createPosition } from '@congso/domain/organisation/positions/create-position';
import { listPositions } from '@congso/domain/organisation/positions/list-positions';
import { createUnit } from '@congso/domain/organisation/units/create-unit';
import { listUnits } from '@congso/domain/organisation/units/list-units';
import { updateOrganisation } from '@congso/domain/organisation/update-organisation';
import { updatePerson } from '@congso/domain/people/accounts/update-person';
import { appoint } from '@congso/domain/people/appointments/appoint';
import { endAppointment } from '@congso/domain/people/appointments/end-appointment';
import { getPerson } from '@congso/domain/people/directory/list-people';
import { signIn } from '@congso/domain/sessions/sign-in/sign-in';
import { splitName } from '@congso/language/names';
import { type Beginning, once } from '../filling/demo.ts';
import { DEPARTMENT, POSITIONS, type PositionKey, UNITS, type UnitKey } from './department.ts';
import { contactOf } from './enrol-staff.ts';
import { colleague } from './staff.ts';

/** The founded department: its administrator, and what people are appointed to. */
export type Founded = {
  readonly admin: Caller;
  readonly unitIds: Record<UnitKey, string>;
  readonly positionIds: Record<PositionKey, string>;
};

/** Founds the department through the one-time address as anybody would, then makes its units and positions. */
export async function foundDepartment({ office }: Beginning, password: string): Promise<Founded> {
  const founder = colleague('quantri');
  const address = await makeFoundingAddress(office);
  if ('token' in address) {
    await foundOffice(office, {
      token: address.token,
      officeName: DEPARTMENT.name,
      mailDomain: DEPARTMENT.mailDomain,
      ...splitName(founder.name),
      login: founder.key,
      password,
    });
  }
  const place = { address: '127.0.0.1', userAgent: '' };
  const { caller: admin } = await signIn(office, { login: founder.key, password }, place);
  const { name, shortName, mailDomain, registryMailbox } = DEPARTMENT;
  await updateOrganisation(office, admin, {
    requestId: once('organisation'),
    name,
    shortName,
    mailDomain,
    registryMailbox,
  });
  const unitIds = await createUnits(office, admin);
  const positionIds = await createPositions(office, admin);
  await office.relay.settled();
  await seatFounder(office, admin, unitIds, positionIds);
  return { admin, unitIds, positionIds };
}

async function createUnits(office: Beginning['office'], admin: Caller): Promise<Record<UnitKey, string>> {
  const root = (await listUnits(office, admin, {})).units.find((unit) => unit.parentId === null);
  const ids = new Map<string, string>();
  for (const [order, [key, unit]] of Object.entries(UNITS).entries()) {
    const wanted = { requestId: once('unit', key), ...unit, parentId: root?.id ?? null, order: order + 1 };
    ids.set(key, (await createUnit(office, admin, wanted)).id);
  }
  return Object.fromEntries(ids) as Record<UnitKey, string>;
}

async function createPositions(office: Beginning['office'], admin: Caller): Promise<Record<PositionKey, string>> {
  const { positions } = await listPositions(office, admin, {});
  const ids = new Map<string, string>();
  for (const [key, { title, rank }] of Object.entries(POSITIONS)) {
    const existing = positions.find((position) => position.title === title);
    const made = existing ?? (await createPosition(office, admin, { requestId: once('position', key), title, rank }));
    ids.set(key, made.id);
  }
  return Object.fromEntries(ids) as Record<PositionKey, string>;
}

/** The founder moves from the founding's own place to the division they work in. */
async function seatFounder(
  office: Beginning['office'],
  admin: Caller,
  unitIds: Record<UnitKey, string>,
  positionIds: Record<PositionKey, string>,
): Promise<void> {
  const founder = colleague('quantri');
  const { personId } = admin;
  await updatePerson(office, admin, {
    requestId: once('founder', 'contact'),
    personId,
    ...splitName(founder.name),
    ...contactOf(founder),
  });
  await appoint(office, admin, {
    requestId: once('founder', 'seat'),
    personId,
    unitId: unitIds[founder.unit],
    positionId: positionIds[founder.position],
    roles: [founder.role],
    isPrimary: true,
  });
  const { appointments } = await getPerson(office, admin, { personId });
  const first = appointments.find((one) => one.to === null && one.unitId !== unitIds[founder.unit]);
  if (first) {
    const ending = { requestId: once('founder', 'first seat'), personId, appointmentId: first.id };
    await endAppointment(office, admin, ending);
  }
}
