import type { Conversation } from '@congso/contract/chat';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { markRead } from './held-conversations.ts';

/** Several messages in a row are marked with one ask. */
const PAUSE_MS = 300;

/** Tells the office how far I have read: what is on the screen while the page is looked at. 0 tells nothing. */
export function useMarkRead({ id, readSeq, unread }: Conversation, shownSeq: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (shownSeq <= readSeq && unread === 0) return;
    if (shownSeq === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mark = async () => {
      try {
        await markRead(queries, id, shownSeq);
      } catch {
        // Not told: the next message, or the next opening, tells it.
      }
    };
    const markWhenSeen = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(() => void mark(), PAUSE_MS);
    };
    markWhenSeen();
    document.addEventListener('visibilitychange', markWhenSeen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', markWhenSeen);
    };
  }, [queries, id, readSeq, unread, shownSeq]);
}
