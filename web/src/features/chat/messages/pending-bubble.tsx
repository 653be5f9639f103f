import { Button } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useStore } from 'zustand';
import fileClasses from '../../../components/files/files.module.css';
import { isStuck } from '../../../components/files/sending/upload.ts';
import { uploadStore } from '../../../components/files/sending/upload-store.ts';
import { LinkedText } from '../../../components/text/linked-text.tsx';
import { AskError, sentenceOf } from '../../../lib/ask-error.ts';
import { useSay } from '../../../lib/language.ts';
import type { PendingMessage } from '../log/conversation-log.ts';
import { isComplete, removePendingFile } from '../log/pending-files.ts';
import { discardMessage, sendAgain } from '../log/send-message.ts';
import classes from './messages.module.css';
import { PendingFileRow } from './pending-file.tsx';

/** A message of mine on its way: what it waits for, or why it was refused and what to do. */
export function PendingBubble({ message, conversationId }: { message: PendingMessage; conversationId: string }) {
  const say = useSay();
  const { clientId, text, files, state, reason } = message;
  const isAwaitingFiles = state !== 'failed' && !isComplete(message);
  const isStuckFile = useStore(uploadStore, ({ uploads }) =>
    uploads.some((upload) => isStuck(upload) && files.some(({ key }) => key === upload.key)),
  );
  const takeOut = (key: string) => {
    // With the last file of a message without words nothing is left to send.
    if (text === '' && files.length === 1) discardMessage(conversationId, clientId);
    else removePendingFile(conversationId, clientId, key);
  };
  const said = isAwaitingFiles ? (isStuckFile ? 'stuckFile' : 'waitingForFiles') : state;
  const isBad = state === 'failed' || (isAwaitingFiles && isStuckFile);
  return (
    <article
      className={classes.message}
      aria-label={say('chat.messageOfMine', { state: say(`chat.state.${said}`) })}
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
            {files.length > 0 && (
              <ul className={fileClasses.list}>
                {files.map((file) => (
                  <PendingFileRow
                    key={file.key}
                    file={file}
                    onRemove={state === 'failed' || isAwaitingFiles ? takeOut : null}
                  />
                ))}
              </ul>
            )}
          </div>
        </div>
        <div className={classes.state} data-state={isBad ? 'failed' : state} role={isBad ? 'alert' : undefined}>
          {isBad ? <IconAlertTriangle size={14} aria-hidden="true" /> : <IconClock size={14} aria-hidden="true" />}
          <span>
            {say(`chat.state.${said}`)}
            {reason !== null && `: ${sentenceOf(new AskError(reason), say)}`}
          </span>
          {state === 'failed' && (
            <Button size="compact-xs" variant="default" onClick={() => sendAgain(conversationId, clientId)}>
              {say('frame.action.retry')}
            </Button>
          )}
          {(state === 'failed' || isAwaitingFiles) && (
            <Button size="compact-xs" variant="default" onClick={() => discardMessage(conversationId, clientId)}>
              {say('frame.action.remove')}
            </Button>
          )}
        </div>
      </div>
    </article>
  );
}
