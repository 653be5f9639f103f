import { ensureSubjectConversation } from '../chat/set-conversation-members.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { findDocument } from './find-document.ts';
import { documentConversationId } from './open-document.ts';

/** Whoever gave or was given a step of a document talks about it in its conversation, from its registration on. */
export const openDocumentConversation: Reaction<'document.registered' | 'document.advanced'> = async (
  office,
  { documentId },
) => {
  const document = await findDocument(office, documentId);
  if (!document?.slip) return;
  const { arrivalNumber, year, subject } = document;
  await ensureSubjectConversation(office, {
    id: documentConversationId(documentId),
    kind: 'document',
    subjectId: documentId,
    name: `${arrivalNumber}/${year} · ${subject}`,
    memberIds: document.slip.steps
      .filter(({ status }) => status !== 'reassigned')
      .flatMap(({ givenById, assigneeId }) => [givenById, assigneeId]),
  });
};
