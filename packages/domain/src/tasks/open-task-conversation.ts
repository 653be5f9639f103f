import { ensureSubjectConversation } from '../chat/set-conversation-members.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { listConcerned } from './access.ts';
import { type TaskDoc, tasks } from './task-model.ts';

/** A task's comments are a conversation of those who have a part in it. */
export const openTaskConversation: Reaction<'task.assigned'> = async (office, { taskId }) => {
  const task = await tasks.of(office).findOne({ _id: taskId }).lean<TaskDoc>();
  if (!task) return;
  await ensureSubjectConversation(office, {
    id: `task:${taskId}`,
    kind: 'task',
    subjectId: taskId,
    name: task.title,
    memberIds: await listConcerned(office, task),
  });
};
