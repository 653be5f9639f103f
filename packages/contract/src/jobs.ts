import { z } from 'zod';
import { idSchema } from './ids.ts';

/**
 * Work that is due. The entity's own `nextAt` in MongoDB is the truth; a BullMQ job only wakes a worker, so losing
 * Redis delays work and never loses it (protocol "Jobs").
 */
export const JOBS = {
  'read-mail': z.object({ id: idSchema }),
  'read-mail-alone': z.object({ id: idSchema }),
  'authenticate-mail': z.object({ id: idSchema }),
  'fire-reminder': z.object({ id: idSchema }),
  'send-sms': z.object({ id: idSchema }),
  'press-notice': z.object({ id: idSchema }),
} as const;

export type JobName = keyof typeof JOBS;
