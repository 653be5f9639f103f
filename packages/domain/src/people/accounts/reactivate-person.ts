import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { civilDateOf } from '@congso/language/dates';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { loadUnitTree } from '../../organisation/unit-tree.ts';
import { withOnePrimary } from '../appointments/make-appointment.ts';
import { presentPerson } from '../present-person.ts';
import { changePerson } from './change-person.ts';

/** Opens an account again, with its password and appointments; those in units closed in the meantime end. */
export async function reactivatePerson(
  office: Office,
  caller: Caller,
  { personId, requestId }: CommandInput<'people.reactivate'>,
): Promise<CommandOutput<'people.reactivate'>> {
  const doc = await changePerson(office, caller, personId, requestId, async (current) => {
    if (current.isActive) return null;
    const tree = await loadUnitTree(office);
    const today = civilDateOf(office.clock.now());
    const appointments = current.appointments.map((one) =>
      one.to === null && tree.find(one.unitId)?.isClosed !== false ? { ...one, to: today } : one,
    );
    const unitIds = [...new Set(current.appointments.map(({ unitId }) => unitId))];
    return {
      set: { isActive: true, appointments: withOnePrimary(appointments, null) },
      story: {
        action: 'reactivated',
        facts: [{ name: 'person.appointed', payload: { personId, unitIds, enteredIds: [] } }],
        marks: [{ to: 'everyone', kind: 'person' }],
      },
    };
  });
  return presentPerson(office, caller, doc);
}
