import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** How much to read: `cursor` is what the page before answered as `next`. */
export const pageInput = {
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(LIMITS.pageSize).optional(),
};

/** A page of items; `next` is null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** The answer of a command that has nothing to tell but that it happened. */
export const doneSchema = z.object({});
