import type { Office } from '../../office/office.ts';
import type { Head } from '../insert-numbered.ts';
import { type ReadPointerDoc, readPointers } from './read-pointer-model.ts';

const pointerId = (conversationId: string, personId: string) => `${conversationId}>${personId}`;

/** Moves people's read pointers of one conversation forward; one that is further already stays. */
export async function moveReadPointers(
  office: Office,
  conversationId: string,
  moves: readonly { personId: string; to: Head }[],
): Promise<void> {
  if (moves.length === 0) return;
  await readPointers.of(office).collection.bulkWrite(
    moves.map(({ personId, to: { seq, count } }) => ({
      updateOne: {
        filter: { _id: pointerId(conversationId, personId) as never },
        update: { $max: { seq, count } },
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
): Promise<Map<string, Head>> {
  const found = await readPointers
    .of(office)
    .find({ _id: { $in: conversationIds.map((id) => pointerId(id, personId)) } })
    .lean<ReadPointerDoc[]>();
  const byId = new Map(found.map((pointer) => [pointer._id, pointer]));
  return new Map(conversationIds.map((id) => [id, byId.get(pointerId(id, personId)) ?? { seq: 0, count: 0 }]));
}
