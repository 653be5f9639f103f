/** Raised when old tabs must reload: sent in the handshake, compared by the server. Alone here so that it costs the browser nothing. */
export const PROTOCOL_VERSION = 1;

/**
 * The header in which a page says whose it is. Its cookie may be another's, who signed in beside it since: then it is
 * answered NOT_SIGNED_IN. A socket says it in its handshake, as `personId`.
 */
export const PAGE_OWNER_HEADER = 'congso-person';
