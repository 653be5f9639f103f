import { THE_OFFICE_ID } from '../organisation/the-office-id.ts';
import type { Cause, Reaction } from '../outbox/reactions.ts';
import type { FactDoc } from './fact-model.ts';
import type { FactDraft } from './insert-numbered.ts';
import { moveReadPointers, type ReadPointer } from './reading/read-pointers.ts';
import { writeFact } from './write-facts.ts';

type Told = Pick<FactDraft, 'kind'> & Partial<Pick<FactDraft, 'memberIds' | 'name'>>;

/** Numbers a change of the conversation among its messages. The clientId comes from the cause: told twice, written once. */
function tell(told: (payload: { memberIds: string[]; name: string }) => Told) {
  const reaction: Reaction<'conversation.joined' | 'conversation.left' | 'conversation.renamed'> = async (
    office,
    payload,
    cause,
  ) => {
    const change = told({ memberIds: [], name: '', ...payload });
    const authorId = cause.actorId ?? THE_OFFICE_ID;
    const draft = { ...change, at: cause.at, authorId, clientId: `${cause.id}:${change.kind}` };
    // Whoever changed the conversation was allowed to; the change itself is done.
    const { doc } = await writeFact(office, payload.conversationId, draft, () => undefined);
    if (doc.kind === 'joined') await moveReadPointers(office, payload.conversationId, listArrivals(doc, cause));
  };
  return reaction;
}

/**
 * Where those who come in begin to read: right before the fact that says so, with nothing unread but that somebody
 * brought them in. Those it opens with begin at its beginning: told late, their joining is numbered behind the first
 * messages, and these are for them. Whom the office itself lets in, because of a task or a document, learn of it there.
 */
function listArrivals(joined: FactDoc, { id, actorId, at }: Cause): { personId: string; to: ReadPointer }[] {
  const isOpening = id === `conversation:${joined.conversationId}:1`;
  const { seq, count } = joined;
  return (joined.memberIds ?? []).map((personId) => {
    const isBroughtIn = actorId !== null && actorId !== personId;
    const entry = isBroughtIn ? { seq, at } : undefined;
    if (isOpening) return { personId, to: { seq: 0, count: 0, entry } };
    return { personId, to: { seq: isBroughtIn ? seq - 1 : seq, count, entry } };
  });
}

export const tellJoined = tell(({ memberIds }) => ({ kind: 'joined', memberIds }));
export const tellLeft = tell(({ memberIds }) => ({ kind: 'left', memberIds }));
export const tellRenamed = tell(({ name }) => ({ kind: 'renamed', name }));
