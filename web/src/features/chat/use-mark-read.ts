import type { Conversation } from '@congso/contract/chat';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isLookedAt, useIsLookedAt } from '../../lib/page/attention.ts';
import { markRead } from './held-conversations.ts';

/** Several messages in a row are marked with one ask, and what is scrolled past faster than this nobody has read. */
const PAUSE_MS = 300;

/** Tells the office how far I have read: what is on the screen while the page is looked at. 0 tells nothing. */
export function useMarkRead({ id, head, readSeq, unread }: Conversation, shownSeq: number): void {
  const queries = useQueryClient();
  const isRead = useIsLookedAt();
  const isKnown = shownSeq <= readSeq && (unread === 0 || shownSeq < head);
  useEffect(() => {
    if (!isRead || isKnown || shownSeq === 0) return;
    const mark = async () => {
      // The focus may have gone to another window from within a PDF, of which this page hears nothing.
      if (!isLookedAt()) return;
      try {
        await markRead(queries, id, shownSeq);
      } catch {
        // Not told: the next message, or the next opening, tells it.
      }
    };
    const timer = setTimeout(() => void mark(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [queries, id, isRead, isKnown, shownSeq]);
}
