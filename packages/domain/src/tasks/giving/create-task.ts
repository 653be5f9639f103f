import type { CommandInput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Task } from '@congso/contract/tasks';
import { fold } from '@congso/language/fold';
import { getConversationAccess } from '../../chat/access.ts';
import { attachFiles } from '../../files/attach-files.ts';
import type { Caller } from '../../office/caller.ts';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { createAggregate } from '../../outbox/create-aggregate.ts';
import { dayAgo } from '../../outbox/require-few.ts';
import { requireActive } from '../../people/find-people.ts';
import { resolveDue } from '../../working-time/resolve-due.ts';
import { listConcerned } from '../access.ts';
import { findTask } from '../find-task.ts';
import { presentTask } from '../present-task.ts';
import { tasks } from '../task-model.ts';
import { taskCode } from './task-code.ts';

/**
 * Assigns a task by hand or from a message. Anyone may ask anyone: who is asked may decline, and heads and leaders
 * see what their people are asked to do.
 *
 * @throws Refusal PERSON_INACTIVE, NOT_FOUND for a conversation the caller is not in, TOO_MANY_TODAY, DATE_IN_PAST
 */
export async function createTask(office: Office, caller: Caller, input: CommandInput<'tasks.create'>): Promise<Task> {
  const { title, description, leadId, fromMessage } = input;
  const taskId = derivedId('task', caller.personId, input.requestId);
  // A repeat is answered with the original, also when the day has passed or somebody has left meanwhile.
  const original = await findTask(office, taskId);
  if (original) return presentTask(office, caller, original);
  const coordinatorIds = [...new Set(input.coordinatorIds)].filter((personId) => personId !== leadId);
  await requireActive(office, [leadId], 'leadId');
  await requireActive(office, coordinatorIds, 'coordinatorIds');
  // A task must not be a way to learn of a conversation one is not in.
  if (fromMessage) await getConversationAccess(office, caller, fromMessage.conversationId);
  await requireFewAsked(office, caller, 1 + coordinatorIds.length);
  const due = await resolveDue(office, input.due);
  const fileIds = await attachFiles(office, caller, input.fileIds, { kind: 'task', id: taskId });
  const fields = {
    _id: taskId,
    title,
    description,
    searchKey: fold(`${title} ${taskCode(taskId)}`),
    source: fromMessage ? ({ kind: 'message', ...fromMessage } as const) : ({ kind: 'manual' } as const),
    assignerId: caller.personId,
    unitId: null,
    leadId,
    coordinatorIds,
    urgency: 'normal' as const,
    dueDate: due?.dueDate ?? null,
    dueAt: due?.dueAt ?? null,
    state: 'assigned' as const,
    progress: 0,
    reports: [],
    fileIds,
    closedAt: null,
  };
  const task = await createAggregate(office, tasks, caller, fields, {
    action: 'assigned',
    to: 'assigned',
    details: { leadId, coordinatorIds, dueDate: fields.dueDate },
    facts: [{ name: 'task.assigned', payload: { taskId } }],
    marks: [{ to: await listConcerned(office, fields), kind: 'task' }],
  });
  return presentTask(office, caller, task);
}

/**
 * Lets one account give only so many tasks, and ask only so many people in them, within 24 hours: each person asked is
 * told, reminded twice and perhaps texted. What a slip gives is bounded by the slip.
 *
 * @param asked how many people the task asks that is to be made now
 * @throws Refusal TOO_MANY_TODAY
 */
async function requireFewAsked(office: Office, { personId }: Caller, asked: number): Promise<void> {
  const given = { createdById: personId, createdAt: { $gt: dayAgo(office) }, 'source.kind': { $ne: 'document' } };
  const [today] = await tasks
    .of(office)
    .aggregate<{ tasks: number; asked: number }>([
      { $match: given },
      { $group: { _id: null, tasks: { $sum: 1 }, asked: { $sum: { $add: [1, { $size: '$coordinatorIds' }] } } } },
    ]);
  if (!today) return;
  if (today.tasks >= LIMITS.tasksADay || today.asked + asked > LIMITS.askedADay) throw new Refusal('TOO_MANY_TODAY');
}
