import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { OpenedDocument } from '@congso/contract/documents';
import type { Proposal } from '@congso/contract/mail-reading';
import { presentFiles } from '../files/present-files.ts';
import { listHistory } from '../history/list-history.ts';
import { isSecret } from '../mail/access.ts';
import { findMail } from '../mail/find-mail.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { hasRole } from '../people/require-role.ts';
import { listAcceptedReports } from '../tasks/reports/list-accepted-reports.ts';
import { getDocumentAccess } from './access.ts';
import { proposeAct } from './desk/propose-act.ts';
import type { DocumentDoc } from './document-model.ts';
import { presentDocument } from './present-document.ts';
import { presentLetter } from './present-letter.ts';
import { isVoidable } from './register/is-voidable.ts';
import { listAllowedActions } from './slip/list-allowed-actions.ts';
import { presentStep } from './slip/slip-step.ts';

/** The conversation about a document. */
export const documentConversationId = (documentId: string) => `document:${documentId}`;

/** A document with all that hangs on it, for a caller who may read it. */
export async function openDocument(office: Office, caller: Caller, doc: DocumentDoc): Promise<OpenedDocument> {
  const mail = doc.mailId === null ? null : await findMail(office, doc.mailId);
  const taskIds = (doc.slip?.steps ?? []).flatMap(({ taskId }) => taskId ?? []);
  const reports = await listAcceptedReports(office, taskIds);
  return {
    ...presentDocument(doc),
    slip: doc.slip && {
      ...doc.slip,
      steps: doc.slip.steps.map((step) => presentStep(step, reports.get(step.taskId ?? '') ?? null)),
    },
    files: await presentFiles(office, [...(mail?.fileIds ?? []), ...doc.fileIds]),
    hasOriginal: mail !== null && mail.rawSha256 !== null && !isSecret(mail),
    letter: mail && presentLetter(mail),
    taskIds,
    conversationId: documentConversationId(doc._id),
    allowedActions: await listAllowedActions(office, caller, doc),
    proposed: await proposeAct(office, caller, doc, mail?.proposedUnitId ?? null),
    meeting: mail === null || isSecret(mail) ? null : presentMeeting(mail.proposal),
    canVoid: hasRole(caller, 'clerk') && isVoidable(doc),
  };
}

function presentMeeting(proposal: Proposal | null): OpenedDocument['meeting'] {
  // Letters read before meetings were looked for lack it.
  return proposal?.meeting ? { date: proposal.meeting.date, time: proposal.meeting.time } : null;
}

/** @throws Refusal NOT_FOUND for who may not read it. */
export async function getDocument(
  office: Office,
  caller: Caller,
  { documentId }: CommandInput<'documents.get'>,
): Promise<OpenedDocument> {
  const { document } = await getDocumentAccess(office, caller, documentId);
  return openDocument(office, caller, document);
}

/** @throws Refusal NOT_FOUND for who may not read the document. */
export async function listDocumentHistory(
  office: Office,
  caller: Caller,
  { documentId }: CommandInput<'documents.history'>,
): Promise<CommandOutput<'documents.history'>> {
  await getDocumentAccess(office, caller, documentId);
  return { entries: await listHistory(office, 'document', documentId) };
}
