import type { Workflow } from '@congso/contract/workflow';
import type { Office } from '../office/office.ts';
import { publishWorkflow } from './publish-workflow.ts';
import { INCOMING, SHIPPED_WORKFLOW } from './shipped-workflow.ts';
import { type WorkflowDoc, workflows } from './workflow-model.ts';

/** The definition a slip started under. */
export async function getWorkflow(office: Office, workflowId: string): Promise<Workflow> {
  const doc = await workflows.of(office).findOne({ _id: workflowId }).lean<WorkflowDoc>();
  if (!doc) throw new Error(`no workflow ${workflowId}: published versions are never removed`);
  return presentWorkflow(doc);
}

/** The definition the next incoming document starts under: the newest version. */
export async function getIncomingWorkflow(office: Office): Promise<Workflow> {
  const newest = await findNewest(office);
  // An office that was founded under an older program gets what this one ships.
  if (newest && newest.version >= SHIPPED_WORKFLOW.version) return presentWorkflow(newest);
  await publishWorkflow(office, SHIPPED_WORKFLOW);
  const published = await findNewest(office);
  if (!published) throw new Error('a published workflow vanished');
  return presentWorkflow(published);
}

const findNewest = (office: Office) =>
  workflows.of(office).findOne({ key: INCOMING }).sort({ version: -1 }).lean<WorkflowDoc>();

export function presentWorkflow({ _id, publishedAt: _, ...definition }: WorkflowDoc): Workflow {
  return { id: _id, ...definition };
}
