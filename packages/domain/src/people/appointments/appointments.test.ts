import type { FactPayload } from '@congso/contract/facts';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../office/caller.ts';
import { closeUnit } from '../../organisation/units/close-unit.ts';
import { createUnit } from '../../organisation/units/create-unit.ts';
import { deactivatePerson } from '../accounts/deactivate-person.ts';
import { reactivatePerson } from '../accounts/reactivate-person.ts';
import { appoint } from './appoint.ts';
import { endAppointment } from './end-appointment.ts';

let office: TestOffice;
let admin: Caller;
let told: FactPayload<'person.appointed'>[];
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  told = [];
  Object.assign(office, {
    reactions: {
      'person.appointed': [async (_office: unknown, fact: FactPayload<'person.appointed'>) => told.push(fact)],
    },
  });
  admin = await callerOf(office, 'admin');
});
afterEach(() => closeTestOffice(office));

const onOfficer = { personId: 'planning-officer', positionId: 'position' };

describe('a transfer', () => {
  it('gives the roles of the new unit and takes those of the old one, today', async () => {
    const joined = await appoint(office, admin, {
      ...onOfficer,
      requestId: 'appoint-one',
      unitId: 'finance',
      roles: ['head'],
      isPrimary: true,
    });
    expect(joined.unitId).toBe('finance');
    expect(joined.appointments.map(({ unitId, isPrimary, to }) => ({ unitId, isPrimary, to }))).toEqual([
      { unitId: 'planning', isPrimary: false, to: null },
      { unitId: 'finance', isPrimary: true, to: null },
    ]);
    // A change that comes while the one before is told may tell that one again, which is allowed and not counted here.
    await office.relay.settled();
    const appointmentId = joined.appointments[0]?.id ?? '';
    await endAppointment(office, admin, { requestId: 'end-one', personId: 'planning-officer', appointmentId });
    const caller = await callerOf(office, 'planning-officer');
    expect(caller.appointments).toEqual([{ unitId: 'finance', roles: ['head'] }]);
    await office.relay.settled();
    expect(told).toEqual([
      { personId: 'planning-officer', unitIds: ['planning', 'finance'], enteredIds: ['finance'] },
      { personId: 'planning-officer', unitIds: ['planning'], enteredIds: [] },
    ]);
  });

  it('repeated has the effect of one', async () => {
    const once = () =>
      appoint(office, admin, {
        ...onOfficer,
        requestId: 'appoint-one',
        unitId: 'finance',
        roles: [],
        isPrimary: false,
      });
    await Promise.all([once(), once(), once()]);
    expect((await once()).appointments).toHaveLength(2);
  });
});

describe('appointing to the same position again', () => {
  it('changes the roles and keeps on record until when the old ones held', async () => {
    const person = await appoint(office, admin, {
      ...onOfficer,
      requestId: 'appoint-one',
      unitId: 'planning',
      roles: ['officer', 'deputy', 'deputy'],
      isPrimary: false,
    });
    expect(person.appointments).toMatchObject([
      { roles: ['officer'], to: '2026-03-10' },
      { roles: ['officer', 'deputy'], from: '2026-03-10', to: null, isPrimary: true },
    ]);
  });
});

describe('an ended appointment', () => {
  it('stays ended, and one of another person cannot be ended through this one', async () => {
    const ended = { requestId: 'end-one', personId: 'clerk', appointmentId: 'appointment-head-office-clerk' };
    const first = await endAppointment(office, admin, ended);
    expect(first.appointments).toMatchObject([{ to: '2026-03-10' }]);
    expect(first.unitId).toBeNull();
    office.clock.advance(48 * 60 * 60 * 1_000);
    expect((await endAppointment(office, admin, { ...ended, requestId: 'end-two' })).appointments).toEqual(
      first.appointments,
    );
    await expect(
      endAppointment(office, admin, { ...ended, requestId: 'end-three', appointmentId: 'appointment-finance-head' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'appointmentId' });
  });

  it('is what remains of a closed unit when its last, closed account is opened again', async () => {
    const unit = await createUnit(office, admin, {
      requestId: 'unit-one',
      name: 'Tổ Đề án',
      code: 'DA',
      parentId: 'department',
      mailbox: null,
      order: 9,
    });
    await appoint(office, admin, {
      ...onOfficer,
      requestId: 'appoint-one',
      unitId: unit.id,
      roles: ['head'],
      isPrimary: true,
    });
    await deactivatePerson(office, admin, { requestId: 'close-one', personId: 'planning-officer' });
    await closeUnit(office, admin, { requestId: 'unit-two', unitId: unit.id });
    const person = await reactivatePerson(office, admin, { requestId: 'open-one', personId: 'planning-officer' });
    expect(person.unitId).toBe('planning');
    expect((await callerOf(office, 'planning-officer')).roles).toEqual(new Set(['officer']));
    await expect(
      appoint(office, admin, { ...onOfficer, requestId: 'appoint-two', unitId: unit.id, roles: [], isPrimary: false }),
    ).rejects.toMatchObject({ code: 'WRONG_STATE', field: 'unitId' });
  });
});
