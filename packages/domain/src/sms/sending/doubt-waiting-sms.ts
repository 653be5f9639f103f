import type { Connection } from 'mongoose';
import { smsMessages } from '../sms-model.ts';

/**
 * For a restored office: what waited to be sent when the backup was taken may have been sent after it. It is treated as
 * if its sender had died in the middle, so it ends `unknown`, is shown, and goes out twice to nobody.
 */
export async function doubtWaitingSms(office: { readonly db: Connection }): Promise<void> {
  await smsMessages.of(office).updateMany({ state: 'queued' }, { $set: { state: 'sending' } });
}
