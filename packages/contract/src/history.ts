import { z } from 'zod';
import { idSchema, instantSchema } from './ids.ts';

/** One line of the append-only history: who, for whom, when it happened and when it was recorded (G6). */
export const historyEntrySchema = z.object({
  id: idSchema,
  entity: z.string(),
  entityId: idSchema,
  version: z.number().int(),
  action: z.string(),
  actorId: idSchema.nullable(),
  onBehalfOfId: idSchema.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  occurredAt: instantSchema,
  recordedAt: instantSchema,
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
