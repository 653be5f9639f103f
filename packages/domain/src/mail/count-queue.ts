import { URGENCIES, type Urgency } from '@congso/contract/documents';
import type { Office } from '../office/office.ts';
import { type MailDoc, mails } from './mail-model.ts';

/** States in which a mail waits for a clerk, or is about to. */
export const QUEUE_STATES = ['received', 'proposed', 'original-only'] as const;

type Queue = { count: number; oldestAt: Date | null; urgency: Urgency };

/** How many mails wait for a clerk, since when, and how urgent the most urgent is. */
export async function countQueue(office: Office): Promise<Queue> {
  const waiting = { state: { $in: [...QUEUE_STATES] } };
  const [count, oldest, urgent] = await Promise.all([
    mails.of(office).countDocuments(waiting),
    mails.of(office).findOne(waiting, { receivedAt: 1 }).sort({ receivedAt: 1 }).lean<Pick<MailDoc, 'receivedAt'>>(),
    mails.of(office).distinct('proposal.urgency.value', waiting),
  ]);
  return {
    count,
    oldestAt: oldest?.receivedAt ?? null,
    urgency: URGENCIES.findLast((one) => urgent.includes(one)) ?? 'normal',
  };
}
