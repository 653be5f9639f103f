import type { Office } from '../office/office.ts';
import { type MailDoc, mails } from './mail-model.ts';

/** A mail for other nouns, which have asked for the right themselves. */
export async function findMail(office: Office, mailId: string): Promise<MailDoc | null> {
  return mails.of(office).findOne({ _id: mailId }).lean<MailDoc>();
}
