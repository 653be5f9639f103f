import { useSay } from '../../../lib/language.ts';
import { useNameOf } from '../../../office/people.ts';
import { type ConversationLog, factAt } from '../log/conversation-log.ts';
import classes from './quote.module.css';

/** What a message answers, where it is here to be shown. */
export function Quote({ log, seq }: { log: ConversationLog; seq: number }) {
  const say = useSay();
  const nameOf = useNameOf();
  const quoted = factAt(log, seq);
  if (quoted?.kind !== 'sent') return <div className={classes.quote}>{say('chat.action.reply')}</div>;
  return (
    <div className={classes.quote}>
      <b>{nameOf(quoted.authorId)}</b>
      <div className={classes.quoted}>{quoted.text || quoted.files[0]?.name}</div>
    </div>
  );
}
