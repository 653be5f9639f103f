import { ensureSubjectConversation, listSubjectIdsOf } from '../chat/set-conversation-members.ts';
import type { Office } from '../office/office.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { listUnitsHeadedNow } from '../people/find-people.ts';
import { listConcerned } from './access.ts';
import { findTask } from './find-task.ts';
import { OPEN_STATES, tasks } from './task-model.ts';

/** A task's comments are a conversation of those who have a part in it. */
export const openTaskConversation: Reaction<'task.assigned'> = (office, { taskId }) =>
  ensureConversation(office, taskId);

/** Heads and deputies changed: the conversations of their units' tasks follow, as those of documents do. */
export const followHead: Reaction<'person.appointed' | 'person.deactivated'> = async (office, { personId }) => {
  const unitIds = await listUnitsHeadedNow(office, personId);
  const open = await tasks
    .of(office)
    .find({ unitId: { $in: unitIds }, state: { $in: OPEN_STATES } }, { _id: 1 })
    .lean<{ _id: string }[]>();
  const talksAbout = await listSubjectIdsOf(office, 'task', personId);
  for (const taskId of new Set([...talksAbout, ...open.map(({ _id }) => _id)]))
    await ensureConversation(office, taskId);
};

async function ensureConversation(office: Office, taskId: string): Promise<void> {
  await ensureSubjectConversation(office, { id: `task:${taskId}`, kind: 'task', subjectId: taskId }, async () => {
    const task = await findTask(office, taskId);
    return task && { name: task.title, memberIds: await listConcerned(office, task) };
  });
}
