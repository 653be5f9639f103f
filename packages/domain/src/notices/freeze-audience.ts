import { LIMITS } from '@congso/contract/limits';
import type { NoticeScope } from '@congso/contract/notices';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { listUnitsLedBy } from '../organisation/list-units-led.ts';
import { loadUnitTree } from '../organisation/unit-tree.ts';
import { appointmentsInForce, primaryAppointment } from '../people/appointments-in-force.ts';
import { listEveryone, listInUnits, requireActive } from '../people/find-people.ts';
import { hasRole } from '../people/require-role.ts';
import type { Addressee } from './notice-model.ts';

/**
 * Turns a scope into the people it means now, without its author. Leaders and clerks may tell anyone; heads and
 * deputies their own units with all below; others nobody.
 *
 * @throws Refusal FORBIDDEN, AUDIENCE_EMPTY, AUDIENCE_TOO_LARGE, PERSON_INACTIVE
 */
export async function freezeAudience(office: Office, caller: Caller, scope: NoticeScope): Promise<Addressee[]> {
  const tree = await loadUnitTree(office);
  const unitIds = [...new Set(scope.unitIds.flatMap((unitId) => tree.withAllBelow(unitId)))];
  if (scope.unitIds.some((unitId) => !tree.find(unitId))) throw new Refusal('NOT_FOUND', { field: 'scope.unitIds' });
  const persons = scope.everyone
    ? await listEveryone(office)
    : [...(await listInUnits(office, unitIds)), ...(await requireActive(office, scope.personIds, 'scope.personIds'))];

  if (!hasRole(caller, 'leader', 'clerk')) {
    const own = await listUnitsLedBy(office, caller);
    const isOwn = persons.every((person) => appointmentsInForce(person).some(({ unitId }) => own.includes(unitId)));
    if (scope.everyone || own.length === 0 || !isOwn || unitIds.some((unitId) => !own.includes(unitId))) {
      throw new Refusal('FORBIDDEN');
    }
  }

  const audience = new Map<string, Addressee>();
  for (const person of persons) {
    if (person._id === caller.personId || audience.has(person._id)) continue;
    // The unit they are told as members of: the one that was addressed, else the one they are listed under.
    const addressed = appointmentsInForce(person).find(({ unitId }) => unitIds.includes(unitId));
    audience.set(person._id, {
      personId: person._id,
      unitId: (addressed ?? primaryAppointment(person))?.unitId ?? null,
    });
  }
  if (audience.size === 0) throw new Refusal('AUDIENCE_EMPTY', { field: 'scope' });
  if (audience.size > LIMITS.noticeAudience) throw new Refusal('AUDIENCE_TOO_LARGE', { field: 'scope' });
  return [...audience.values()];
}
