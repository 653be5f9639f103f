import { z } from 'zod';
import { idSchema } from './ids.ts';

/**
 * What has happened, told by one aggregate so that others can follow ("A change" in docs/ARCHITECTURE.md). Payloads hold
 * ids only: who follows a fact reads the truth. A fact may be told twice; every follower is idempotent.
 */
export const FACTS = {
  'organisation.founded': z.object({}),
  'unit.created': z.object({ unitId: idSchema }),
  'unit.changed': z.object({ unitId: idSchema }),
  /** Units whose people changed by it, and those of them the person had no appointment in before. */
  'person.appointed': z.object({ personId: idSchema, unitIds: z.array(idSchema), enteredIds: z.array(idSchema) }),
  'person.deactivated': z.object({ personId: idSchema }),
  'person.passwordChanged': z.object({ personId: idSchema, keptSessionId: idSchema.nullable() }),
  'conversation.joined': z.object({ conversationId: idSchema, memberIds: z.array(idSchema) }),
  'conversation.left': z.object({ conversationId: idSchema, memberIds: z.array(idSchema) }),
  /** The name is told as well: two renames in a row are two facts, each with its own. */
  'conversation.renamed': z.object({ conversationId: idSchema, name: z.string() }),
  'notice.published': z.object({ noticeId: idSchema }),
  'notice.withdrawn': z.object({ noticeId: idSchema }),
  'notice.answered': z.object({ noticeId: idSchema, personId: idSchema }),
  'notice.pressed': z.object({ noticeId: idSchema, requestId: z.string() }),
  'task.assigned': z.object({ taskId: idSchema }),
  'task.closed': z.object({ taskId: idSchema }),
  'task.changed': z.object({ taskId: idSchema }),
  'mail.received': z.object({ mailId: idSchema }),
  'mail.quarantined': z.object({ mailId: idSchema }),
  'mail.destroyed': z.object({ mailId: idSchema }),
  'document.registered': z.object({ documentId: idSchema }),
  'document.advanced': z.object({ documentId: idSchema }),
  'document.voided': z.object({ documentId: idSchema }),
  'reminder.fired': z.object({ reminderId: idSchema }),
} as const;

export type FactName = keyof typeof FACTS;
export type FactPayload<K extends FactName> = z.infer<(typeof FACTS)[K]>;
export type Fact = { [K in FactName]: { name: K; payload: FactPayload<K> } }[FactName];
