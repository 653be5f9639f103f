import type { Task } from '@congso/contract/tasks';
import { presentFiles } from '../files/present-files.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import type { TaskDoc } from './task-model.ts';
import { actionsFor } from './task-transitions.ts';

/** A task as one who may read it sees it, with what this person may do now. */
export async function presentTask(office: Office, caller: Caller, doc: TaskDoc): Promise<Task> {
  return {
    id: doc._id,
    title: doc.title,
    description: doc.description,
    source: doc.source,
    assignerId: doc.assignerId,
    leadId: doc.leadId,
    coordinatorIds: doc.coordinatorIds,
    urgency: doc.urgency ?? 'normal',
    dueDate: doc.dueDate,
    dueAt: doc.dueAt?.toISOString() ?? null,
    state: doc.state,
    progress: doc.progress,
    reports: await Promise.all(
      doc.reports.map(async ({ id, authorId, at, text, fileIds }) => ({
        id,
        authorId,
        at: at.toISOString(),
        text,
        files: await presentFiles(office, fileIds),
      })),
    ),
    files: await presentFiles(office, doc.fileIds),
    createdAt: doc.createdAt.toISOString(),
    closedAt: doc.closedAt?.toISOString() ?? null,
    conversationId: `task:${doc._id}`,
    actions: actionsFor(doc, caller.personId),
    version: doc.version,
  };
}
