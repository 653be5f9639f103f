import { useState } from 'react';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { ErrorState } from '../../components/states/error-state.tsx';
import { DetailSkeleton } from '../../components/states/skeletons.tsx';
import classes from './chat.module.css';
import { useConversation, useConversations } from './chat-queries.ts';
import { Composer } from './compose/composer.tsx';
import { useConversationLog } from './log/log-stores.ts';
import { MessageList } from './messages/message-list.tsx';

type Props = {
  conversationId: string;
  /** What it is about, for the writing field's name. */
  name: string;
  /** Said to who may read the thing but takes no part in its conversation. */
  outsiderHint: string;
};

/** The conversation of a task or a document, inside that thing's page. It takes the height it is given. */
export function SubjectConversation({ conversationId, name, outsiderHint }: Props) {
  const { isPending, error, refetch } = useConversations();
  const conversation = useConversation(conversationId);
  if (isPending) return <DetailSkeleton />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!conversation) return <EmptyState title={outsiderHint} />;
  return <Opened key={conversationId} conversationId={conversationId} name={name} />;
}

function Opened({ conversationId, name }: Pick<Props, 'conversationId' | 'name'>) {
  const conversation = useConversation(conversationId);
  const { log, isLoaded, error } = useConversationLog(conversationId);
  const [replyTo, setReplyTo] = useState<number | null>(null);
  if (!conversation) return null;
  return (
    <div className={classes.embedded}>
      {!isLoaded && error !== null ? (
        <ErrorState error={error} />
      ) : !isLoaded ? (
        <DetailSkeleton />
      ) : (
        <MessageList conversation={conversation} log={log} jumpTo={null} onReply={setReplyTo} />
      )}
      <Composer conversationId={conversationId} name={name} replyTo={replyTo} onReplyDone={() => setReplyTo(null)} />
    </div>
  );
}
