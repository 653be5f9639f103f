import type { Office } from '../../office/office.ts';
import { type MailDoc, mails } from '../mail-model.ts';

const MINUTE_MS = 60_000;
/** Each after the failure before; eight hours in all, in which a full disk or a broken release is noticed and mended. */
const AGAIN_MS = [1, 5, 15, 30, 60, 120, 240].map((minutes) => minutes * MINUTE_MS);

/** Whether a mail has been put off for so long that what fails is believed to be the mail. */
export const isPutOffForGood = ({ faults }: MailDoc): boolean => faults > AGAIN_MS.length;

/**
 * Puts off what failed while the worker lived: a fault of ours, as a full disk or a missing module. What is not the
 * worker's any more stays as it is. It gives the attempt back, for attempts count letters that kill their reader and
 * name servers that do not answer.
 */
export async function putOff(office: Office, mail: MailDoc, error: unknown): Promise<void> {
  const { _id, duty, nextAt: claim, faults } = mail;
  office.log.error({ err: error, mailId: _id, duty, faults }, 'mail put off');
  const nextAt = new Date(office.clock.now().getTime() + (AGAIN_MS[faults] ?? MINUTE_MS));
  await mails
    .of(office)
    .updateOne({ _id, duty, nextAt: claim }, { $set: { nextAt }, $inc: { attempts: -1, faults: 1 } });
}
