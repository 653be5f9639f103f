import type { HistoryEntry } from '@congso/contract/history';
import { formatDateTime } from '@congso/language/dates';
import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../lib/language.ts';
import { useNameOf } from '../../office/people.ts';
import { LinkedText } from '../text/linked-text.tsx';
import classes from './history.module.css';

/** What is recorded this much after it happened was entered late, and is shown so. */
const LATE_MS = 60_000;

const isLate = ({ occurredAt, recordedAt }: HistoryEntry): boolean =>
  Date.parse(recordedAt) - Date.parse(occurredAt) > LATE_MS;

type Props = {
  entries: readonly HistoryEntry[];
  nameAction: (entry: HistoryEntry) => string;
  /** What else an entry tells: whom it was given to, the instruction. */
  describe?: (entry: HistoryEntry) => ReactNode;
};

/** Everything that happened to one thing: who, for whom, when it happened and, where entered late, when recorded. */
export function HistoryList({ entries, nameAction, describe }: Props) {
  const say = useSay();
  const nameOf = useNameOf();
  return (
    <ol className={classes.entries}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <div className={classes.line}>
            <span className={classes.action}>{nameAction(entry)}</span>
            {isLate(entry) && (
              <Badge variant="light" color="orange" tt="none">
                {say('documents.late')}
              </Badge>
            )}
          </div>
          <div className={classes.by}>
            {entry.actorId === null ? say('documents.system') : nameOf(entry.actorId)}
            {entry.onBehalfOfId !== null && ` (${say('documents.onBehalfOf', { name: nameOf(entry.onBehalfOfId) })})`}
            {' · '}
            <time dateTime={entry.occurredAt}>{formatDateTime(entry.occurredAt)}</time>
          </div>
          {isLate(entry) && (
            <div className={classes.by}>{say('documents.lateHint', { time: formatDateTime(entry.recordedAt) })}</div>
          )}
          {describe?.(entry)}
          {entry.reason !== null && entry.reason !== '' && (
            <div className={classes.reason}>
              <LinkedText text={entry.reason} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
