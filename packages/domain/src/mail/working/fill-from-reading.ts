import { createReadStream } from 'node:fs';
import type { Mail } from '@congso/contract/mail';
import { createFileFromBlob } from '../../files/create-file.ts';
import { proposeByRules } from '../../mail-rules/propose-by-rules.ts';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import type { MailDoc } from '../mail-model.ts';
import { nothingRead, type ReadFields, withoutContent } from '../nothing-read.ts';
import { proposeDocument } from '../reading/propose-document.ts';
import type { ReadAttachment, ReadMail } from '../reading/read-mail.ts';
import { findClaimedIdentity } from './find-claimed-identity.ts';
import { findDuplicates } from './find-duplicates.ts';
import { listKnownIssuers } from './list-known-issuers.ts';

/** What a mail is filled with, and the state it is then in. */
export type Filled = ReadFields & Pick<MailDoc, 'state'>;

/**
 * Makes of a reading what the clerk sees; of a letter of which only the header could be read, what that says. One that
 * carries a secrecy mark is quarantined, and nothing of what it says is kept (Law 117/2025/QH15), unless a clerk has
 * cleared it.
 */
export async function fillFromReading(office: Office, mail: MailDoc, reading: ReadMail): Promise<Filled> {
  const {
    mail: parsed,
    attachments,
    pdfTexts,
    pdfsWithoutText,
  } = reading.outcome === 'read' ? reading : { ...NO_FILES, mail: reading.mail };
  if (parsed === null) return unreadable(mail);
  const knownIssuers = await listKnownIssuers(office);
  const now = office.clock.now();
  const proposal = proposeDocument({ mail: parsed, attachments, pdfTexts, pdfsWithoutText, knownIssuers, now });
  const seen = {
    kind: parsed.kind,
    fromName: parsed.from?.name ?? '',
    fromAddress: parsed.from?.address ?? mail.envelope.from,
  };
  if (proposal.secrecyMark !== null && !mail.isCleared) {
    return { ...withoutContent({ ...mail, ...seen }, proposal.secrecyMark), state: 'quarantined' };
  }
  const ruled = await proposeByRules(office, { fromAddress: seen.fromAddress, subject: parsed.subject });
  return {
    ...seen,
    to: [...parsed.to, ...parsed.cc].map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)),
    subject: parsed.subject,
    sentAt: parsed.sentAt === null ? null : new Date(parsed.sentAt),
    text: parsed.text,
    keepsAddresses: true,
    flags: flagsOf(parsed.warnings, parsed.legacyEncoding),
    claimsToBe: await findClaimedIdentity(office, parsed.from),
    hiddenPictures: attachments.filter(({ isDecoration }) => isDecoration).length,
    encoding: parsed.encoding,
    fileIds: await storeAttachments(office, mail, attachments),
    proposal: { ...proposal, urgency: proposal.urgency ?? ruled.urgency },
    // What came to a unit's own address is proposed to that unit, unless a rule knows better.
    proposedUnitId: ruled.unitId ?? mail.unitId,
    duplicates: await findDuplicates(office, mail, proposal),
    state: reading.outcome === 'read' ? 'proposed' : 'original-only',
  };
}

/** A mail of which not even the header could be read. */
export function unreadable(mail: MailDoc): Filled {
  return { ...nothingRead(mail.envelope.from), state: 'original-only' };
}

const NO_FILES = { attachments: [], pdfTexts: [], pdfsWithoutText: 0 };

function flagsOf(warnings: readonly string[], legacyEncoding: string | null): Mail['flags'] {
  return legacyEncoding === null ? [...warnings] : [...warnings, `encoding-${legacyEncoding}`];
}

/**
 * Each under an id made of the mail, its place in it and its content: read twice, stored once, and another one where a later
 * reading finds another there. A small picture inside the text is none.
 */
async function storeAttachments(
  office: Office,
  mail: MailDoc,
  attachments: readonly ReadAttachment[],
): Promise<string[]> {
  const fileIds: string[] = [];
  for (const [index, attachment] of attachments.entries()) {
    if (attachment.isDecoration) continue;
    const file = await createFileFromBlob(office, {
      id: derivedId('mail-file', mail._id, String(index), attachment.sha256),
      name: attachment.name,
      mime: attachment.mime,
      blob: await office.blobs.put(createReadStream(attachment.path)),
      place: { kind: 'mail', id: mail._id },
      uploadedById: null,
      findings: attachment.findings,
    });
    fileIds.push(file._id);
  }
  return fileIds;
}
