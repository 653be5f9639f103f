import type { CommandOutput } from '@congso/contract/catalog';
import type { OfficialDocument } from '@congso/contract/documents';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { listUnitsHeaded } from '../../organisation/list-units-led.ts';
import { listClosedIds, listHeadedUnitIds, listIdsByRole } from '../../people/find-people.ts';
import { hasRole } from '../../people/require-role.ts';
import { nearestRuns, urgentRuns } from '../../stores/most-pressing.ts';
import { findWhole } from '../../stores/nearest-first.ts';
import { pageOfRuns } from '../../stores/page-of-runs.ts';
import { readableBy } from '../access.ts';
import { type DocumentDoc, documents, OPEN_STATES } from '../document-model.ts';
import { presentDocument } from '../present-document.ts';
import { holdsStep } from '../slip/step-rules.ts';

/** Hỏa tốc first; of one urgency what is due first, then what has no day; of those the oldest number. */
const DESK_ORDER = urgentRuns('urgency', nearestRuns('dueAt', { year: 1, arrivalNumber: 1 }));

/** One page of what waits for the caller, the most pressing first, of it what the conditions want. */
export async function pageOfDesk(
  office: Office,
  caller: Caller,
  conditions: readonly object[],
  cursor: string | undefined,
  limit: number,
): Promise<CommandOutput<'documents.list'>> {
  const wanted = { $and: [await readableBy(office, caller), await waitingFor(office, caller), ...conditions] };
  const { page, next } = await pageOfRuns(findWhole(office, documents), wanted, DESK_ORDER, cursor, limit);
  return { items: page.map(presentDocument), next };
}

/** A document and what is to be done with it; null where it lies with nobody any more and is to be given to another. */
export type OnDesk = { document: OfficialDocument; step: 'submit' | 'direct' | 'assign' | 'process' | null };

/** What waits for the caller as Today shows it, the most pressing first. */
export async function listDesk(office: Office, caller: Caller, limit: number): Promise<OnDesk[]> {
  const waiting = { $and: [await readableBy(office, caller), await waitingFor(office, caller)] };
  const { page } = await pageOfRuns(findWhole(office, documents), waiting, DESK_ORDER, undefined, limit);
  return page.map((doc) => ({ document: presentDocument(doc), step: findHeldKind(caller, doc) }));
}

function findHeldKind(caller: Caller, { slip }: DocumentDoc): OnDesk['step'] {
  const held = slip?.steps.find((step) => step.status === 'active' && holdsStep(caller, step));
  return held === undefined || held.kind === 'complete' ? null : held.kind;
}

/**
 * What waits for the caller: the query's side of `holdsStep`, which decides; and what lies with nobody any more, because
 * whoever had it has left, or does not lead any more, for those who may give it to another.
 */
async function waitingFor(office: Office, caller: Caller): Promise<object> {
  const { personId } = caller;
  const waiting: object[] = [{ kind: 'process', assigneeId: personId }];
  if (hasRole(caller, 'clerk')) {
    waiting.push({ kind: 'submit' }, { kind: 'direct', assigneeId: { $nin: await listIdsByRole(office, ['leader']) } });
  }
  if (hasRole(caller, 'leader')) {
    waiting.push({ kind: 'direct', assigneeId: personId });
    waiting.push({ kind: 'assign', unitId: { $nin: await listHeadedUnitIds(office) } });
  }
  const headed = listUnitsHeaded(caller);
  if (headed.length > 0) {
    waiting.push({ kind: 'assign', unitId: { $in: headed } });
    waiting.push({ kind: 'process', unitId: { $in: headed }, assigneeId: { $in: await listClosedIds(office) } });
  }
  return { state: { $in: OPEN_STATES }, 'slip.steps': { $elemMatch: { status: 'active', $or: waiting } } };
}
