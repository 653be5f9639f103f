import type { HistoryEntry } from '@congso/contract/history';
import type vi from '@congso/language/catalog/vi';
import { HistoryList } from '../../../components/history/history-list.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { ListSkeleton } from '../../../components/states/skeletons.tsx';
import { Prose } from '../../../components/text/prose.tsx';
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
  const history = useTaskHistory(taskId);
  const nameAction = ({ action, details }: HistoryEntry) => {
    if (action === 'progress') return say('tasks.historyAction.progress', { percent: Number(details.progress) });
    return say(`tasks.historyAction.${NAMED.find((one) => one === action) ?? 'other'}`);
  };
  return (
    <Loaded query={history} skeleton={<ListSkeleton rows={4} />}>
      {(entries) => (
        <HistoryList
          entries={entries}
          nameAction={nameAction}
          describe={({ details: { note } }) => typeof note === 'string' && note !== '' && <Prose text={note} />}
        />
      )}
    </Loaded>
  );
}
