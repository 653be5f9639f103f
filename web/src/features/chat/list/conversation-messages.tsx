import type { Conversation } from '@congso/contract/chat';
import { useMemo } from 'react';
import { ErrorState } from '../../../components/states/error-state.tsx';
import { NotUpdated } from '../../../components/states/loaded.tsx';
import { DetailSkeleton } from '../../../components/states/skeletons.tsx';
import { useMe } from '../../../office/me.ts';
import { catchUp } from '../log/load-log.ts';
import type { LogState } from '../log/log-stores.ts';
import { useConversationLog } from '../log/use-conversation-log.ts';
import { MessageRow } from '../messages/message-row.tsx';
import classes from './list.module.css';
import { MessageList } from './message-list.tsx';
import { makeRowsOf } from './rows.ts';

type Props = {
  conversation: Conversation;
  /** The message the address names; null for none. */
  jumpTo: number | null;
  onReply: (seq: number) => void;
};

/** What is said in a conversation, in each of its states. */
export function ConversationMessages(props: Props) {
  const state = useConversationLog(props.conversation.id);
  if (!state.isLoaded) return <NotLoaded {...props} {...state} />;
  return (
    <>
      {state.error !== null && <NotUpdated onRetry={() => void catchUp(props.conversation.id)} />}
      <MessageList {...props} {...state} />
    </>
  );
}

/** While it loads, or could not be loaded: at least what I said meanwhile. */
function NotLoaded({ conversation: { id }, log, error, onReply }: Props & LogState) {
  const myId = useMe().person.id;
  const rows = useMemo(() => makeRowsOf(myId)(log, null), [log, myId]);
  return (
    <div className={classes.notLoaded}>
      <div className={classes.spacer}>
        {error === null ? <DetailSkeleton /> : <ErrorState error={error} onRetry={() => void catchUp(id)} />}
      </div>
      {rows.map((row) => (
        <MessageRow key={row.key} conversationId={id} row={row} log={log} isShown={false} onReply={onReply} />
      ))}
    </div>
  );
}
