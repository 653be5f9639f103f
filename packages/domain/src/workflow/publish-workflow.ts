import type { Workflow } from '@congso/contract/workflow';
import type { Office } from '../office/office.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { isDuplicateKey } from '../stores/mongo.ts';
import { SHIPPED_WORKFLOW } from './shipped-workflow.ts';
import { workflows } from './workflow-model.ts';

/** Publishes a version, once: one that is published stays as it is, whatever is published again under its number. */
export async function publishWorkflow(office: Office, definition: Omit<Workflow, 'id'>): Promise<void> {
  const _id = `${definition.key}:${definition.version}`;
  try {
    await workflows.of(office).create({ ...definition, _id, publishedAt: office.clock.now() });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** A founded office has a workflow from its first letter on. */
export const publishShippedWorkflow: Reaction<'organisation.founded'> = (office) =>
  publishWorkflow(office, SHIPPED_WORKFLOW);
