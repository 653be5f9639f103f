import type { workflowCommands } from '@congso/contract/workflow';
import { listWorkflows } from '@congso/domain/workflow/list-workflows';
import type { Handlers } from '../answering/handler.ts';

/** The cycles an office has defined. */
export const workflowHandlers = {
  'workflows.list': listWorkflows,
} satisfies Handlers<keyof typeof workflowCommands>;
