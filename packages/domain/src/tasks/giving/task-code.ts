import { createHash } from 'node:crypto';

/**
 * What a task is called where its title may not be said, as in an SMS: `CV` (công việc) and six digits, from its id. Two
 * tasks may have the same; a search shows both.
 */
export function taskCode(taskId: string): string {
  const number = createHash('sha256').update(taskId).digest().readUInt32BE(0) % 1_000_000;
  return `CV${String(number).padStart(6, '0')}`;
}
