import type { Proposal } from '@congso/contract/mail-reading';
import type { MailDoc } from './mail-model.ts';
import { plainAddress } from './reading/child/message/header-values.ts';

/** What a reading fills in. */
export type ReadFields = Pick<
  MailDoc,
  | 'kind'
  | 'fromName'
  | 'fromAddress'
  | 'to'
  | 'subject'
  | 'sentAt'
  | 'text'
  | 'keepsAddresses'
  | 'flags'
  | 'claimsToBe'
  | 'hiddenPictures'
  | 'encoding'
  | 'fileIds'
  | 'proposal'
  | 'proposedUnitId'
  | 'duplicates'
>;

/** A mail of which nothing has been read: on receipt, when it cannot be read, and of a secret one for good. */
export function nothingRead(envelopeFrom: string): ReadFields {
  return {
    kind: envelopeFrom === '' ? 'bounce' : 'letter',
    fromName: '',
    // The sender's own word, shown before anything else of the letter is known.
    fromAddress: plainAddress(envelopeFrom),
    to: [],
    subject: '',
    sentAt: null,
    text: '',
    keepsAddresses: true,
    flags: [],
    claimsToBe: null,
    hiddenPictures: 0,
    encoding: null,
    fileIds: [],
    proposal: null,
    proposedUnitId: null,
    duplicates: [],
  };
}

/** What is kept of a secret letter: from whom and how it is marked; nothing of what it says, its subject included. */
export function withoutContent(
  mail: Pick<MailDoc, 'envelope' | 'kind' | 'fromName' | 'fromAddress'>,
  secrecyMark: Proposal['secrecyMark'],
): ReadFields {
  return {
    ...nothingRead(mail.envelope.from),
    kind: mail.kind,
    fromName: mail.fromName,
    fromAddress: mail.fromAddress,
    proposal: secrecyMark && { ...NOTHING_PROPOSED, secrecyMark },
  };
}

const NOTHING_PROPOSED: Proposal = {
  issuer: null,
  codeText: null,
  codeNumber: null,
  codeNotation: null,
  issuedDate: null,
  documentType: null,
  subject: null,
  urgency: null,
  secrecyMark: null,
  refersTo: null,
  deadline: null,
  meeting: null,
  notes: [],
};
