import { z } from 'zod';
import { query } from './command.ts';
import { idSchema } from './ids.ts';

/** Who takes a step: chosen by the one who acts, from people of a role, or units, or back to whoever acted before. */
export const assigneeRuleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choose-person'),
    role: z.enum(['leader', 'head', 'deputy', 'officer', 'any']),
    within: z.enum(['office', 'own-unit']),
  }),
  z.object({ kind: z.literal('choose-units') }),
  z.object({ kind: z.literal('previous') }),
  z.object({ kind: z.literal('none') }),
]);

export const STEP_KINDS = ['submit', 'direct', 'assign', 'process', 'complete'] as const;

/**
 * A transition: from a state of the slip, by an action, to another. It is taken by who holds the step, by who gave it
 * (holds the step before), by any clerk, or by the step's task when that is over.
 */
export const transitionSchema = z.object({
  action: z.string(),
  from: z.string(),
  to: z.string(),
  by: z.enum(['holder', 'giver', 'clerk', 'task']),
  /** For steps of this part alone; null for both. */
  onlyPart: z.enum(['lead', 'coordinate']).nullable(),
  /** What becomes of the step it leaves. */
  leaves: z.enum(['done', 'returned', 'reassigned', 'skipped']),
  assignee: assigneeRuleSchema,
  needsReason: z.boolean(),
  setsDueDate: z.boolean(),
  /** Whether each assignee of the new state gets a task. */
  makesTask: z.boolean(),
});
export type Transition = z.infer<typeof transitionSchema>;

/** A cycle the office defines itself. Published versions never change; running slips keep theirs. */
export const workflowSchema = z.object({
  id: idSchema,
  key: z.string(),
  version: z.number().int(),
  name: z.string(),
  start: z.string(),
  end: z.array(z.string()),
  states: z.array(
    z.object({ key: z.string(), kind: z.enum(STEP_KINDS), name: z.object({ vi: z.string(), en: z.string() }) }),
  ),
  transitions: z.array(transitionSchema),
});
export type Workflow = z.infer<typeof workflowSchema>;

export const workflowCommands = {
  'workflows.list': query(
    'Published workflow definitions',
    z.object({}),
    z.object({ workflows: z.array(workflowSchema) }),
  ),
};
