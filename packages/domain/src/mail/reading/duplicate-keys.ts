import { createHash } from 'node:crypto';

/** What makes two deliveries the same letter. */
export interface LetterIdentity {
  /** MAIL FROM, '' for the null sender. */
  envelopeFrom: string;
  /** The Message-ID field; null where there is none or it could not be read. */
  messageId: string | null;
  /** The Date and Subject fields as sent, unfolded; null where there is none. */
  date: string | null;
  subject: string | null;
  /** Of the body, as the message's fingerprint gives it. */
  bodySha256: string;
}

const HOUR_MS = 60 * 60_000;
/** A sender's queue keeps a letter four to five days (RFC 5321, 4.5.4.1); a weekly report in the same words is a new one. */
const REDELIVERED_FOR_MS = 6 * 24 * HOUR_MS;
/** Nothing but its words tells when such a letter was written: the next one may be due tomorrow. */
const NAMELESS_FOR_MS = HOUR_MS;

/**
 * How long a delivery of the same key is the same delivery. What comes later is a new mail: stored twice a letter costs a
 * clerk a look, taken for the one before it would be lost behind a 250.
 */
export const redeliveredForMs = ({ messageId, date }: Pick<LetterIdentity, 'messageId' | 'date'>): number =>
  messageId === null && date === null ? NAMELESS_FOR_MS : REDELIVERED_FOR_MS;

/**
 * The key of one delivery: a sender's server that lost our 250 sends the same letter to the same recipient again
 * (SMTP allows it), and both must be one mail. Message-ID alone is no key, because careless programs repeat it; nor is
 * the body without the subject and the date, because a form letter has the same one every week.
 */
export function deliveryKey(letter: LetterIdentity, recipient: string): string {
  return keyOf('delivery', letter, address(recipient));
}

/** The key of the letter whoever it was addressed to: two units' copies are one document. */
export function documentKey(letter: LetterIdentity): string {
  return keyOf('document', letter);
}

function keyOf(kind: string, letter: LetterIdentity, ...more: string[]): string {
  const { envelopeFrom, messageId, date, subject, bodySha256 } = letter;
  const id = (messageId ?? '').trim().replace(/^<|>$/g, '');
  const parts = [kind, address(envelopeFrom), id, date, subject, bodySha256, ...more];
  // Joined as JSON: no choice of characters in one part can imitate another's.
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Only the domain is without case (RFC 5321, 2.4); offices' own recipients are compared so elsewhere too. */
function address(text: string): string {
  const at = text.lastIndexOf('@');
  return at < 0 ? text : text.slice(0, at + 1) + text.slice(at + 1).toLowerCase();
}
