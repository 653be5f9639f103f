import { Readable } from 'node:stream';
import { type MailDoc, mails } from '@congso/domain/mail/mail-model';
import { acceptDelivery } from '@congso/domain/mail/receiving/accept-delivery';
import { createFingerprint } from '@congso/domain/mail/receiving/message-fingerprint';
import type { Office } from '@congso/domain/office/office';

/** One of the office's own addresses, and the unit behind it; null for the registry. */
export type Address = { readonly address: string; readonly unitId: string | null };
export const REGISTRY: Address = { address: 'vanthu@snv.example.vn', unitId: null };

/** Hands a message over as the gateway does, and answers the mail it became, or the last of several. */
export async function receiveMail(
  office: Office,
  raw: string,
  recipients = [REGISTRY],
  from = 'vanthu@stc.example.vn',
): Promise<MailDoc> {
  const fingerprint = createFingerprint();
  fingerprint.update(Buffer.from(raw));
  await acceptDelivery(office, {
    envelope: { ip: '192.0.2.7', helo: 'mx.stc.example.vn', from },
    recipients,
    receivedField: 'from mx.stc.example.vn',
    raw: await office.blobs.put(Readable.from([Buffer.from(raw)])),
    fingerprint: fingerprint.finish(),
  });
  await office.relay.settled();
  return lastMail(office);
}

export async function lastMail(office: Office): Promise<MailDoc> {
  const mail = await mails.of(office).findOne().sort({ createdAt: -1 }).lean<MailDoc>();
  if (!mail) throw new Error('no mail');
  return mail;
}
