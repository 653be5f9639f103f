import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { type Change, changeAggregate } from '../../outbox/change-aggregate.ts';
import { rolesOf } from '../appointments-in-force.ts';
import { type PersonDoc, people } from '../person-model.ts';
import { requireRole } from '../require-role.ts';

/**
 * Changes a person as an administrator. The one gate for it, and the one place that keeps an administrator in office.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND, LAST_ADMINISTRATOR
 */
export async function changePerson(
  office: Office,
  caller: Caller,
  personId: string,
  requestId: string,
  decide: (current: PersonDoc) => Change<PersonDoc> | Promise<Change<PersonDoc>>,
): Promise<PersonDoc> {
  requireRole(caller, 'admin');
  let before: PersonDoc | null = null;
  const after = await changeAggregate(office, people, personId, caller, requestId, async (current) => {
    const change = await decide(current);
    before = null;
    if (change && isAdministrator(current) && !isAdministrator({ ...current, ...change.set })) {
      if (!(await hasAdministratorBeside(office, personId))) throw new Refusal('LAST_ADMINISTRATOR');
      before = current;
    }
    return change;
  });
  if (before !== null) await restoreLastAdministrator(office, caller, before);
  return after;
}

/**
 * Two administrators who dismiss each other at the same moment both saw the other one still there. No transaction spans
 * two people, so each looks again after its write; whoever looks last sees nobody left and takes its own write back.
 * Both may do so, which leaves two. Only two crashes in the milliseconds between write and look would leave none.
 */
async function restoreLastAdministrator(office: Office, caller: Caller, before: PersonDoc): Promise<void> {
  if (await hasAdministratorBeside(office, null)) return;
  await changeAggregate(office, people, before._id, caller, null, () => ({
    set: { isActive: before.isActive, appointments: before.appointments },
    story: {
      action: 'administratorRestored',
      facts: [
        { name: 'person.appointed', payload: { personId: before._id, unitIds: unitIdsOf(before), enteredIds: [] } },
      ],
      marks: [{ to: 'everyone', kind: 'person' }],
    },
  }));
  throw new Refusal('LAST_ADMINISTRATOR');
}

const isAdministrator = (person: PersonDoc) => person.isActive && rolesOf(person).has('admin');
const unitIdsOf = (person: PersonDoc) => [...new Set(person.appointments.map((appointment) => appointment.unitId))];

async function hasAdministratorBeside(office: Office, personId: string | null): Promise<boolean> {
  const found = await people.of(office).exists({
    ...(personId !== null && { _id: { $ne: personId } }),
    isActive: true,
    appointments: { $elemMatch: { to: null, roles: 'admin' } },
  });
  return found !== null;
}
