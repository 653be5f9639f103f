import type { CommandOutput } from '@congso/contract/catalog';
import type { Office } from '../office/office.ts';
import { type StreamDoc, streams } from './stream-model.ts';

/**
 * The marks after a cursor. `limited` when the cursor is unknown or older than the marks kept: the client then reads
 * everything anew. The marks are the last ones, so mark i of n carries the number head - n + i + 1.
 */
export async function pullStream(
  office: Office,
  personId: string,
  cursor: number | null,
): Promise<CommandOutput<'sync.pull'>> {
  const stream = await streams
    .of(office)
    .findOneAndUpdate(
      { _id: personId },
      { $setOnInsert: { head: 0, marks: [] } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean<StreamDoc>();
  const { head, marks } = stream ?? { head: 0, marks: [] };
  const missed = cursor === null ? Number.POSITIVE_INFINITY : head - cursor;
  // A cursor ahead of the head comes from another life of this office (a restored backup): start anew.
  if (missed < 0 || missed > marks.length) return { cursor: head, marks: [], limited: true };
  const fresh = missed === 0 ? [] : marks.slice(-missed);
  return { cursor: head, marks: fresh.map(({ kind, id, version }) => ({ kind, id, version })), limited: false };
}
