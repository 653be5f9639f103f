import { Button } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { LinkedText } from '../../../components/text/linked-text.tsx';
import { AskError, sentenceOf } from '../../../lib/ask-error.ts';
import { useSay } from '../../../lib/language.ts';
import type { PendingMessage } from '../log/conversation-log.ts';
import { discardMessage, sendAgain } from '../log/send-message.ts';
import classes from './messages.module.css';

/** A message of mine on its way: what it waits for, or why it was refused and what to do. */
export function PendingBubble({ message, conversationId }: { message: PendingMessage; conversationId: string }) {
  const say = useSay();
  const { clientId, text, files, state, reason } = message;
  return (
    <article
      className={classes.message}
      aria-label={say('chat.messageOfMine', { state: say(`chat.state.${state}`) })}
      data-mine="true"
      data-first="false"
    >
      <div className={classes.face} />
      <div className={classes.body}>
        <div className={classes.line}>
          <div className={classes.bubble} data-state={state}>
            {text !== '' && (
              <div className={classes.text}>
                <LinkedText text={text} />
              </div>
            )}
            {files.map((file) => (
              <div key={file.id}>{file.name}</div>
            ))}
          </div>
        </div>
        <div className={classes.state} data-state={state} role={state === 'failed' ? 'alert' : undefined}>
          {state === 'failed' ? (
            <IconAlertTriangle size={14} aria-hidden="true" />
          ) : (
            <IconClock size={14} aria-hidden="true" />
          )}
          <span>
            {say(`chat.state.${state}`)}
            {reason !== null && `: ${sentenceOf(new AskError(reason), say)}`}
          </span>
          {state === 'failed' && (
            <>
              <Button size="compact-xs" variant="default" onClick={() => sendAgain(conversationId, clientId)}>
                {say('frame.action.retry')}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => discardMessage(conversationId, clientId)}>
                {say('frame.action.remove')}
              </Button>
            </>
          )}
        </div>
      </div>
    </article>
  );
}
