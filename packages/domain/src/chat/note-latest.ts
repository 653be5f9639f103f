import type { Office } from '../office/office.ts';
import { conversations, type LatestMessage } from './conversation-model.ts';

/**
 * Notes on the conversation what was written last. A hint: `$max` keeps the newer of two, whichever process comes
 * first (embedded values are compared by their first field, the number).
 */
export async function noteLatest(
  office: Office,
  conversationId: string,
  head: { seq: number; count: number },
  latest: LatestMessage | null,
): Promise<void> {
  const { seq, count } = head;
  await conversations.of(office).collection.updateOne({ _id: conversationId as never }, {
    $max: {
      head: { seq, count },
      ...(latest && {
        latest: { seq: latest.seq, at: latest.at, authorId: latest.authorId, preview: latest.preview },
        activeAt: latest.at,
      }),
    },
  } as never);
}
