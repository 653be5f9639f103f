import type { OpenedDocument } from '@congso/contract/documents';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { getWorkflow } from '../../workflow/find-workflow.ts';
import type { DocumentDoc } from '../document-model.ts';
import { listCandidates } from './list-candidates.ts';
import { transitionsOpenTo } from './step-rules.ts';

const CHOICES = { 'choose-person': 'person', 'choose-units': 'units', previous: 'none', none: 'none' } as const;

/** What the caller may do with a document now, by the same rules that act by it. */
export async function listAllowedActions(
  office: Office,
  caller: Caller,
  { slip, state }: DocumentDoc,
): Promise<OpenedDocument['allowedActions']> {
  if (!slip || state === 'voided') return [];
  const workflow = await getWorkflow(office, slip.workflowId);
  const allowed: OpenedDocument['allowedActions'] = [];
  for (const step of slip.steps) {
    for (const transition of transitionsOpenTo(caller, workflow, step, slip.steps)) {
      allowed.push({
        action: transition.action,
        stepId: step.id,
        assignee: CHOICES[transition.assignee.kind],
        candidateIds: await listCandidates(office, transition, step),
        needsReason: transition.needsReason,
        setsDueDate: transition.setsDueDate,
      });
    }
  }
  return allowed;
}
