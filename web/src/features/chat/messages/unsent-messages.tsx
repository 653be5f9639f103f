import { useStore } from 'zustand';
import { logStoreOf } from '../log/log-stores.ts';
import { PendingBubble } from './pending-bubble.tsx';

/** What I said in a conversation that I may read no more: mine to copy or to throw away. */
export function UnsentMessages({ conversationId }: { conversationId: string }) {
  const pending = useStore(logStoreOf(conversationId), ({ log }) => log.pending);
  return pending.map((message) => (
    <PendingBubble key={message.clientId} message={message} conversationId={conversationId} />
  ));
}
