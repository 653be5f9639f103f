import type { ConversationFact } from '@congso/contract/chat';
import { type ConversationDoc, findConversation } from '../chat/access.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { createRounds, type Rounds } from '../stores/rounds.ts';
import { type FactDraft, type Head, insertNumbered, type NumberedFact } from './insert-numbered.ts';
import { presentFacts } from './present-facts.ts';
import { createSettler, noteNewest, type WrittenFact } from './settle-round.ts';

/** One thing to write, and the question whether it may be, asked of the conversation as it stands in this round. */
type Request = {
  readonly draft: FactDraft;
  /** @throws Refusal */
  readonly check: (conversation: ConversationDoc) => void | Promise<void>;
};
type Outcome = WrittenFact | { readonly refusal: unknown };
type Writer = Rounds<Request, Outcome>;

/** As many go into one insert; more wait for the next round. */
const MAX_PER_ROUND = 200;
/** So many conversations keep their writer and its cached head; a forgotten one reads the head again. */
const MAX_WRITERS = 5_000;
const writers = new WeakMap<Office, Map<string, Writer>>();

/**
 * Writes a fact into its conversation and answers it with its number (protocol M). Everything that arrives
 * while the last write of the same conversation is under way goes into the next one together. The conversation is read
 * once for the whole round, after every question in it arrived, so a member removed a moment ago is refused whichever
 * process removed him. A repeated clientId is answered with the original.
 *
 * @throws what `check` throws; Refusal NOT_FOUND without such a conversation.
 */
export async function writeFact(
  office: Office,
  conversationId: string,
  draft: FactDraft,
  check: Request['check'],
): Promise<WrittenFact> {
  const outcome = await writerOf(office, conversationId).add({ draft, check });
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome;
}

function writerOf(office: Office, conversationId: string): Writer {
  const known = writers.get(office) ?? new Map<string, Writer>();
  writers.set(office, known);
  const writer = known.get(conversationId) ?? openWriter(office, conversationId);
  // The longest unused is forgotten first. Forgetting one at work is harmless: the unique index keeps two writers apart.
  known.delete(conversationId);
  known.set(conversationId, writer);
  const [oldest] = known.keys();
  if (known.size > MAX_WRITERS && oldest !== undefined) known.delete(oldest);
  return writer;
}

function openWriter(office: Office, conversationId: string): Writer {
  const settle = createSettler(office, conversationId);
  let head: Head | null = null;
  return createRounds(async (round: Request[]): Promise<Outcome[]> => {
    const conversation = await findConversation(office, conversationId);
    const refusals = await Promise.all(round.map((request) => ask(request, conversation)));
    const allowed = round.filter((_, index) => refusals[index] === null).map(({ draft }) => draft);
    if (!conversation || allowed.length === 0) return refusals.map((refusal) => ({ refusal }));
    const knownHead = head;
    // When the insert fails half-way, nobody knows the head any more.
    head = null;
    const inserted = await insertNumbered(office, conversationId, knownHead, allowed);
    head = inserted.head;
    const written = await tellRound(office, conversation, inserted.facts);
    settle(written);
    const inOrder = written[Symbol.iterator]();
    return refusals.map((refusal) => (refusal === null ? (inOrder.next().value as WrittenFact) : { refusal }));
  }, MAX_PER_ROUND);
}

/** What speaks against a request, or null. */
async function ask(request: Request, conversation: ConversationDoc | null): Promise<unknown> {
  if (!conversation) return new Refusal('NOT_FOUND', { field: 'conversationId' });
  try {
    await request.check(conversation);
    return null;
  } catch (error) {
    return error;
  }
}

/** Tells the server processes what is new; a repeat's original was told before. */
async function tellRound(
  office: Office,
  { _id: conversationId, membersVersion, latest }: ConversationDoc,
  numbered: readonly NumberedFact[],
): Promise<WrittenFact[]> {
  const docs = numbered.map(({ doc }) => doc);
  const facts = await presentFacts(office, docs);
  const fresh = facts.filter((_, index) => numbered[index]?.isNew);
  const written = docs.map((doc, index) => ({ doc, fact: facts[index] as ConversationFact }));
  // The first message puts the conversation of a letter or a task on its members' lists: not after they hear of it.
  if (latest === null && facts.some(({ kind }) => kind === 'sent')) await noteNewest(office, conversationId, written);
  if (fresh.length > 0) office.bus.publish('conversation.moved', { conversationId, membersVersion, facts: fresh });
  return written;
}
