import { formatCivilDate, relativeDayOf, weekdayNameOf } from '@congso/language/dates';
import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSay } from '../../../lib/language.ts';
import { useNow } from '../../../lib/time/use-now.ts';
import { useNameOf } from '../../../office/people.ts';
import type { Row } from '../list/rows.ts';
import type { WatchLine } from '../list/use-shown-seq.ts';
import type { ConversationLog } from '../log/conversation-log.ts';
import classes from './messages.module.css';
import { PendingBubble } from './pending-bubble.tsx';
import { SentMessage } from './sent-message.tsx';

type Props = {
  conversationId: string;
  row: Row;
  log: ConversationLog;
  isShown: boolean;
  watch?: WatchLine;
  onReply: (seq: number) => void;
  onJump?: (seq: number) => void;
};

/** One line of the conversation. */
export function MessageRow({ conversationId, row, log, isShown, watch, onReply, onJump }: Props) {
  const say = useSay();
  switch (row.kind) {
    case 'beginning':
      return <p className={classes.beginning}>{say('chat.beginning')}</p>;
    case 'day':
      return <DayLine date={row.date} />;
    case 'unread':
      return <div className={classes.divider}>{say('chat.unreadDivider')}</div>;
    case 'event':
      return <EventLine fact={row.fact} watch={watch} />;
    case 'pending':
      return <PendingBubble message={row.message} conversationId={conversationId} />;
    case 'sent':
      return <SentMessage {...{ fact: row.fact, isFirst: row.isFirst, log, isShown, onReply, onJump }} watch={watch} />;
  }
}

function DayLine({ date }: { date: string }) {
  const say = useSay();
  const near = relativeDayOf(date, useNow());
  const day = say(near ? `frame.day.${near}` : `frame.weekday.${weekdayNameOf(date)}`);
  return (
    <div className={classes.day}>
      <span>
        {day}, {formatCivilDate(date)}
      </span>
    </div>
  );
}

/** Who the server names as the author of what the office itself did. */
const THE_OFFICE_ID = 'office';

/** So many names are a sentence; with more the line counts the rest until all are asked for. */
const MOST_NAMES = 5;
const FIRST_NAMES = 3;

/** Who joined or left, and the new name: not messages, but part of what happened. */
type EventProps = { fact: Extract<Row, { kind: 'event' }>['fact']; watch: WatchLine | undefined };

function EventLine({ fact, watch }: EventProps) {
  const say = useSay();
  const nameOf = useNameOf();
  const [isWhole, { toggle }] = useDisclosure(false);
  const actor = nameOf(fact.authorId);
  const memberCount = fact.kind === 'renamed' ? 0 : fact.memberIds.length;
  const listOf = (ids: readonly string[]) => {
    if (isWhole || ids.length <= MOST_NAMES) return ids.map(nameOf).join(', ');
    const first = ids.slice(0, FIRST_NAMES).map(nameOf).join(', ');
    return say('chat.namesAndOthers', { names: first, count: ids.length - FIRST_NAMES });
  };
  const sentence = () => {
    if (fact.kind === 'renamed') return say('chat.fact.renamed', { actor, name: fact.name });
    // Whoever opens a group is among those it opens with, and has not brought themselves in.
    const others = fact.memberIds.filter((id) => id !== fact.authorId);
    const names = listOf(others.length > 0 ? others : fact.memberIds);
    // Members that follow from a task or a document come and go by nobody's hand.
    const isByItself = fact.authorId === THE_OFFICE_ID;
    const isOwnDoing = isByItself || (fact.memberIds.length === 1 && fact.memberIds[0] === fact.authorId);
    if (fact.kind === 'joined')
      return isOwnDoing ? say('chat.fact.joined', { name: names }) : say('chat.fact.added', { actor, names });
    return isOwnDoing ? say('chat.fact.left', { name: names }) : say('chat.fact.removed', { actor, names });
  };
  return (
    <div className={classes.event} ref={watch} data-seq={fact.seq}>
      {sentence()}{' '}
      {memberCount > MOST_NAMES && (
        <UnstyledButton className={classes.whole} aria-expanded={isWhole} onClick={toggle}>
          {say(isWhole ? 'frame.action.showLess' : 'frame.action.showAll')}
        </UnstyledButton>
      )}
    </div>
  );
}
