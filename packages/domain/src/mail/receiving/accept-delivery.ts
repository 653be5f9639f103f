import { theOffice } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { buildOutboxEntry } from '../../outbox/outbox-entry.ts';
import type { Blob } from '../../stores/blobs.ts';
import { createGroup, type Group } from '../../stores/group.ts';
import { discardRaw } from '../discard-raw.ts';
import { type MailDoc, mails } from '../mail-model.ts';
import { nothingRead } from '../nothing-read.ts';
import { deliveryKey, documentKey } from '../reading/duplicate-keys.ts';
import { type Inserted, insertMails } from './insert-mails.ts';
import type { Fingerprint } from './message-fingerprint.ts';

/** One message as it came through the door, its bytes already durable. */
export type Delivery = {
  readonly envelope: MailDoc['envelope'];
  readonly recipients: readonly { readonly address: string; readonly unitId: string | null }[];
  readonly receivedField: string;
  readonly raw: Blob;
  readonly fingerprint: Fingerprint;
};

const inserters = new WeakMap<Office, Group<MailDoc, Inserted>>();

/**
 * Makes a mail of a delivery for each of its recipients, and answers when the records are journaled: then, and not
 * before, may the sender be told 250 (design G1). A redelivery has the effect of once. Deliveries that arrive together
 * share one write.
 *
 * @throws when the database is away, or the same bytes were destroyed in this very moment: the sender must try again
 */
export async function acceptDelivery(office: Office, delivery: Delivery): Promise<void> {
  let inserter = inserters.get(office);
  if (!inserter) {
    inserter = createGroup((waiting) => insertMails(office, waiting));
    inserters.set(office, inserter);
  }
  const group = inserter;
  const docs = delivery.recipients.map((recipient) => newMail(office, delivery, recipient));
  const outcomes = await Promise.all(docs.map((doc) => group.add(doc)));
  const { sha256 } = delivery.raw;
  // The redelivery of a destroyed letter must not bring its bytes back.
  if (outcomes.includes('destroyed')) await discardRaw(office, sha256);
  if (!outcomes.includes('destroyed') && !(await office.blobs.has(sha256))) throw new Error('stored bytes are gone');
  docs.forEach((doc, index) => {
    if (outcomes[index] === 'new') office.relay.start(mails, doc._id);
  });
}

function newMail(office: Office, delivery: Delivery, recipient: Delivery['recipients'][number]): MailDoc {
  const { envelope, raw, fingerprint } = delivery;
  const letter = { envelopeFrom: envelope.from, ...fingerprint };
  const id = deliveryKey(letter, recipient.address);
  const now = office.clock.now();
  return {
    _id: id,
    version: 1,
    createdAt: now,
    createdById: null,
    outbox: [
      buildOutboxEntry(1, theOffice, now, {
        action: 'received',
        to: 'received',
        details: { recipient: recipient.address, sizeBytes: raw.size },
        facts: [{ name: 'mail.received', payload: { mailId: id } }],
        wakes: [{ job: 'read-mail', at: now }],
      }),
    ],
    requestIds: [],
    state: 'received',
    duty: 'read',
    nextAt: now,
    attempts: 0,
    receivedAt: now,
    recipient: recipient.address,
    unitId: recipient.unitId,
    envelope,
    receivedField: delivery.receivedField,
    rawSha256: raw.sha256,
    sizeBytes: raw.size,
    messageId: fingerprint.messageId,
    documentKey: documentKey(letter),
    authentication: null,
    ...nothingRead(envelope.from),
    documentId: null,
    confirmedIssuer: null,
    reason: null,
    stateBefore: null,
    isCleared: false,
  };
}
