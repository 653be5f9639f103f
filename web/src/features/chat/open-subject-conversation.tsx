import type { Conversation } from '@congso/contract/chat';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { ErrorState } from '../../components/states/error-state.tsx';
import { DetailSkeleton } from '../../components/states/skeletons.tsx';
import { isRefusedFor } from '../../lib/ask-error.ts';
import { keyOf } from '../../lib/query-keys.ts';
import { askOptions } from '../../lib/use-ask.ts';
import classes from './chat.module.css';
import { useConversation } from './chat-queries.ts';
import { Composer } from './compose/composer.tsx';
import { ConversationMessages } from './list/conversation-messages.tsx';

type Props = {
  conversationId: string;
  /** What it is about, for the writing field's name. */
  name: string;
  /** Said to who may read the thing but takes no part in its conversation. */
  outsiderHint: string;
};

/** The conversation of a task or a document, inside that thing's page. It takes the height it is given. */
export function SubjectConversation({ conversationId, name, outsiderHint }: Props) {
  // Before anybody has written in it, it is not among my conversations.
  const listed = useConversation(conversationId);
  const {
    data: fetched,
    error,
    refetch,
  } = useQuery({
    ...askOptions(keyOf('conversation', conversationId), 'conversations.get', { conversationId }),
    enabled: listed === undefined,
  });
  const conversation = listed ?? fetched;
  if (conversation) return <Opened key={conversationId} conversation={conversation} name={name} />;
  if (isRefusedFor(error, 'NOT_FOUND')) return <EmptyState title={outsiderHint} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <DetailSkeleton />;
}

function Opened({ conversation, name }: { conversation: Conversation; name: string }) {
  const conversationId = conversation.id;
  const [replyTo, setReplyTo] = useState<number | null>(null);
  return (
    <div className={classes.embedded}>
      <ConversationMessages conversation={conversation} jumpTo={null} onReply={setReplyTo} />
      <Composer conversationId={conversationId} name={name} replyTo={replyTo} onReplyDone={() => setReplyTo(null)} />
    </div>
  );
}
