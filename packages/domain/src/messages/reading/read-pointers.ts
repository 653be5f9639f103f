import type { Office } from '../../office/office.ts';
import type { Head } from '../insert-numbered.ts';
import { type Entry, type ReadPointerDoc, readPointers } from './read-pointer-model.ts';

/** Where a person stands in a conversation. */
export type ReadPointer = Head & { readonly entry?: Entry | undefined };

const pointerId = (conversationId: string, personId: string) => `${conversationId}>${personId}`;
const AT_BEGINNING: ReadPointer = { seq: 0, count: 0 };

type Move = { readonly personId: string; readonly to: ReadPointer };

/** A thousand in one write would hold up whatever anybody else writes meanwhile. */
const AT_ONCE = 100;

/** Moves people's read pointers of one conversation forward; one that is further already stays. */
export async function moveReadPointers(office: Office, conversationId: string, moves: readonly Move[]): Promise<void> {
  for (let start = 0; start < moves.length; start += AT_ONCE)
    await moveSome(office, conversationId, moves.slice(start, start + AT_ONCE));
}

async function moveSome(office: Office, conversationId: string, moves: readonly Move[]): Promise<void> {
  await readPointers.of(office).collection.bulkWrite(
    moves.map(({ personId, to: { seq, count, entry } }) => ({
      updateOne: {
        filter: { _id: pointerId(conversationId, personId) as never },
        // Embedded values are compared by their first field, the number, and then by the instant.
        update: { $max: { seq, count, ...(entry && { entry: { seq: entry.seq, at: entry.at } }) } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}

/** Where a person stands in these conversations; unread conversations are at zero. */
export async function loadReadPointers(
  office: Office,
  personId: string,
  conversationIds: readonly string[],
): Promise<Map<string, ReadPointer>> {
  const found = await readPointers
    .of(office)
    .find({ _id: { $in: conversationIds.map((id) => pointerId(id, personId)) } })
    .lean<ReadPointerDoc[]>();
  const byId = new Map(found.map((pointer) => [pointer._id, pointer]));
  return new Map(conversationIds.map((id) => [id, byId.get(pointerId(id, personId)) ?? AT_BEGINNING]));
}

/** How much waits for somebody in a conversation: the messages, and at least one thing until they saw that they were brought in. */
export function countUnread(head: Pick<Head, 'count'>, { seq, count, entry }: ReadPointer): number {
  return Math.max(0, head.count - count, entry && entry.seq > seq ? 1 : 0);
}
