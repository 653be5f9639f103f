import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { admit, type ConversationDoc, getConversationAccess } from '../chat/access.ts';
import { attachFiles } from '../files/attach-files.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { requireActive } from '../people/find-people.ts';
import { facts } from './fact-model.ts';
import { isMessage } from './list-messages.ts';
import { writeFact } from './write-facts.ts';

/**
 * Says something in a conversation; acknowledged once it would survive a power cut. Sent again under the same clientId
 * it is answered with the original, whatever the text is now.
 *
 * @throws Refusal NOT_FOUND for outsiders and a `replyTo` that is no message; FILE_GONE, FILE_INCOMPLETE;
 * PERSON_INACTIVE where the other of two has left, and nobody would read it.
 */
export async function sendMessage(
  office: Office,
  caller: Caller,
  { conversationId, clientId, text, fileIds, replyTo }: CommandInput<'messages.send'>,
): Promise<CommandOutput<'messages.send'>> {
  const attached = fileIds.length === 0 ? [] : await attach(office, caller, conversationId, fileIds);
  const draft = {
    kind: 'sent' as const,
    at: office.clock.now(),
    authorId: caller.personId,
    clientId,
    text,
    ...(attached.length > 0 && { fileIds: attached }),
    ...(replyTo !== null && { replyTo }),
  };
  const check = async (conversation: ConversationDoc) => {
    if (!admit(caller, conversation)) throw new Refusal('NOT_FOUND', { field: 'conversationId' });
    if (conversation.kind === 'direct') await requireReader(office, caller, conversation, clientId);
    if (replyTo !== null && !(await isMessage(office, conversationId, replyTo))) {
      throw new Refusal('NOT_FOUND', { field: 'replyTo' });
    }
  };
  const { fact } = await writeFact(office, conversationId, draft, check);
  return { fact };
}

/** Of two people the other must be there to read it; what was accepted before they left is answered as it was. */
async function requireReader(
  office: Office,
  { personId }: Caller,
  { _id: conversationId, memberIds }: ConversationDoc,
  clientId: string,
): Promise<void> {
  const others = memberIds.filter((id) => id !== personId);
  try {
    await requireActive(office, others, 'conversationId');
  } catch (refusal) {
    if ((await facts.of(office).exists({ conversationId, authorId: personId, clientId })) === null) throw refusal;
  }
}

/** Files get their place before the message names them: a crash in between leaves a file nobody was shown. */
async function attach(office: Office, caller: Caller, conversationId: string, fileIds: string[]): Promise<string[]> {
  await getConversationAccess(office, caller, conversationId);
  return attachFiles(office, caller, fileIds, { kind: 'conversation', id: conversationId });
}
