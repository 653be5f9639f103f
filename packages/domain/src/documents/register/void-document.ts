import type { CommandInput } from '@congso/contract/catalog';
import type { OpenedDocument } from '@congso/contract/documents';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { requireRole } from '../../people/require-role.ts';
import { getDocumentAccess, listReaderIds } from '../access.ts';
import { documents } from '../document-model.ts';
import { openDocument } from '../open-document.ts';
import { isVoidable } from './is-voidable.ts';

/**
 * Cancels a registration with a reason: the undo of a register in ink. The row and its number stay; what was still to
 * be done on the slip is not any more.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND, WRONG_STATE
 */
export async function voidDocument(
  office: Office,
  caller: Caller,
  input: CommandInput<'documents.void'>,
): Promise<OpenedDocument> {
  requireRole(caller, 'clerk');
  const { document } = await getDocumentAccess(office, caller, input.documentId);
  const voided = await changeAggregate(office, documents, document._id, caller, input.requestId, async (current) => {
    if (!isVoidable(current)) throw new Refusal('WRONG_STATE');
    const now = office.clock.now();
    const steps = (current.slip?.steps ?? []).map((step) =>
      step.status === 'active' ? { ...step, status: 'skipped' as const, doneAt: now } : step,
    );
    return {
      set: { state: 'voided' as const, voidReason: input.reason, slip: current.slip && { ...current.slip, steps } },
      story: {
        action: 'voided',
        from: current.state,
        to: 'voided',
        reason: input.reason,
        facts: [{ name: 'document.voided', payload: { documentId: current._id } }],
        marks: [{ to: await listReaderIds(office, steps), kind: 'document' }],
      },
    };
  });
  return openDocument(office, caller, voided);
}
