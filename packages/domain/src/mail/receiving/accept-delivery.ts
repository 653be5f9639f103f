import { theOffice } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { buildOutboxEntry } from '../../outbox/outbox-entry.ts';
import type { Blob } from '../../stores/blobs.ts';
import { createRounds, type Rounds } from '../../stores/rounds.ts';
import { discardBytes } from '../discard-bytes.ts';
import { type MailDoc, mails } from '../mail-model.ts';
import { nothingRead } from '../nothing-read.ts';
import { deliveryKey, documentKey, redeliveredForMs } from '../reading/duplicate-keys.ts';
import { type Inserted, insertMails, type NewMail } from './insert-mails.ts';
import { lineUp } from './line-up.ts';
import type { Fingerprint } from './message-fingerprint.ts';

/** One message as it came through the door, its bytes already durable. */
export type Delivery = {
  readonly envelope: MailDoc['envelope'];
  readonly recipients: readonly { readonly address: string; readonly unitId: string | null }[];
  readonly receivedField: string;
  readonly raw: Blob;
  readonly fingerprint: Fingerprint;
};

/** The way into one office's collection, and how many deliveries are on it. */
type Entrance = { readonly rounds: Rounds<NewMail, Inserted>; deliveries: number };
const entrances = new WeakMap<Office, Entrance>();

/**
 * Makes a mail of a delivery for each of its recipients, and answers when the records are journaled: then, and not
 * before, may the sender be told 250 (G1). A redelivery has the effect of once, for as long as a sender's queue
 * would send it again. Deliveries that arrive together share one write.
 *
 * @throws when the database is away, or the same bytes were destroyed in this very moment: the sender must try again
 */
export async function acceptDelivery(office: Office, delivery: Delivery): Promise<void> {
  const entrance = entranceOf(office);
  const { sha256 } = delivery.raw;
  entrance.deliveries += 1;
  let outcomes: Inserted[];
  try {
    const line = await lineUp(office, delivery.envelope, delivery.fingerprint.subject);
    const newMails = delivery.recipients.map((recipient) => newMail(office, delivery, recipient, line));
    outcomes = await Promise.all(newMails.map((mail) => entrance.rounds.add(mail)));
    // The redelivery of a destroyed letter must not bring its bytes back.
    const destroyed = outcomes.find(({ became }) => became === 'destroyed');
    if (destroyed) await discardBytes(office, destroyed.mail._id, sha256);
    else if (!(await office.blobs.has(sha256))) throw new Error('stored bytes are gone');
  } finally {
    entrance.deliveries -= 1;
  }
  const added = outcomes.filter(({ became }) => became === 'new');
  if (added.length < outcomes.length) office.log.info({ sha256 }, 'redelivered: it is there already');
  // Telling costs six times what accepting does: in a burst it is left to the workers' sweep.
  if (entrance.deliveries > 0) return;
  for (const { mail } of added) office.relay.start(mails, mail);
}

function entranceOf(office: Office): Entrance {
  let entrance = entrances.get(office);
  if (!entrance) {
    entrance = { rounds: createRounds((waiting) => insertMails(office, waiting)), deliveries: 0 };
    entrances.set(office, entrance);
  }
  return entrance;
}

type Recipient = Delivery['recipients'][number];

function newMail(office: Office, delivery: Delivery, recipient: Recipient, line: MailDoc['line']): NewMail {
  const letter = { envelopeFrom: delivery.envelope.from, ...delivery.fingerprint };
  const key = documentKey(letter);
  return {
    id: deliveryKey(letter, recipient.address),
    redeliveredForMs: redeliveredForMs(letter),
    build: (id) => ({ ...buildMail(office, delivery, recipient, id), line, documentKey: key }),
  };
}

function buildMail(
  office: Office,
  { envelope, raw, fingerprint, receivedField }: Delivery,
  recipient: Recipient,
  id: string,
): Omit<MailDoc, 'line' | 'documentKey'> {
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
    faults: 0,
    receivedAt: now,
    recipient: recipient.address,
    unitId: recipient.unitId,
    envelope,
    receivedField,
    rawSha256: raw.sha256,
    sizeBytes: raw.size,
    messageId: fingerprint.messageId,
    authentication: null,
    ...nothingRead(envelope.from),
    documentId: null,
    confirmedIssuer: null,
    reason: null,
    stateBefore: null,
    chosenEncoding: null,
    isCleared: false,
  };
}
