import type { CommandInput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Task } from '@congso/contract/tasks';
import { attachFiles } from '../files/attach-files.ts';
import type { Caller } from '../office/caller.ts';
import { derivedId } from '../office/ids.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { getTaskAccess, listConcerned } from './access.ts';
import { presentTask } from './present-task.ts';
import { type TaskDoc, tasks } from './task-model.ts';
import { loadParts, stateAfter } from './task-transitions.ts';

type Fields = Partial<Pick<TaskDoc, 'progress' | 'reports' | 'closedAt'>>;
type Step = { reason?: string; details?: Record<string, unknown>; set?: (task: TaskDoc) => Fields };

/** Takes one step in a task's life: the transition table decides whether, `step` adds what this action brings along. */
async function act(
  office: Office,
  caller: Caller,
  input: { taskId: string; requestId: string },
  action: Task['actions'][number],
  step: Step = {},
): Promise<Task> {
  await getTaskAccess(office, caller, input.taskId);
  const changed = await changeAggregate(office, tasks, input.taskId, caller, input.requestId, async (task) => {
    const parts = (await loadParts(office, caller, [task])).get(task._id) ?? [];
    const state = stateAfter(task, parts, action);
    const isOver = state === 'closed' || state === 'declined' || state === 'cancelled';
    return {
      set: { ...step.set?.(task), state, ...(isOver && { closedAt: office.clock.now() }) },
      story: {
        action,
        from: task.state,
        to: state,
        reason: step.reason ?? null,
        details: step.details ?? {},
        facts: [
          { name: 'task.changed', payload: { taskId: task._id } },
          ...(isOver ? [{ name: 'task.closed' as const, payload: { taskId: task._id } }] : []),
        ],
        marks: [{ to: await listConcerned(office, task), kind: 'task' }],
      },
    };
  });
  return presentTask(office, caller, changed);
}

/** The lead takes it on. */
export const acceptTask = (office: Office, caller: Caller, input: CommandInput<'tasks.accept'>) =>
  act(office, caller, input, 'accept');

/** The lead cannot do it and says why. */
export const declineTask = (office: Office, caller: Caller, input: CommandInput<'tasks.decline'>) =>
  act(office, caller, input, 'decline', { reason: input.reason });

/** How far it is, in percent. */
export const setTaskProgress = (office: Office, caller: Caller, input: CommandInput<'tasks.setProgress'>) =>
  act(office, caller, input, 'progress', {
    details: { progress: input.progress, note: input.note },
    set: () => ({ progress: input.progress }),
  });

/** The lead reports the result, with files. */
export async function reportTask(office: Office, caller: Caller, input: CommandInput<'tasks.report'>): Promise<Task> {
  await getTaskAccess(office, caller, input.taskId);
  const fileIds = await attachFiles(office, caller, input.fileIds, { kind: 'task', id: input.taskId });
  const reportId = derivedId('report', input.taskId, caller.personId, input.requestId);
  return act(office, caller, input, 'report', {
    details: { reportId },
    set: ({ reports }) => {
      // They lie in the task, which would at last be larger than the database holds.
      if (reports.length >= LIMITS.reportsOfTask) throw new Refusal('TOO_MANY_KEPT');
      const report = { id: reportId, authorId: caller.personId, at: office.clock.now(), text: input.text, fileIds };
      return { progress: 100, reports: [...reports, report] };
    },
  });
}

/** Who has the assigner's part takes the report: the task is closed. */
export const acceptTaskReport = (office: Office, caller: Caller, input: CommandInput<'tasks.acceptReport'>) =>
  act(office, caller, input, 'accept-report');

/** The assigner sends the report back with the reason. */
export const sendTaskBack = (office: Office, caller: Caller, input: CommandInput<'tasks.sendBack'>) =>
  act(office, caller, input, 'send-back', { reason: input.reason });

/** The assigner closes it without a report. */
export const closeTask = (office: Office, caller: Caller, input: CommandInput<'tasks.close'>) =>
  act(office, caller, input, 'close', { reason: input.reason });

/** It need not be done any more. */
export const cancelTask = (office: Office, caller: Caller, input: CommandInput<'tasks.cancel'>) =>
  act(office, caller, input, 'cancel', { reason: input.reason });
