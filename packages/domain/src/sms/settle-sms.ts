import type { CommandInput } from '@congso/contract/catalog';
import type { Sms } from '@congso/contract/sms';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { listIdsByRole } from '../people/find-people.ts';
import { requireRole } from '../people/require-role.ts';
import { presentSms } from './list-sms.ts';
import { smsMessages } from './sms-model.ts';

/**
 * An administrator has found out whether an SMS of unknown outcome arrived. It is never sent again.
 * @throws Refusal FORBIDDEN, NOT_FOUND, WRONG_STATE unless it is `unknown`.
 */
export async function settleSms(office: Office, caller: Caller, input: CommandInput<'sms.settle'>): Promise<Sms> {
  requireRole(caller, 'admin');
  const admins = await listIdsByRole(office, ['admin']);
  const actor = { personId: caller.personId };
  const settled = await changeAggregate(office, smsMessages, input.smsId, actor, input.requestId, (current) => {
    if (current.state !== 'unknown') throw new Refusal('WRONG_STATE');
    return {
      set: { state: input.outcome },
      story: { action: 'settled', from: 'unknown', to: input.outcome, marks: [{ to: admins, kind: 'sms' }] },
    };
  });
  return presentSms(settled);
}
