import { acceptDelivery } from '@congso/domain/mail/receiving/accept-delivery';
import { createFingerprint } from '@congso/domain/mail/receiving/message-fingerprint';
import type { Office } from '@congso/domain/office/office';
import type { OwnAddress } from '@congso/domain/organisation/list-own-addresses';
import { leaveRoom } from '@congso/domain/stores/disk/leave-room';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { GatewayLimits } from './gateway-limits.ts';
import { buildReceivedField } from './received-field.ts';
import { SmtpAnswer } from './smtp-answer.ts';

/**
 * Takes one message in: its bytes are durable, then its records are journaled, and only then does this end (G1).
 * Nothing of a message that is refused, too large, or cut off stays behind.
 *
 * @throws SmtpAnswer for what can never succeed; anything else is temporary
 */
export async function receiveMessage(
  office: Office,
  recipients: readonly OwnAddress[],
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  gatewayName: string,
  limits: GatewayLimits,
): Promise<void> {
  const fingerprint = createFingerprint();
  async function* checked(): AsyncIterable<Uint8Array> {
    // The stream stays open when we give up on the way: the library answers when the client has said all it has to say.
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (stream.sizeExceeded) throw tooLarge(limits);
      fingerprint.update(chunk);
      yield chunk;
    }
    // The library refuses an oversized message only after we have answered; what we keep must not be one.
    if (stream.sizeExceeded) throw tooLarge(limits);
    taken = fingerprint.finish();
    if (taken.hops > limits.hops) throw new SmtpAnswer(554, '5.4.6 Too many hops, this message is going in circles');
  }
  let taken: ReturnType<typeof fingerprint.finish> | null = null;
  try {
    const raw = await office.blobs.put(leaveRoom(checked(), office.room.freeBytes, limits.messageBytes));
    if (taken === null) throw new Error('a message was stored without having been read to its end');
    const { envelope } = session;
    await acceptDelivery(office, {
      envelope: {
        ip: session.remoteAddress,
        helo: session.hostNameAppearsAs,
        from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
      },
      recipients,
      receivedField: buildReceivedField(session, gatewayName, office.clock.now()),
      raw,
      fingerprint: taken,
    });
  } finally {
    stream.resume();
  }
}

function tooLarge(limits: GatewayLimits): SmtpAnswer {
  return new SmtpAnswer(552, `5.3.4 The message is larger than ${limits.messageBytes} bytes`);
}
