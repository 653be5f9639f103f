import { ensureSubjectConversation, listSubjectIdsOf } from '../chat/set-conversation-members.ts';
import type { Office } from '../office/office.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { listUnitsHeadedNow } from '../people/find-people.ts';
import { documents } from './document-model.ts';
import { findDocument } from './find-document.ts';
import { documentConversationId } from './open-document.ts';
import { listHolders } from './slip/step-rules.ts';

/** Those with whom the steps of a document lie, and its clerk, talk about it in its conversation. */
export const openDocumentConversation: Reaction<'document.registered' | 'document.advanced'> = (
  office,
  { documentId },
) => ensureConversation(office, documentId);

/**
 * Appointments changed, or an account was closed: the conversations of documents follow. Whoever is in one that is not
 * his any more goes out of it, however old it is; in come the unit's new head and deputies where there is still work.
 */
export const followHolder: Reaction<'person.appointed' | 'person.deactivated'> = async (office, fact) => {
  const { personId } = fact;
  const unitIds = await listUnitsHeadedNow(office, personId);
  const open = await documents
    .of(office)
    .find(
      {
        state: { $nin: ['draft', 'completed', 'voided'] },
        $or: [{ 'slip.steps.assigneeId': personId }, { 'slip.steps.unitId': { $in: unitIds } }],
      },
      { _id: 1 },
    )
    .lean<{ _id: string }[]>();
  const talksAbout = await listSubjectIdsOf(office, 'document', personId);
  for (const documentId of new Set([...talksAbout, ...open.map(({ _id }) => _id)])) {
    await ensureConversation(office, documentId);
  }
};

async function ensureConversation(office: Office, documentId: string): Promise<void> {
  const subject = { id: documentConversationId(documentId), kind: 'document', subjectId: documentId } as const;
  await ensureSubjectConversation(office, subject, async () => {
    const document = await findDocument(office, documentId);
    if (!document?.slip) return null;
    const { arrivalNumber, year, slip } = document;
    const name = `${arrivalNumber}/${year} · ${document.subject}`;
    return { name, memberIds: await listHolders(office, slip.steps) };
  });
}
