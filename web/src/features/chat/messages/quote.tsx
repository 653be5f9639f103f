import { UnstyledButton } from '@mantine/core';
import { useSay } from '../../../lib/language.ts';
import { useNameOf } from '../../../office/people.ts';
import { type ConversationLog, factAt } from '../log/conversation-log.ts';
import { useMessage } from '../message-queries.ts';
import classes from './quote.module.css';

type Props = {
  conversationId: string;
  log: ConversationLog;
  seq: number;
  /** Shows the message that is quoted, however far above it is; without it the quote is only read. */
  onJump?: ((seq: number) => void) | undefined;
};

/** What a message answers, who said it and what, whether or not that is on the page. */
export function Quote({ conversationId, log, seq, onJump }: Props) {
  const say = useSay();
  const nameOf = useNameOf();
  const here = factAt(log, seq);
  const fetched = useMessage(here ? null : { conversationId, seq });
  const quoted = here?.kind === 'sent' ? here : fetched.data;
  if (quoted) {
    const said = (
      <>
        <b>{nameOf(quoted.authorId)}</b>
        <span className={classes.quoted}>{quoted.text || quoted.files[0]?.name}</span>
      </>
    );
    if (!onJump) return <div className={classes.quote}>{said}</div>;
    return (
      <UnstyledButton className={classes.quote} title={say('chat.seeOriginal')} onClick={() => onJump(seq)}>
        {said}
      </UnstyledButton>
    );
  }
  if (fetched.isError) {
    return (
      <UnstyledButton className={classes.quote} onClick={() => void fetched.refetch()}>
        {say('chat.originalNotLoaded')}
      </UnstyledButton>
    );
  }
  return <div className={classes.quote}>{say(quoted === null ? 'chat.originalGone' : 'frame.state.loading')}</div>;
}
