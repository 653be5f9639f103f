import { followPerson } from '../chat/follow-person.ts';
import { ensureSubjectConversation } from '../chat/set-conversation-members.ts';
import { type Actor, theOfficeAfter } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { unitsHeadedBy } from '../people/appointments-in-force.ts';
import { findActive } from '../people/find-people.ts';
import { type DocumentDoc, documents } from './document-model.ts';
import { findDocument } from './find-document.ts';
import { documentConversationId } from './open-document.ts';
import { isHolder, listHolders } from './slip/step-rules.ts';

/** Those with whom the steps of a document lie, and its clerk, talk about it in its conversation. */
export const openDocumentConversation: Reaction<'document.registered' | 'document.advanced'> = (
  office,
  { documentId },
  cause,
) => ensureConversation(office, theOfficeAfter(cause), documentId);

/**
 * Appointments changed, or an account was closed: the conversations of documents follow. Whoever is in one that is not
 * his any more goes out of it, however old it is; in come the unit's new head and deputies where there is still work.
 */
export const followHolder: Reaction<'person.appointed' | 'person.deactivated'> = async (
  office,
  { personId },
  cause,
) => {
  const person = await findActive(office, personId);
  const unitIds = person ? unitsHeadedBy(person) : [];
  await followPerson(office, personId, {
    kind: 'document',
    listHis: async (documentIds) => {
      const found = await findByFilter(office, { _id: { $in: documentIds } }, { slip: 1 });
      return found.filter(({ slip }) => person && slip && isHolder(person, slip.steps)).map(({ _id }) => _id);
    },
    listCandidates: async () => {
      const work = { $or: [{ 'slip.steps.assigneeId': personId }, { 'slip.steps.unitId': { $in: unitIds } }] };
      const open = { state: { $nin: ['draft', 'completed', 'voided'] }, ...work };
      return (await findByFilter(office, open, { _id: 1 })).map(({ _id }) => _id);
    },
    ensure: (documentId) => ensureConversation(office, theOfficeAfter(cause), documentId),
  });
};

const findByFilter = (office: Office, filter: object, fields: Record<string, 1>) =>
  documents.of(office).find(filter, fields).lean<Pick<DocumentDoc, '_id' | 'slip'>[]>();

async function ensureConversation(office: Office, actor: Actor, documentId: string): Promise<void> {
  const subject = { id: documentConversationId(documentId), kind: 'document', subjectId: documentId } as const;
  const load = async () => {
    const document = await findDocument(office, documentId);
    if (!document?.slip) return null;
    const { arrivalNumber, year, slip } = document;
    const name = `${arrivalNumber}/${year} · ${document.subject}`;
    return { name, memberIds: await listHolders(office, slip.steps) };
  };
  await ensureSubjectConversation(office, subject, load, actor);
}
