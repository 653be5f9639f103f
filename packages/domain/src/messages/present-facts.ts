import type { ConversationFact } from '@congso/contract/chat';
import type { FileRecord } from '@congso/contract/files';
import { presentFiles } from '../files/present-files.ts';
import type { Office } from '../office/office.ts';
import type { FactDoc } from './fact-model.ts';

/** Facts as members see them, with the files of their messages. */
export async function presentFacts(office: Office, docs: readonly FactDoc[]): Promise<ConversationFact[]> {
  const records = await presentFiles(
    office,
    docs.flatMap((doc) => doc.fileIds ?? []),
  );
  const byId = new Map(records.map((file) => [file.id, file]));
  return docs.map((doc) => presentFact(doc, byId));
}

function presentFact(doc: FactDoc, files: ReadonlyMap<string, FileRecord>): ConversationFact {
  const { conversationId, seq, authorId } = doc;
  const base = { conversationId, seq, at: doc.at.toISOString(), authorId };
  switch (doc.kind) {
    case 'sent':
      return {
        ...base,
        kind: 'sent',
        clientId: doc.clientId,
        text: doc.text ?? '',
        files: (doc.fileIds ?? []).flatMap((id) => files.get(id) ?? []),
        replyTo: doc.replyTo ?? null,
      };
    case 'renamed':
      return { ...base, kind: 'renamed', name: doc.name ?? '' };
    default:
      return { ...base, kind: doc.kind, memberIds: doc.memberIds ?? [] };
  }
}
