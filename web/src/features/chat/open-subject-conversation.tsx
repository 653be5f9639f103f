import type { Conversation } from '@congso/contract/chat';
import { useState } from 'react';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { ErrorState } from '../../components/states/error-state.tsx';
import { DetailSkeleton } from '../../components/states/skeletons.tsx';
import { isRefusedFor } from '../../lib/ask-error.ts';
import classes from './chat.module.css';
import { useOpenedConversation } from './chat-queries.ts';
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
  const { conversation, error, retry } = useOpenedConversation(conversationId);
  if (conversation) return <Opened key={conversationId} conversation={conversation} name={name} />;
  if (isRefusedFor(error, 'NOT_FOUND')) return <EmptyState title={outsiderHint} />;
  if (error) return <ErrorState error={error} onRetry={retry} />;
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
