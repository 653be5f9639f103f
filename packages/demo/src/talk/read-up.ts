import { listConversations } from '@congso/domain/chat/list-conversations';
import { markRead } from '@congso/domain/messages/reading/mark-read';
import type { Demo } from '../filling/demo.ts';
import { liveAll, onOwnClock } from '../filling/lane.ts';
import { createRandom } from '../filling/seeded-random.ts';
import { STAFF } from '../people/staff.ts';

const DAY_MS = 24 * 60 * 60_000;

/** People have read what was said to them, but for some of the last two days. */
export async function readUp(filled: Demo): Promise<void> {
  const demo = { ...filled, office: onOwnClock(filled, filled.until) };
  await liveAll(
    STAFF.map(
      ({ key }) =>
        () =>
          readAs(demo, key),
    ),
  );
}

async function readAs({ office, callers, until }: Demo, key: string): Promise<void> {
  const caller = callers.get(key);
  if (!caller) return;
  const random = createRandom(`reads ${key}`);
  const { conversations } = await listConversations(office, caller, {});
  for (const { id, latest, head, unread } of conversations) {
    if (unread === 0 || latest === null) continue;
    const isRecent = until.getTime() - Date.parse(latest.at) < 3 * DAY_MS;
    // Something unread at the top of everybody's list; the rest was read when it came.
    const seq = isRecent && random.chance(0.6) ? head - random.between(1, 4) : head;
    if (seq > 0) await markRead(office, caller, { conversationId: id, seq });
  }
}
