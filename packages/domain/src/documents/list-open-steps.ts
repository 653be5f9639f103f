import type { Urgency } from '@congso/contract/documents';
import type { Office } from '../office/office.ts';
import { documents, OPEN_STATES } from './document-model.ts';
import { findDocument } from './find-document.ts';
import type { StepValue } from './slip/slip-step.ts';

/** An active step of a slip, with what a task for it needs: the document's subject as title, and its urgency. */
export type OpenStep = StepValue & { readonly title: string; readonly urgency: Urgency };

/** The steps somebody has to do something about now; where `taskId` is set it names the task they get. */
export async function listOpenSteps(office: Office, documentId: string): Promise<OpenStep[]> {
  const document = await findDocument(office, documentId);
  if (!document?.slip) return [];
  const { subject: title, urgency } = document;
  return document.slip.steps.filter(({ status }) => status === 'active').map((step) => ({ ...step, title, urgency }));
}

/** The tasks of steps that were taken away before they were done: nobody waits for them any more. */
export async function listForsakenTaskIds(office: Office, documentId: string): Promise<string[]> {
  const steps = (await findDocument(office, documentId))?.slip?.steps ?? [];
  return steps
    .filter(({ status }) => status !== 'active' && status !== 'done')
    .flatMap(({ taskId }) => (taskId === null ? [] : [taskId]));
}

/** Whether a unit, or somebody for it, still has to do something about some document. */
export async function hasOpenSteps(office: Office, unitId: string): Promise<boolean> {
  const open = { state: { $in: OPEN_STATES }, 'slip.steps': { $elemMatch: { unitId, status: 'active' } } };
  return (await documents.of(office).exists(open as object)) !== null;
}
