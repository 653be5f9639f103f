import type { Task } from '@congso/contract/tasks';
import { presentFiles } from '../files/present-files.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { taskCode } from './giving/task-code.ts';
import type { TaskDoc } from './task-model.ts';
import { actionsFor, loadParts, type Part } from './task-transitions.ts';

/** Tasks as one who may read them sees them, with what this person may do now. */
export async function presentTasks(office: Office, caller: Caller, docs: readonly TaskDoc[]): Promise<Task[]> {
  const parts = await loadParts(office, caller, docs);
  return Promise.all(docs.map((doc) => present(office, doc, parts.get(doc._id) ?? [])));
}

/** One task, likewise. */
export async function presentTask(office: Office, caller: Caller, doc: TaskDoc): Promise<Task> {
  const parts = await loadParts(office, caller, [doc]);
  return present(office, doc, parts.get(doc._id) ?? []);
}

async function present(office: Office, doc: TaskDoc, parts: readonly Part[]): Promise<Task> {
  return {
    id: doc._id,
    code: taskCode(doc._id),
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
    actions: actionsFor(doc, parts),
    version: doc.version,
  };
}
