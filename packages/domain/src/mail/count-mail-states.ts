import type { Office } from '../office/office.ts';
import { mails } from './mail-model.ts';

/** How many mails are in each state, for the page of queues. */
export async function countMailStates(office: Office): Promise<Record<string, number>> {
  const counts = await mails
    .of(office)
    .aggregate<{ _id: string; count: number }>([{ $group: { _id: '$state', count: { $sum: 1 } } }]);
  return Object.fromEntries(counts.map(({ _id, count }) => [_id, count]));
}
