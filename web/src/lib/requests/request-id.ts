const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** A new id for one intention: a repeat under the same id has the effect of one. (`crypto.randomUUID` needs HTTPS.) */
export function newRequestId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(21)), (byte) => ALPHABET[byte & 63]).join('');
}
