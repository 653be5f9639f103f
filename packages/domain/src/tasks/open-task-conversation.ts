import { followPerson } from '../chat/follow-person.ts';
import { ensureSubjectConversation } from '../chat/set-conversation-members.ts';
import { type Actor, theOfficeAfter } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { unitsHeadedBy } from '../people/appointments-in-force.ts';
import { findActive } from '../people/find-people.ts';
import { isConcerned, listConcerned } from './access.ts';
import { findTask } from './find-task.ts';
import { OPEN_STATES, type TaskDoc, tasks } from './task-model.ts';

/** A task's comments are a conversation of those who have a part in it. */
export const openTaskConversation: Reaction<'task.assigned'> = (office, { taskId }, cause) =>
  ensureConversation(office, theOfficeAfter(cause), taskId);

/** Heads and deputies changed: the conversations of their units' tasks follow, as those of documents do. */
export const followHead: Reaction<'person.appointed' | 'person.deactivated'> = async (office, { personId }, cause) => {
  const person = await findActive(office, personId);
  const unitIds = person ? unitsHeadedBy(person) : [];
  const fields = { assignerId: 1, unitId: 1, leadId: 1, coordinatorIds: 1 } as const;
  await followPerson(office, personId, {
    kind: 'task',
    listHis: async (taskIds) => {
      const found = await tasks
        .of(office)
        .find({ _id: { $in: taskIds } }, fields)
        .lean<Pick<TaskDoc, '_id' | keyof typeof fields>[]>();
      return found.filter((task) => isConcerned(task, personId, unitIds)).map(({ _id }) => _id);
    },
    listCandidates: async () => {
      const open = { unitId: { $in: unitIds }, state: { $in: OPEN_STATES } };
      return (await tasks.of(office).find(open, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id);
    },
    ensure: (taskId) => ensureConversation(office, theOfficeAfter(cause), taskId),
  });
};

async function ensureConversation(office: Office, actor: Actor, taskId: string): Promise<void> {
  const subject = { id: `task:${taskId}`, kind: 'task', subjectId: taskId } as const;
  const load = async () => {
    const task = await findTask(office, taskId);
    return task && { name: task.title, memberIds: await listConcerned(office, task) };
  };
  await ensureSubjectConversation(office, subject, load, actor);
}
