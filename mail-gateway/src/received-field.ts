import type { SMTPServerSession } from 'smtp-server';

/**
 * The Received field of our hop (RFC 5321, 4.4). It is kept beside the message and not written into it. It names a
 * recipient only when there is one: the others' addresses are nobody's business.
 */
export function buildReceivedField(session: SMTPServerSession, gatewayName: string, now: Date): string {
  const { rcptTo } = session.envelope;
  const to = rcptTo.length === 1 ? ` for <${rcptTo[0]?.address ?? ''}>` : '';
  const from = `${session.hostNameAppearsAs} ([${session.remoteAddress}])`;
  const date = now.toUTCString().replace('GMT', '+0000');
  return `from ${from} by ${gatewayName} with ${session.transmissionType} id ${session.id}.${session.transaction}${to}; ${date}`;
}
