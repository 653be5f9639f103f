import { LIMITS } from '@congso/contract/limits';
import { Refusal } from '@congso/domain/office/refusal';
import type { z } from 'zod';

/**
 * What a client sent, as the contract's schema wants it. Of its mistakes the first is answered, and no other looked for
 * longer than that takes: a body of 256 KB can hold tens of thousands.
 *
 * @throws Refusal BAD_INPUT with the field
 */
export function parseInput<T extends z.ZodType>(schema: T, raw: unknown): z.output<T> {
  requireModest(raw);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new Refusal('BAD_INPUT', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
}

/** @throws Refusal BAD_INPUT for more values, or deeper ones, than any command has */
function requireModest(raw: unknown): void {
  let level = [raw];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      const inside = Array.isArray(value) ? value : Object.values(value);
      count += inside.length;
      if (count > LIMITS.inputValues || depth >= LIMITS.inputDepth) throw new Refusal('BAD_INPUT', { field: '' });
      for (const one of inside) next.push(one);
    }
    level = next;
  }
}
