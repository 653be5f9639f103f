import type { Task } from '@congso/contract/tasks';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmReason, useReason } from '../../../components/states/confirm-dialog.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { ProgressDialog } from './progress-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import classes from './task.module.css';

type Action = Task['actions'][number];
type ReasonAction = Extract<Action, 'decline' | 'send-back' | 'close' | 'cancel'>;

/** The one thing most wanted in each state; every other action stands quieter beside it. */
const MAIN: readonly Action[] = ['accept', 'report', 'accept-report'];

const needsReason = (action: Action): action is ReasonAction =>
  action === 'decline' || action === 'send-back' || action === 'close' || action === 'cancel';

/** Exactly what the server says I may do with it now. A dialog stays open when it may no more: the server says why. */
export function TaskActions({ task }: { task: Task }) {
  const say = useSay();
  const [asking, setAsking] = useState<Action | null>(null);
  const accept = useCommand('tasks.accept', { changes: ['task'] });
  const acceptReport = useCommand('tasks.acceptReport', { changes: ['task', 'document'] });
  const onClose = () => setAsking(null);
  const take = (action: Action) => {
    if (action === 'accept') accept.mutate({ taskId: task.id });
    else if (action === 'accept-report') acceptReport.mutate({ taskId: task.id });
    else setAsking(action);
  };
  const isRunning = { accept: accept.isPending, 'accept-report': acceptReport.isPending } as Record<string, boolean>;
  const ordered = [...task.actions].sort((a, b) => Number(MAIN.includes(b)) - Number(MAIN.includes(a)));
  return (
    <>
      {ordered.length > 0 && (
        <div className={classes.actions}>
          {ordered.map((action) => (
            <Button
              key={action}
              variant={MAIN.includes(action) ? 'filled' : 'default'}
              loading={isRunning[action] ?? false}
              onClick={() => take(action)}
            >
              {say(`tasks.action.${action}`)}
            </Button>
          ))}
        </div>
      )}
      <Refused error={accept.error ?? acceptReport.error} />
      {asking === 'progress' && <ProgressDialog task={task} onClose={onClose} />}
      {asking === 'report' && <ReportDialog task={task} onClose={onClose} />}
      {asking !== null && needsReason(asking) && <ReasonDialog task={task} action={asking} onClose={onClose} />}
    </>
  );
}

const COMMANDS = {
  decline: 'tasks.decline',
  'send-back': 'tasks.sendBack',
  close: 'tasks.close',
  cancel: 'tasks.cancel',
} as const satisfies Record<ReasonAction, string>;

function ReasonDialog({ task, action, onClose }: { task: Task; action: ReasonAction; onClose: () => void }) {
  const say = useSay();
  const { draft, onDone } = useReason(`${action}:${task.id}`, onClose);
  const command = useCommand(COMMANDS[action], { changes: ['task', 'document'], onDone });
  return (
    <ConfirmReason
      onClose={onClose}
      title={say(`tasks.reasonTitle.${action}`, { title: task.title })}
      label={say('tasks.reason')}
      draft={draft}
      action={say(`tasks.action.${action}`)}
      isDestructive={action === 'decline' || action === 'cancel'}
      isRunning={command.isPending}
      error={command.error}
      onConfirm={(reason) => command.mutate({ taskId: task.id, reason })}
    />
  );
}
