import mongoose from 'mongoose';
import { findConversation } from '../chat/access.ts';
import { noteLatest } from '../chat/note-latest.ts';
import type { Office } from '../office/office.ts';
import { facts } from './fact-model.ts';
import { loadHeads } from './load-heads.ts';

/** The facts one conversation got lately, by their numbers. */
export type RecentFacts = { readonly _id: string; readonly first: number; readonly last: number };

/**
 * Which conversations got facts in the last milliseconds, as the fact ids tell: they carry the machine's own time,
 * whatever clock the office has. A process that died between write and fan-out has told nobody; these are found here.
 */
export async function listRecentFacts(office: Office, lastMs: number): Promise<RecentFacts[]> {
  return facts
    .of(office)
    .aggregate<RecentFacts>([
      { $match: { _id: { $gte: idOf(lastMs) } } },
      { $group: { _id: '$conversationId', first: { $min: '$seq' }, last: { $max: '$seq' } } },
    ]);
}

/**
 * The first of the facts that a conversation got in the last milliseconds, looked for among so many before the given
 * one; null when all of those are older.
 */
export async function findRecentStart(
  office: Office,
  conversationId: string,
  before: { readonly seq: number; readonly atMost: number; readonly lastMs: number },
): Promise<number | null> {
  const first = await facts
    .of(office)
    .findOne(
      {
        conversationId,
        seq: { $gte: before.seq - before.atMost, $lt: before.seq },
        _id: { $gte: idOf(before.lastMs) },
      },
      { seq: 1 },
    )
    .sort({ seq: 1 })
    .lean<{ seq: number }>();
  return first?.seq ?? null;
}

/** The least id of a fact written so long ago. */
const idOf = (agoMs: number) => mongoose.Types.ObjectId.createFromTime(Math.floor((Date.now() - agoMs) / 1_000));

/** Brings what a conversation notes about its latest message up to what was really written. */
export async function repairLatest(office: Office, conversationId: string): Promise<void> {
  const conversation = await findConversation(office, conversationId);
  if (!conversation) return;
  const truth = (await loadHeads(office, [conversation])).get(conversationId);
  if (truth) await noteLatest(office, conversationId, truth.head, truth.latest);
}
