import type { Office } from '../office/office.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { listByRole, listIdsByRole } from '../people/find-people.ts';
import { markStreams } from '../sync/mark-streams.ts';
import { type MailDoc, mails } from './mail-model.ts';

/** Who sees a mail in a queue: every clerk, and the head of the unit whose address it came to. */
export async function listMailReaders(office: Office, unitId: string | null): Promise<string[]> {
  const clerks = await listIdsByRole(office, ['clerk']);
  const heads = unitId === null ? [] : await listByRole(office, 'head', unitId);
  return [...new Set([...clerks, ...heads.map((head) => head._id)])];
}

/**
 * Follows `mail.received`: shows the mail on its readers' screens. Not in the receiving write itself, which must not
 * wait for a question about people.
 */
export const tellMailReaders: Reaction<'mail.received'> = async (office, { mailId }, cause) => {
  const mail = await mails.of(office).findOne({ _id: mailId }, { unitId: 1, version: 1 }).lean<MailDoc>();
  if (!mail) return;
  const readers = await listMailReaders(office, mail.unitId);
  await markStreams(office, cause.id, readers, { kind: 'mail', id: mailId, version: mail.version });
};
