import { useEffect } from 'react';
import { useStore } from 'zustand';
import { catchUp } from './load-log.ts';
import { type LogState, logStoreOf } from './log-stores.ts';

/** The log of a conversation, loaded and kept up to date while it is shown. */
export function useConversationLog(conversationId: string): LogState {
  useEffect(() => void catchUp(conversationId), [conversationId]);
  return useStore(logStoreOf(conversationId));
}
