import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { type Change, changeAggregate } from '../../outbox/change-aggregate.ts';
import { type PersonDoc, people } from '../person-model.ts';

/** Changes what is the caller's own to change; whoever is signed in may. */
export async function changeOneself(
  office: Office,
  caller: Caller,
  requestId: string | null,
  decide: (current: PersonDoc) => Change<PersonDoc>,
): Promise<PersonDoc> {
  return changeAggregate(office, people, caller.personId, caller, requestId, decide);
}
