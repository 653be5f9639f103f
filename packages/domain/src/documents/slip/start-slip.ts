import type { Workflow } from '@congso/contract/workflow';
import { derivedId } from '../../office/ids.ts';
import { kindOf } from '../../workflow/read-definition.ts';
import type { SlipValue } from './slip-step.ts';

/** The slip of a document just registered: its first step lies with the clerks. */
export function startSlip(workflow: Workflow, documentId: string, clerkId: string, now: Date): SlipValue {
  return {
    workflowId: workflow.id,
    workflowVersion: workflow.version,
    steps: [
      {
        id: derivedId('step', documentId, 'first'),
        state: workflow.start,
        kind: kindOf(workflow, workflow.start),
        parentId: null,
        assigneeId: clerkId,
        unitId: null,
        part: 'lead',
        instruction: '',
        givenById: clerkId,
        dueDate: null,
        dueAt: null,
        status: 'active',
        startedAt: now,
        doneAt: null,
        result: null,
        taskId: null,
      },
    ],
  };
}
