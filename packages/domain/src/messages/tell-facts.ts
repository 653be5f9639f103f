import { THE_OFFICE_ID } from '../organisation/the-office-id.ts';
import type { Reaction } from '../outbox/reactions.ts';
import type { FactDraft } from './insert-numbered.ts';
import { moveReadPointers } from './reading/read-pointers.ts';
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
    // Who comes in has nothing unread: he starts where he came in. Those it opens with start at its beginning: told late,
    // their joining is numbered behind the first messages, and these are for them.
    const isOpening = cause.id === `conversation:${payload.conversationId}:1`;
    const arrived = doc.kind === 'joined' && !isOpening ? (doc.memberIds ?? []) : [];
    await moveReadPointers(
      office,
      payload.conversationId,
      arrived.map((personId) => ({ personId, to: doc })),
    );
  };
  return reaction;
}

export const tellJoined = tell(({ memberIds }) => ({ kind: 'joined', memberIds }));
export const tellLeft = tell(({ memberIds }) => ({ kind: 'left', memberIds }));
export const tellRenamed = tell(({ name }) => ({ kind: 'renamed', name }));
