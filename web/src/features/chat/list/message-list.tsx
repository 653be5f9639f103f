import type { Conversation } from '@congso/contract/chat';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useSay } from '../../../lib/language.ts';
import { useOnLook } from '../../../lib/page/attention.ts';
import { useMe } from '../../../office/me.ts';
import { isFromBeginning } from '../log/conversation-log.ts';
import { loadBackTo, loadOlder } from '../log/load-older.ts';
import type { LogState } from '../log/log-stores.ts';
import { MessageRow } from '../messages/message-row.tsx';
import { useMarkRead } from '../use-mark-read.ts';
import classes from './list.module.css';
import { ToEnd, ToUnread } from './list-buttons.tsx';
import { OlderPages } from './older-pages.tsx';
import { makeRowsOf, type Row } from './rows.ts';
import { useAnnounceArrivals } from './use-announce-arrivals.ts';
import { useDivider } from './use-divider.ts';
import { useShownSeq } from './use-shown-seq.ts';

/** So near to the end counts as being there. */
const AT_END_PX = 60;
const NEAR_BEGINNING_PX = 600;
/** So many unread messages are fetched when one comes in; with more one comes in at the end, and may go up to them. */
const MOST_FETCHED = 300;

type Props = Pick<LogState, 'log' | 'isLoadingOlder' | 'olderError'> & {
  conversation: Conversation;
  /** The message the address names; null for none. */
  jumpTo: number | null;
  onReply: (seq: number) => void;
};

/** A place to go to, once it is in the page: the divider, or a message that is then marked. */
type Target = { place: 'divider' } | { place: 'message'; seq: number };

/** The conversation, of which only what is seen is in the page; live changes never move what is being read. */
export function MessageList({ conversation, log, isLoadingOlder, olderError, jumpTo, onReply }: Props) {
  const say = useSay();
  const myId = useMe().person.id;
  const { id } = conversation;
  const dividerSeq = useDivider(conversation, log.facts, myId);
  const [unreadAtOpening] = useState(conversation.unread);
  const [rowsOf] = useState(() => makeRowsOf(myId));
  const rows = useMemo(() => rowsOf(log, dividerSeq), [rowsOf, log, dividerSeq]);
  const [target, setTarget] = useState<Target | null>(null);
  const markedSeq = target?.place === 'message' ? target.seq : null;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const [entry, setEntry] = useState<'divider' | 'end' | null>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const isAtEndNow = useRef(dividerSeq === null && jumpTo === null);
  const lookedDivider = useRef(dividerSeq);
  const isPrepending = usePrepending(rows);
  const isWritten = useJustWritten(rows);
  useAnnounceArrivals(log, myId);
  const isEntered = entry !== null || target !== null;
  const { shownSeq, watch } = useShownSeq();
  useMarkRead(conversation, isEntered ? shownSeq : 0);

  const noteWhere = () => {
    const element = scroller.current;
    if (!element) return;
    isAtEndNow.current = element.scrollHeight - element.clientHeight - element.scrollTop < AT_END_PX;
    setIsAtEnd(isAtEndNow.current);
  };
  const scrollToEnd = () => list.current?.scrollToIndex(rows.length - 1, { align: 'end' });
  const scrollToRow = (isWanted: (row: Row) => boolean, align: 'center' | 'nearest' = 'center') => {
    const index = rows.findIndex(isWanted);
    if (index >= 0) list.current?.scrollToIndex(index, { align });
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
    if (entry === 'end' || (entry === 'divider' && !scrollToRow(isDivider))) scrollToEnd();
    // A conversation that fits into the window does not scroll, and so tells nothing.
    const frame = requestAnimationFrame(() => entry !== null && noteWhere());
    return () => cancelAnimationFrame(frame);
  }, [entry]);

  // Who is at the end stays there, and goes there by writing; who reads above is not moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is one more line, not when scrolling changes
  useEffect(() => {
    if (isAtEndNow.current || isWritten) scrollToEnd();
  }, [rows.length]);
  // What came while nobody looked begins at its divider, if it is more than the window shows.
  useOnLook(() => {
    if (isAtEndNow.current && dividerSeq !== lookedDivider.current) scrollToRow(isDivider, 'nearest');
    lookedDivider.current = dividerSeq;
  });

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

  const jump = useCallback(
    async (seq: number) => {
      if (await loadBackTo(id, seq)) setTarget({ place: 'message', seq });
    },
    [id],
  );
  useEffect(() => {
    if (jumpTo !== null) void jump(jumpTo);
  }, [jump, jumpTo]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is there
  useLayoutEffect(() => {
    if (target?.place === 'divider') scrollToRow(isDivider);
    else if (target) scrollToRow((row) => 'fact' in row && row.fact.seq === target.seq);
  }, [target]);

  const onScroll = () => {
    noteWhere();
    if (olderError === null && (scroller.current?.scrollTop ?? 0) < NEAR_BEGINNING_PX) void loadOlder(id);
  };
  const isDividerAbove = dividerSeq !== null && (log.facts[0]?.seq ?? 0) > dividerSeq + 1;
  const goToDivider = async () => {
    if (dividerSeq !== null && (await loadBackTo(id, dividerSeq + 1))) setTarget({ place: 'divider' });
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
          {log.head === 0 && isFromBeginning(log) && <p className={classes.empty}>{say('chat.emptyConversation')}</p>}
        </div>
        <Virtualizer ref={list} scrollRef={scroller} shift={isPrepending} onScroll={onScroll} data={rows}>
          {(row) => (
            <MessageRow
              key={row.key}
              conversationId={id}
              row={row}
              log={log}
              isShown={row.kind === 'sent' && row.fact.seq === markedSeq}
              watch={watch}
              onReply={onReply}
              onJump={(seq) => void jump(seq)}
            />
          )}
        </Virtualizer>
      </div>
      <OlderPages conversationId={id} isLoadingOlder={isLoadingOlder} olderError={olderError} />
      {isDividerAbove && !isLoadingOlder && olderError === null && (
        <ToUnread unread={unreadAtOpening} onGo={() => void goToDivider()} />
      )}
      {!isAtEnd && <ToEnd log={log} myId={myId} onGo={scrollToEnd} />}
    </div>
  );
}

const isDivider = ({ kind }: Row): boolean => kind === 'unread';

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

/** Whether the last line is a message that I sent just now, not one that has waited or was refused. */
function useJustWritten(rows: readonly Row[]): boolean {
  const last = rows.at(-1);
  const key = last?.kind === 'pending' && last.message.state === 'sending' ? last.key : null;
  const known = useRef(key);
  const isWritten = key !== null && key !== known.current;
  useEffect(() => {
    if (key !== null) known.current = key;
  }, [key]);
  return isWritten;
}
