import { listContentsAt, removeFilesAt } from '../../files/remove-files.ts';
import type { Office } from '../../office/office.ts';
import type { Reaction } from '../../outbox/reactions.ts';
import { discardBytes } from '../discard-bytes.ts';
import { findMail } from '../find-mail.ts';
import { mails } from '../mail-model.ts';

/** Follows `mail.quarantined`: the attachments that had been taken out of the letter go. */
export const removeAttachments: Reaction<'mail.quarantined'> = async (office, { mailId }) => {
  const mail = await findMail(office, mailId);
  // Taken back before this was told: what it holds now was read anew.
  if (mail?.state === 'quarantined') await removeFilesOf(office, mailId);
};

/** Follows `mail.destroyed`: attachments and original go; the record forgets the hash last, so that a repeat finds it. */
export const removeBytes: Reaction<'mail.destroyed'> = async (office, { mailId }) => {
  const mail = await findMail(office, mailId);
  if (mail?.state !== 'destroyed') return;
  await removeFilesOf(office, mailId);
  if (mail.rawSha256 === null) return;
  await discardBytes(office, mailId, mail.rawSha256);
  await mails.of(office).updateOne({ _id: mailId, state: 'destroyed' }, { $set: { rawSha256: null } });
};

/**
 * For a reader that was under way while a clerk decided: what it stored of a letter that is secret now goes as well, for
 * the reactions above were told before it was there.
 */
export async function removeStoredMeanwhile(office: Office, mailId: string): Promise<void> {
  const mail = await findMail(office, mailId);
  if (mail?.state === 'quarantined' || mail?.state === 'destroyed') await removeFilesOf(office, mailId);
}

/**
 * For the daily sweep: the same of a reader that was killed before it could look back, for then nobody does. Answers of
 * how many letters something was left.
 */
export async function removeLeftBehind(office: Office): Promise<number> {
  const secret = await mails
    .of(office)
    .find({ state: { $in: ['quarantined', 'destroyed'] } }, { _id: 1 })
    .lean<{ _id: string }[]>();
  let found = 0;
  for (const { _id: id } of secret) {
    if ((await listContentsAt(office, { kind: 'mail', id })).length === 0) continue;
    await removeStoredMeanwhile(office, id);
    found += 1;
  }
  return found;
}

/** Contents first, records last: a repeat after a crash must still find which contents they were. */
async function removeFilesOf(office: Office, mailId: string): Promise<void> {
  const place = { kind: 'mail', id: mailId } as const;
  const contents = await listContentsAt(office, place);
  for (const sha256 of contents) await discardBytes(office, mailId, sha256);
  await removeFilesAt(office, place, contents);
}
