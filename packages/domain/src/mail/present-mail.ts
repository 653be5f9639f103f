import type { Mail } from '@congso/contract/mail';
import type { MailDoc } from './mail-model.ts';

/** A mail as its readers see it; never its hash, its keys or the client's address. */
export function presentMail(mail: MailDoc): Mail {
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
    authentication: mail.authentication,
    proposal: mail.proposal,
    proposedUnitId: mail.proposedUnitId,
    duplicates: mail.duplicates,
    documentId: mail.documentId,
    reason: mail.reason,
    version: mail.version,
  };
}
