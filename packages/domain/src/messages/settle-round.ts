import type { ConversationFact } from '@congso/contract/chat';
import { noteLatest } from '../chat/note-latest.ts';
import type { Office } from '../office/office.ts';
import { createGroup } from '../stores/group.ts';
import type { FactDoc } from './fact-model.ts';
import type { Head } from './insert-numbered.ts';
import { previewMessage } from './preview-message.ts';
import { moveReadPointers } from './reading/read-pointers.ts';

/** A fact as it is stored and as it is told. */
export type WrittenFact = { readonly doc: FactDoc; readonly fact: ConversationFact };

/**
 * What follows from the facts written to one conversation: each author has read up to what he wrote, who came in starts
 * there, and the conversation notes its latest. Rounds that end while this is under way are settled together. All of
 * it is repaired by what is written next, so a failure is logged and is not the sender's: the message itself is written.
 */
export function createSettler(
  office: Office,
  conversationId: string,
): (written: readonly WrittenFact[]) => Promise<void> {
  const group = createGroup(async (rounds: (readonly WrittenFact[])[]) => {
    const written = rounds.flat();
    await Promise.all([
      moveReadPointers(office, conversationId, listMoves(written)),
      noteNewest(office, conversationId, written),
    ]);
    return rounds.map(() => null);
  });
  return async (written) => {
    try {
      await group.add(written);
    } catch (error) {
      office.log.warn({ err: error, conversationId }, 'latest and read pointers left as they were');
    }
  };
}

function listMoves(written: readonly WrittenFact[]): { personId: string; to: Head }[] {
  const furthest = new Map<string, Head>();
  for (const { doc } of written) {
    for (const personId of doc.kind === 'joined' ? (doc.memberIds ?? []) : [doc.authorId]) {
      if ((furthest.get(personId)?.seq ?? 0) < doc.seq) furthest.set(personId, doc);
    }
  }
  return [...furthest].map(([personId, to]) => ({ personId, to }));
}

async function noteNewest(office: Office, conversationId: string, written: readonly WrittenFact[]): Promise<void> {
  const newest = written.reduce<FactDoc | null>((most, { doc }) => (most && most.seq > doc.seq ? most : doc), null);
  if (!newest) return;
  const latest = written.reduce<WrittenFact | null>(
    (most, one) => (one.fact.kind === 'sent' && (most?.doc.seq ?? 0) < one.doc.seq ? one : most),
    null,
  );
  await noteLatest(office, conversationId, newest, latest && latestOf(latest));
}

/** A message as the list of conversations shows it. */
export function latestOf({ doc, fact }: WrittenFact) {
  const preview = fact.kind === 'sent' ? previewMessage(fact) : '';
  return { seq: doc.seq, at: doc.at, authorId: doc.authorId, preview };
}
