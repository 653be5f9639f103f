import type { Office } from '../office/office.ts';
import { findDocument } from './find-document.ts';
import type { StepValue } from './slip/slip-step.ts';

/** An active step of a slip, with what a task for it needs: the document's subject as title. */
export type OpenStep = StepValue & { readonly title: string };

/** The steps somebody has to do something about now; for those with `makesTask`, `taskId` names the task they get. */
export async function listOpenSteps(office: Office, documentId: string): Promise<OpenStep[]> {
  const document = await findDocument(office, documentId);
  if (!document?.slip) return [];
  const title = document.subject;
  return document.slip.steps.filter(({ status }) => status === 'active').map((step) => ({ ...step, title }));
}
