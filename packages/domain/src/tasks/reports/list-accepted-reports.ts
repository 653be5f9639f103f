import type { SlipStep } from '@congso/contract/slips';
import { presentFiles } from '../../files/present-files.ts';
import type { Office } from '../../office/office.ts';
import { type TaskDoc, type TaskReport, tasks } from '../task-model.ts';

type Judged = Pick<TaskDoc, 'state' | 'reports'>;

/** The report a task was closed with: the last one; null where it was closed without, or is not closed. */
const acceptedOf = ({ state, reports }: Judged): TaskReport | null =>
  state === 'closed' ? (reports.at(-1) ?? null) : null;

/** Of the tasks that steps of a slip made the reports they were closed with: the officer's part of the slip, whoever reads it. */
export async function listAcceptedReports(
  office: Office,
  taskIds: readonly string[],
): Promise<Map<string, SlipStep['report']>> {
  if (taskIds.length === 0) return new Map();
  const found = await tasks
    .of(office)
    .find({ _id: { $in: taskIds }, state: 'closed' }, { state: 1, reports: 1 })
    .lean<(Judged & { _id: string })[]>();
  const reports = found.map(async (task) => {
    const report = acceptedOf(task);
    if (report === null) return [task._id, null] as const;
    const { authorId, at, text, fileIds } = report;
    return [task._id, { authorId, at: at.toISOString(), text, files: await presentFiles(office, fileIds) }] as const;
  });
  return new Map(await Promise.all(reports));
}

/** The document on whose slip a file stands, because the report it belongs to was accepted; null for any other file. */
export async function findSlipOfReportFile(office: Office, taskId: string, fileId: string): Promise<string | null> {
  const task = await tasks
    .of(office)
    .findOne({ _id: taskId, state: 'closed' }, { state: 1, reports: 1, source: 1 })
    .lean<Judged & Pick<TaskDoc, 'source'>>();
  if (task?.source.kind !== 'document') return null;
  return acceptedOf(task)?.fileIds.includes(fileId) ? task.source.documentId : null;
}
