import type { Office } from '../../office/office.ts';
import { facts } from '../fact-model.ts';
import type { Head } from '../insert-numbered.ts';
import { moveReadPointers } from './read-pointers.ts';

/**
 * Whoever came into a conversation at an instant has read what was there then, and nothing that was said since. No fact
 * says that they came.
 */
export async function startReadingAt(
  office: Office,
  conversationId: string,
  personId: string,
  at: Date,
): Promise<void> {
  const before: object = { conversationId, at: { $lte: at } };
  const to = await facts.of(office).findOne(before, { seq: 1, count: 1 }).sort({ seq: -1 }).lean<Head>();
  const entry = { seq: 0, at };
  await moveReadPointers(office, conversationId, [{ personId, to: { seq: 0, count: 0, ...to, entry } }]);
}
