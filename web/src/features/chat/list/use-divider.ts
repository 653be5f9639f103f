import type { Conversation, ConversationFact } from '@congso/contract/chat';
import { useEffect, useRef, useState } from 'react';
import { isLookedAt, useOnLook } from '../../../lib/page/attention.ts';

/**
 * After which number the unread begins: where I had read up to when I came, and later where I was when I looked
 * elsewhere and others went on. It stays there while I read on. Null: no divider; who never read here begins at the end.
 */
export function useDivider(
  { unread, readSeq }: Conversation,
  facts: readonly ConversationFact[],
  myId: string,
): number | null {
  const [dividerSeq, setDividerSeq] = useState(unread > 0 && readSeq > 0 ? readSeq : null);
  const last = facts.at(-1);
  const seen = useRef({ lookedAt: last?.seq ?? 0, latest: last?.seq ?? 0 });
  useEffect(() => {
    seen.current.latest = last?.seq ?? 0;
    if (isLookedAt()) seen.current.lookedAt = seen.current.latest;
    else if (last && last.authorId !== myId && last.seq > seen.current.lookedAt) setDividerSeq(seen.current.lookedAt);
  }, [last, myId]);
  useOnLook(() => {
    seen.current.lookedAt = seen.current.latest;
  });
  return dividerSeq;
}
