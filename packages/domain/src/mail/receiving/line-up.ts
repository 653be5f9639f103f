import libmime from 'libmime';
import { clientNetwork } from '../../office/client-network.ts';
import type { Office } from '../../office/office.ts';
import { type MailDoc, mails } from '../mail-model.ts';
import { findUrgencyInSubject } from '../reading/phrases/find-marks.ts';

const KNOWN_FOR_MS = 60_000;
const MOST_KEPT = 5_000;

type Kept = { readonly isKnown: Promise<boolean>; readonly at: number };
const kept = new WeakMap<Office, Map<string, Kept>>();

/**
 * Where a letter stands in the line of those that wait to be read. It goes first when its subject says that it is express,
 * or when a clerk has registered letters that came from the same network for the same domain: anybody can write an
 * agency's address as the sender's, but not from the agency's own server. What goes first still takes turns with others
 * that do (`working/claim-turn.ts`): whoever writes "Hỏa tốc" on a thousand letters delays their own.
 */
export async function lineUp(
  office: Office,
  envelope: MailDoc['envelope'],
  subject: string | null,
): Promise<MailDoc['line']> {
  const sender = envelope.from.toLowerCase();
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  const network = clientNetwork(envelope.ip);
  const isFirst = isExpress(subject) || (await isKnown(office, network, domain));
  return { isFirst, network, domain, sender };
}

/** As sent: words encoded (RFC 2047), or raw UTF-8. */
function isExpress(subject: string | null): boolean {
  if (subject === null) return false;
  return findUrgencyInSubject(libmime.decodeWords(Buffer.from(subject, 'latin1').toString('utf8'))) === 'express';
}

/** Asked once a minute for each, not for every letter of a burst. */
async function isKnown(office: Office, network: string, domain: string): Promise<boolean> {
  if (domain === '') return false;
  const now = office.clock.now().getTime();
  const ofOffice = kept.get(office) ?? new Map<string, Kept>();
  kept.set(office, ofOffice);
  const key = `${network} ${domain}`;
  const before = ofOffice.get(key);
  if (before && Math.abs(now - before.at) < KNOWN_FOR_MS) return before.isKnown;
  if (ofOffice.size >= MOST_KEPT) ofOffice.clear();
  const asked = hasRegistered(office, network, domain);
  ofOffice.set(key, { isKnown: asked, at: now });
  // A failed look is not kept; whoever asked hears of it.
  asked.catch(() => ofOffice.delete(key));
  return asked;
}

async function hasRegistered(office: Office, network: string, domain: string): Promise<boolean> {
  const from = { 'line.network': network, 'line.domain': domain };
  const registered = { confirmedIssuer: { $type: 'string' }, state: 'registered' };
  return (await mails.of(office).exists({ ...from, ...registered } as object)) !== null;
}
