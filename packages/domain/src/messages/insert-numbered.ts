import mongoose from 'mongoose';
import type { Office } from '../office/office.ts';
import { isDuplicateKey } from '../stores/mongo.ts';
import { type FactDoc, facts } from './fact-model.ts';

/** The last number of a conversation and how many messages there are up to it. */
export type Head = { readonly seq: number; readonly count: number };
/** A fact before it has its number. */
export type FactDraft = Omit<FactDoc, '_id' | 'conversationId' | 'seq' | 'count'>;
/** `isNew` is false for the original a repeat is answered with. */
export type NumberedFact = { readonly doc: FactDoc; readonly isNew: boolean };

/** The last number given out, from the index. */
export async function readHead(office: Office, conversationId: string): Promise<Head> {
  const last = await facts.of(office).findOne({ conversationId }, { seq: 1, count: 1 }).sort({ seq: -1 }).lean<Head>();
  return last ? { seq: last.seq, count: last.count } : { seq: 0, count: 0 };
}

/**
 * Numbers facts by inserting them: head + 1, head + 2 ... in one ordered insert. The insert is the allocation: nothing
 * is reserved ahead, so a crash leaves no hole and no reader pages past a number that appears behind it. When another
 * process took a number, the head is read again and the rest renumbered; a clientId that is there already is answered
 * with its original. Answers in the order asked.
 */
export async function insertNumbered(
  office: Office,
  conversationId: string,
  knownHead: Head | null,
  drafts: readonly FactDraft[],
): Promise<{ facts: NumberedFact[]; head: Head | null }> {
  const numbered: NumberedFact[] = [];
  let head = knownHead;
  while (numbered.length < drafts.length) {
    head ??= await readHead(office, conversationId);
    const docs = number(conversationId, head, drafts.slice(numbered.length));
    const inserted = await insertInOrder(office, docs);
    for (const doc of docs.slice(0, inserted)) numbered.push({ doc, isNew: true });
    const last = docs[inserted - 1];
    if (last) head = { seq: last.seq, count: last.count };
    const refused = docs[inserted];
    if (!refused) break;
    const original = await findOriginal(office, refused);
    if (original) numbered.push({ doc: original, isNew: false });
    else head = null;
  }
  return { facts: numbered, head };
}

function number(conversationId: string, head: Head, drafts: readonly FactDraft[]): FactDoc[] {
  let { seq, count } = head;
  return drafts.map((draft) => {
    seq += 1;
    if (draft.kind === 'sent') count += 1;
    return { _id: new mongoose.Types.ObjectId(), conversationId, seq, count, ...draft };
  });
}

/** How many of them went in before the first that met a unique index; all of them when none did. */
async function insertInOrder(office: Office, docs: FactDoc[]): Promise<number> {
  try {
    // Straight to the driver: the shapes are ours, and casting each message costs as much as inserting it.
    await facts.of(office).collection.insertMany(docs, { ordered: true });
    return docs.length;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (error as { insertedCount: number }).insertedCount;
  }
}

async function findOriginal(office: Office, { conversationId, authorId, clientId }: FactDoc): Promise<FactDoc | null> {
  return facts.of(office).findOne({ conversationId, authorId, clientId }).lean<FactDoc>();
}
