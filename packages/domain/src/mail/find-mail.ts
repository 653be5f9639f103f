import type { Office } from '../office/office.ts';
import { type MailDoc, mails } from './mail-model.ts';

/** A mail for other nouns: nobody asks, so nobody is asked for a right. Null when there is none. */
export async function findMail(office: Office, mailId: string): Promise<MailDoc | null> {
  return mails.of(office).findOne({ _id: mailId }).lean<MailDoc>();
}
