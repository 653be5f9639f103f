import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { getConversationAccess } from '../chat/access.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { type FactDoc, facts } from './fact-model.ts';
import { readHead } from './insert-numbered.ts';
import { presentFacts } from './present-facts.ts';

const PAGE = 50;

/**
 * A stretch of a conversation in order: its end, or what lies before or after a number. The numbers have no gaps, so a
 * client knows from the first and the last of a page whether it lacks any.
 *
 * @throws Refusal NOT_FOUND for outsiders.
 */
export async function listMessages(
  office: Office,
  caller: Caller,
  { conversationId, before, after, limit = PAGE }: CommandInput<'messages.list'>,
): Promise<CommandOutput<'messages.list'>> {
  const { conversation } = await getConversationAccess(office, caller, conversationId);
  const { seq: head } = await readHead(office, conversationId);
  const isForward = after !== undefined;
  const seq = { ...(before !== undefined && { $lt: before }), ...(after !== undefined && { $gt: after }) };
  const docs = await facts
    .of(office)
    .find({ conversationId, ...(Object.keys(seq).length > 0 && { seq }) })
    .sort({ seq: isForward ? 1 : -1 })
    .limit(limit)
    .lean<FactDoc[]>();
  if (!isForward) docs.reverse();
  return {
    facts: await presentFacts(office, docs),
    // The page was read after the head: it may hold what was written in between.
    head: Math.max(head, docs.at(-1)?.seq ?? 0),
    membersVersion: conversation.membersVersion,
  };
}

/** Whether a number is that of a message and not of another fact. */
export async function isMessage(office: Office, conversationId: string, seq: number): Promise<boolean> {
  return (await facts.of(office).exists({ conversationId, seq, kind: 'sent' })) !== null;
}

/** The facts of a conversation from one number up to another, both included, for the fan-out to fill gaps. */
export async function listFactsBetween(office: Office, conversationId: string, first: number, last: number) {
  const docs = await facts
    .of(office)
    .find({ conversationId, seq: { $gte: first, $lte: last } })
    .sort({ seq: 1 })
    .lean<FactDoc[]>();
  return presentFacts(office, docs);
}
