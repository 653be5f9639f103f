import type { Mail } from '@congso/contract/mail';
import { labelDocuments } from '../documents/find-same-letter.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { NOT_SECRET, readableMails } from './access.ts';
import { type MailDoc, mails } from './mail-model.ts';

/** Mails as the caller, who may read them, sees them; never their hashes, their keys or the client's address. */
export async function presentMails(office: Office, caller: Caller, docs: readonly MailDoc[]): Promise<Mail[]> {
  const labels = await labelDuplicates(office, caller, docs);
  return docs.map((mail) => present(mail, labels));
}

/** One mail, in the same way. */
export async function presentMail(office: Office, caller: Caller, mail: MailDoc): Promise<Mail> {
  return present(mail, await labelDuplicates(office, caller, [mail]));
}

/** What the caller may see of the letters these look like, by their ids; what is secret by now nobody is told of. */
async function labelDuplicates(
  office: Office,
  caller: Caller,
  docs: readonly MailDoc[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (wanted: MailDoc['duplicates'][number]['kind']) =>
    docs.flatMap(({ duplicates }) => duplicates.flatMap(({ kind, id }) => (kind === wanted ? id : [])));
  const [mailIds, documentIds] = [idsOf('mail'), idsOf('document')];
  const found =
    mailIds.length === 0
      ? []
      : await mails
          .of(office)
          .find({ $and: [{ _id: { $in: mailIds } }, readableMails(caller), NOT_SECRET] }, { subject: 1, recipient: 1 })
          .lean<Pick<MailDoc, '_id' | 'subject' | 'recipient'>[]>();
  const registered = await labelDocuments(office, caller, documentIds);
  return new Map([
    ...found.map(({ _id, subject, recipient }) => [_id, subject || recipient] as const),
    ...registered.map(({ id, label }) => [id, label] as const),
  ]);
}

function present(mail: MailDoc, labels: ReadonlyMap<string, string>): Mail {
  return {
    id: mail._id,
    state: mail.state,
    receivedAt: mail.receivedAt.toISOString(),
    recipient: mail.recipient,
    unitId: mail.unitId,
    envelopeFrom: mail.envelope.from,
    fromName: mail.fromName,
    fromAddress: mail.fromAddress,
    subject: mail.subject,
    sizeBytes: mail.sizeBytes,
    kind: mail.kind,
    flags: mail.flags,
    claimsToBe: mail.claimsToBe ?? null,
    authentication: mail.authentication,
    // Letters read before days were looked for lack both.
    proposal: mail.proposal && {
      ...mail.proposal,
      deadline: mail.proposal.deadline ?? null,
      meeting: mail.proposal.meeting ?? null,
    },
    proposedUnitId: mail.proposedUnitId,
    duplicates: mail.duplicates.flatMap(({ kind, id }) => {
      const label = labels.get(id);
      return label === undefined ? [] : { kind, id, label };
    }),
    documentId: mail.documentId,
    reason: mail.reason,
    version: mail.version,
  };
}
