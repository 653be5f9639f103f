import type { CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { presentWorkflow } from './find-workflow.ts';
import { type WorkflowDoc, workflows } from './workflow-model.ts';

/** Every published version, the newest first: a slip names the one it runs under, so browsers need the old ones too. */
export async function listWorkflows(office: Office, _caller: Caller): Promise<CommandOutput<'workflows.list'>> {
  const docs = await workflows.of(office).find().sort({ key: 1, version: -1 }).lean<WorkflowDoc[]>();
  return { workflows: docs.map(presentWorkflow) };
}
