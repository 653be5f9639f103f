import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { dayAgo } from '../outbox/require-few.ts';
import { tasks } from './task-model.ts';

/**
 * Lets one account give only so many tasks, and ask only so many people in them, within 24 hours: each person asked is
 * told, reminded twice and perhaps texted. What a slip gives is bounded by the slip.
 *
 * @param asked how many people the task asks that is to be made now
 * @throws Refusal TOO_MANY_TODAY
 */
export async function requireFewAsked(office: Office, { personId }: Caller, asked: number): Promise<void> {
  const given = { createdById: personId, createdAt: { $gt: dayAgo(office) }, 'source.kind': { $ne: 'document' } };
  const [today] = await tasks
    .of(office)
    .aggregate<{ tasks: number; asked: number }>([
      { $match: given },
      { $group: { _id: null, tasks: { $sum: 1 }, asked: { $sum: { $add: [1, { $size: '$coordinatorIds' }] } } } },
    ]);
  if (!today) return;
  if (today.tasks >= LIMITS.tasksADay || today.asked + asked > LIMITS.askedADay) throw new Refusal('TOO_MANY_TODAY');
}
