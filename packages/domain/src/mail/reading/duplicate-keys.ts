import { createHash } from 'node:crypto';

/** What makes two deliveries the same letter. */
export interface LetterIdentity {
  /** MAIL FROM, '' for the null sender. */
  envelopeFrom: string;
  /** The Message-ID field; null where there is none or it could not be read. */
  messageId: string | null;
  /** Of the body, as the message's fingerprint gives it. */
  bodySha256: string;
}

/**
 * The key of one delivery: a sender's server that lost our 250 sends the same letter to the same recipient again
 * (SMTP allows it), and both must be one mail. Message-ID alone is no key: careless programs repeat it.
 */
export function deliveryKey(letter: LetterIdentity, recipient: string): string {
  return keyOf('delivery', letter, address(recipient));
}

/** The key of the letter whoever it was addressed to: two units' copies are one document. */
export function documentKey(letter: LetterIdentity): string {
  return keyOf('document', letter);
}

function keyOf(kind: string, { envelopeFrom, messageId, bodySha256 }: LetterIdentity, ...more: string[]): string {
  const parts = [kind, address(envelopeFrom), (messageId ?? '').trim().replace(/^<|>$/g, ''), bodySha256, ...more];
  // Joined as JSON: no choice of characters in one part can imitate another's.
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Only the domain is without case (RFC 5321, 2.4); offices' own recipients are compared so elsewhere too. */
function address(text: string): string {
  const at = text.lastIndexOf('@');
  return at < 0 ? text : text.slice(0, at + 1) + text.slice(at + 1).toLowerCase();
}
