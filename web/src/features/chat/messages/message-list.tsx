import type { Conversation } from '@congso/contract/chat';
import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useSay } from '../../../lib/language.ts';
import { useMe } from '../../../office/me.ts';
import { type ConversationLog, isFromBeginning } from '../log/conversation-log.ts';
import { loadBackTo, loadOlder } from '../log/log-stores.ts';
import { useMarkRead } from '../use-mark-read.ts';
import { MessageRow } from './message-row.tsx';
import classes from './messages.module.css';
import { type Row, rowsOf } from './rows.ts';
import { useAnnounceArrivals } from './use-announce-arrivals.ts';

/** So near to the end counts as being there. */
const AT_END_PX = 60;
const NEAR_BEGINNING_PX = 600;
/** So many unread messages are fetched when one comes in; with more one comes in at the end, and may go up to them. */
const MOST_FETCHED = 300;

type Props = {
  conversation: Conversation;
  log: ConversationLog;
  /** The message the address names; null for none. */
  jumpTo: number | null;
  onReply: (seq: number) => void;
};

/** The conversation, of which only what is seen is in the page; live changes never move what is being read. */
export function MessageList({ conversation, log, jumpTo, onReply }: Props) {
  const say = useSay();
  const myId = useMe().person.id;
  // Where I had read up to when I came: the divider stays there while I read on. Who never read here begins at the end.
  const [dividerSeq] = useState(conversation.unread > 0 && conversation.readSeq > 0 ? conversation.readSeq : null);
  const [unreadAtOpening] = useState(conversation.unread);
  const rows = useMemo(() => rowsOf(log, dividerSeq, myId), [log, dividerSeq, myId]);
  const [shownSeq, setShownSeq] = useState<number | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const [entry, setEntry] = useState<'divider' | 'end' | null>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const isAtEndNow = useRef(dividerSeq === null && jumpTo === null);
  const isPrepending = usePrepending(rows);
  const arrived = useArrivedWhileAway(log, isAtEnd, myId);
  const { id } = conversation;
  useAnnounceArrivals(log, myId);
  const isEntered = entry !== null || shownSeq !== null;
  useMarkRead(conversation, isAtEnd && isEntered ? (log.facts.at(-1)?.seq ?? 0) : 0);

  const noteWhere = () => {
    const element = scroller.current;
    if (!element) return;
    isAtEndNow.current = element.scrollHeight - element.clientHeight - element.scrollTop < AT_END_PX;
    setIsAtEnd(isAtEndNow.current);
  };
  const scrollToEnd = () => list.current?.scrollToIndex(rows.length - 1, { align: 'end' });
  const scrollToRow = (isWanted: (row: Row) => boolean) => {
    const index = rows.findIndex(isWanted);
    if (index >= 0) list.current?.scrollToIndex(index, { align: 'center' });
    return index >= 0;
  };

  // Where one comes in: at what the address names, else at the first unread message, else at the end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the conversation is opened
  useLayoutEffect(() => {
    const place = async () => {
      const isNear = dividerSeq !== null && unreadAtOpening <= MOST_FETCHED && (await loadBackTo(id, dividerSeq + 1));
      setEntry(isNear ? 'divider' : 'end');
    };
    if (jumpTo === null) void place();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known where
  useLayoutEffect(() => {
    if (entry === 'end' || (entry === 'divider' && !scrollToRow(({ kind }) => kind === 'unread'))) scrollToEnd();
    // A conversation that fits into the window does not scroll, and so tells nothing.
    const frame = requestAnimationFrame(() => entry !== null && noteWhere());
    return () => cancelAnimationFrame(frame);
  }, [entry]);

  // Who is at the end stays there; who reads above is not moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is one more line, not when scrolling changes
  useEffect(() => {
    const isMine = rows.at(-1)?.kind === 'pending';
    if (isAtEndNow.current || isMine) scrollToEnd();
  }, [rows.length]);

  // The keyboard of a phone, or a growing draft, makes the list lower: its end stays in sight.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (isAtEndNow.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (jumpTo !== null) void loadBackTo(id, jumpTo).then((isHere) => isHere && setShownSeq(jumpTo));
  }, [id, jumpTo]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is there
  useLayoutEffect(() => {
    if (shownSeq !== null) scrollToRow((row) => row.kind === 'sent' && row.fact.seq === shownSeq);
  }, [shownSeq]);

  const onScroll = () => {
    noteWhere();
    if ((scroller.current?.scrollTop ?? 0) < NEAR_BEGINNING_PX) void loadOlder(id);
  };
  const isDividerAbove = dividerSeq !== null && (log.facts[0]?.seq ?? 0) > dividerSeq + 1;
  const goToDivider = async () => {
    if (dividerSeq !== null && (await loadBackTo(id, dividerSeq + 1))) setShownSeq(dividerSeq + 1);
  };

  return (
    <div className={classes.frame}>
      <div
        className={classes.scroller}
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={say('chat.messages')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        <div className={classes.spacer}>
          {isFromBeginning(log) && (
            <p className={classes.beginning}>{say(log.head === 0 ? 'chat.emptyConversation' : 'chat.beginning')}</p>
          )}
        </div>
        <Virtualizer ref={list} scrollRef={scroller} shift={isPrepending} onScroll={onScroll}>
          {rows.map((row) => (
            <MessageRow
              key={row.key}
              conversationId={id}
              row={row}
              log={log}
              isShown={row.kind === 'sent' && row.fact.seq === shownSeq}
              onReply={onReply}
            />
          ))}
        </Virtualizer>
      </div>
      {isDividerAbove && (
        <Button
          className={classes.toUnread}
          size="compact-sm"
          leftSection={<IconArrowUp size={14} aria-hidden="true" />}
          onClick={() => void goToDivider()}
        >
          {say('chat.unread', { count: unreadAtOpening })}
        </Button>
      )}
      {!isAtEnd && (
        <Button
          className={classes.toEnd}
          size="compact-sm"
          variant={arrived > 0 ? 'filled' : 'default'}
          leftSection={<IconArrowDown size={14} aria-hidden="true" />}
          onClick={scrollToEnd}
        >
          {arrived > 0 ? say('chat.newMessages', { count: arrived }) : say('chat.action.jumpToNewest')}
        </Button>
      )}
    </div>
  );
}

/** Whether lines came in before the first one: then the list keeps its place measured from the end. */
function usePrepending(rows: readonly Row[]): boolean {
  const first = useRef<string | undefined>(undefined);
  const key = rows[0]?.key;
  const isPrepending = first.current !== undefined && key !== first.current;
  useLayoutEffect(() => {
    first.current = key;
  }, [key]);
  return isPrepending;
}

/** How many messages of others came since one scrolled up. */
function useArrivedWhileAway(log: ConversationLog, isAtEnd: boolean, myId: string): number {
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const last = log.facts.at(-1)?.seq ?? 0;
  if (isAtEnd && leftAt !== null) setLeftAt(null);
  if (!isAtEnd && leftAt === null) setLeftAt(last);
  if (leftAt === null) return 0;
  return log.facts.filter((fact) => fact.seq > leftAt && fact.kind === 'sent' && fact.authorId !== myId).length;
}
