import type { Office } from '../office/office.ts';
import { type FactDoc, facts } from './fact-model.ts';
import { presentFacts } from './present-facts.ts';
import { latestOf } from './settle-round.ts';

/** What a conversation's own note says; the facts may be ahead of it. */
export type HeadHint = {
  readonly _id: string;
  readonly head: { seq: number; count: number };
  readonly latest: { seq: number; at: Date; authorId: string; preview: string } | null;
};

/** So many branches go into one question. */
const BRANCHES = 100;

/**
 * The true head and latest message of conversations: what they noted, and whatever was written behind it (the note
 * follows a message a moment later, or never when its process died). Usually nothing is, and the question costs one
 * look into the index for each.
 */
export async function loadHeads(office: Office, hints: readonly HeadHint[]): Promise<Map<string, HeadHint>> {
  const known = new Map(hints.map((hint) => [hint._id, hint]));
  for (let start = 0; start < hints.length; start += BRANCHES) {
    const branches = hints
      .slice(start, start + BRANCHES)
      .map(({ _id, head }) => ({ conversationId: _id, seq: { $gt: head.seq } }));
    const ahead = await facts.of(office).find({ $or: branches }).sort({ conversationId: 1, seq: 1 }).lean<FactDoc[]>();
    const presented = await presentFacts(office, ahead);
    for (const [index, doc] of ahead.entries()) {
      const hint = known.get(doc.conversationId);
      const fact = presented[index];
      if (!hint || !fact) continue;
      known.set(doc.conversationId, {
        _id: hint._id,
        head: { seq: doc.seq, count: doc.count },
        latest: fact.kind === 'sent' ? latestOf({ doc, fact }) : hint.latest,
      });
    }
  }
  return known;
}
