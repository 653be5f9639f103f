import type { Office } from '../office/office.ts';
import { type MailDoc, mails } from './mail-model.ts';

/** States in which a mail waits for a clerk, or is about to. */
export const QUEUE_STATES = ['received', 'proposed', 'original-only'] as const;

/** How many mails wait for a clerk, and since when. */
export async function countQueue(office: Office): Promise<{ count: number; oldestAt: Date | null }> {
  const waiting = { state: { $in: [...QUEUE_STATES] } };
  const [count, oldest] = await Promise.all([
    mails.of(office).countDocuments(waiting),
    mails.of(office).findOne(waiting, { receivedAt: 1 }).sort({ receivedAt: 1 }).lean<Pick<MailDoc, 'receivedAt'>>(),
  ]);
  return { count, oldestAt: oldest?.receivedAt ?? null };
}
