import type { HistoryEntry } from '@congso/contract/history';
import type vi from '@congso/language/catalog/vi';
import { HistoryList } from '../../../components/history/history-list.tsx';
import { Prose } from '../../../components/layout/prose.tsx';
import { ErrorState } from '../../../components/states/error-state.tsx';
import { ListSkeleton } from '../../../components/states/skeletons.tsx';
import { isWithheld } from '../../../lib/ask-error.ts';
import { useSay } from '../../../lib/language.ts';
import { useTaskHistory } from '../tasks-queries.ts';

type Named = Exclude<keyof (typeof vi)['tasks']['historyAction'], 'other' | 'progress'>;
const NAMED: readonly Named[] = [
  'assigned',
  'accept',
  'decline',
  'report',
  'accept-report',
  'send-back',
  'close',
  'cancel',
];

/** Everything that happened to a task. */
export function TaskHistory({ taskId }: { taskId: string }) {
  const say = useSay();
  const { data: entries, error, isPending, refetch } = useTaskHistory(taskId);
  if (isPending) return <ListSkeleton rows={4} />;
  if (!entries || isWithheld(error)) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const nameAction = ({ action, details }: HistoryEntry) => {
    if (action === 'progress') return say('tasks.historyAction.progress', { percent: Number(details.progress) });
    return say(`tasks.historyAction.${NAMED.find((one) => one === action) ?? 'other'}`);
  };
  return (
    <HistoryList
      entries={entries}
      nameAction={nameAction}
      describe={({ details: { note } }) => typeof note === 'string' && note !== '' && <Prose text={note} />}
    />
  );
}
