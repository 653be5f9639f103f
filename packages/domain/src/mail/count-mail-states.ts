import { MAIL_STATES } from '@congso/contract/mail';
import type { Office } from '../office/office.ts';
import { mails } from './mail-model.ts';

/** How many mails are in each state that any are in, for the page of queues. Counted in the index: no mail is read. */
export async function countMailStates(office: Office): Promise<Record<string, number>> {
  const counted = await Promise.all(
    MAIL_STATES.map(async (state) => [state, await mails.of(office).countDocuments({ state })] as const),
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}
