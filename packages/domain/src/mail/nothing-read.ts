import type { MailDoc } from './mail-model.ts';

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
  | 'flags'
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
    fromAddress: envelopeFrom,
    to: [],
    subject: '',
    sentAt: null,
    text: '',
    flags: [],
    fileIds: [],
    proposal: null,
    proposedUnitId: null,
    duplicates: [],
  };
}
