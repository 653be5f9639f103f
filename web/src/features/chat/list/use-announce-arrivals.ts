import { useEffect, useRef } from 'react';
import { announce } from '../../../lib/announce.ts';
import { useNameOf } from '../../../office/people.ts';
import type { ConversationLog } from '../log/conversation-log.ts';

/** Reads to screen readers what others say in the opened conversation, author first; not what was there before. */
export function useAnnounceArrivals({ facts }: ConversationLog, myId: string): void {
  const nameOf = useNameOf();
  const last = facts.at(-1);
  const heardSeq = useRef(last?.seq ?? 0);
  useEffect(() => {
    if (!last || last.seq <= heardSeq.current) return;
    heardSeq.current = last.seq;
    if (last.kind !== 'sent' || last.authorId === myId) return;
    announce(`${nameOf(last.authorId)}: ${last.text || (last.files[0]?.name ?? '')}`);
  }, [last, myId, nameOf]);
}
