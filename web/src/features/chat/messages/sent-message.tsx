import type { SentFact } from '@congso/contract/chat';
import { formatDateTime, formatTime } from '@congso/language/dates';
import { FileList } from '../../../components/files/file-list.tsx';
import { PersonAvatar } from '../../../components/people/person-avatar.tsx';
import { PersonName } from '../../../components/people/person-name.tsx';
import { LinkedText } from '../../../components/text/linked-text.tsx';
import { useSay } from '../../../lib/language.ts';
import { useMe } from '../../../office/me.ts';
import { useNameOf } from '../../../office/people.ts';
import type { WatchLine } from '../list/use-shown-seq.ts';
import type { ConversationLog } from '../log/conversation-log.ts';
import { MessageMenu } from './message-menu.tsx';
import classes from './messages.module.css';
import { Quote } from './quote.tsx';

type Props = {
  fact: SentFact;
  isFirst: boolean;
  log: ConversationLog;
  isShown: boolean;
  watch: WatchLine | undefined;
  onReply: (seq: number) => void;
  onJump: ((seq: number) => void) | undefined;
};

/** A message that is in the conversation. */
export function SentMessage({ fact, isFirst, log, isShown, watch, onReply, onJump }: Props) {
  const say = useSay();
  const nameOf = useNameOf();
  const isMine = useMe().person.id === fact.authorId;
  // Read out for every message: those that follow one another show author and time only once.
  const label = say('chat.messageBy', { name: nameOf(fact.authorId), time: formatTime(fact.at) });
  return (
    <article
      ref={watch}
      data-seq={fact.seq}
      className={classes.message}
      aria-label={label}
      data-mine={isMine}
      data-first={isFirst}
      data-shown={isShown}
    >
      <div className={classes.face}>{isFirst && !isMine && <PersonAvatar personId={fact.authorId} />}</div>
      <div className={classes.body}>
        {isFirst && (
          <div className={classes.head}>
            <span className={classes.author}>
              <PersonName personId={fact.authorId} />
            </span>
            <time dateTime={fact.at} title={formatDateTime(fact.at)}>
              {formatTime(fact.at)}
            </time>
          </div>
        )}
        <div className={classes.line}>
          <div className={classes.bubble} title={formatDateTime(fact.at)}>
            {fact.replyTo !== null && (
              <Quote conversationId={fact.conversationId} log={log} seq={fact.replyTo} onJump={onJump} />
            )}
            {fact.text !== '' && (
              <div className={classes.text}>
                <LinkedText text={fact.text} />
              </div>
            )}
            <FileList files={fact.files} />
          </div>
          <MessageMenu fact={fact} onReply={onReply} />
        </div>
      </div>
    </article>
  );
}
