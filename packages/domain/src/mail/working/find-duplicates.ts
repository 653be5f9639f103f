import type { Proposal } from '@congso/contract/mail-reading';
import { findSameLetter } from '../../documents/find-same-letter.ts';
import type { Office } from '../../office/office.ts';
import { NOT_SECRET } from '../access.ts';
import { type MailDoc, mails } from '../mail-model.ts';

const SHOWN = 20;

/**
 * What looks like the same letter: mails with its document key (other recipients of one sending), mails and registered
 * documents with its number and issuer. It is shown, never acted on: whether it is the same letter a clerk decides.
 */
export async function findDuplicates(
  office: Office,
  mail: MailDoc,
  proposal: Proposal,
): Promise<MailDoc['duplicates']> {
  const { codeText, issuer } = proposal;
  const alike: object[] = [{ documentKey: mail.documentKey }];
  if (codeText && issuer) {
    alike.push({ 'proposal.codeText.value': codeText.value, 'proposal.issuer.value': issuer.value });
  }
  // A refused one is worth seeing: it was refused before.
  const found = await mails
    .of(office)
    .find({ $or: alike, ...NOT_SECRET, _id: { $ne: mail._id } }, { _id: 1 })
    .sort({ receivedAt: 1 })
    .limit(SHOWN)
    .lean<Pick<MailDoc, '_id'>[]>();
  const registered = await findSameLetter(office, {
    issuer: issuer?.value ?? '',
    codeNumber: proposal.codeNumber?.value ?? '',
    codeNotation: proposal.codeNotation?.value ?? '',
    issuedDate: proposal.issuedDate?.value ?? null,
  });
  return [
    ...registered.map(({ id }) => ({ kind: 'document' as const, id })),
    ...found.map(({ _id }) => ({ kind: 'mail' as const, id: _id })),
  ].slice(0, SHOWN);
}
