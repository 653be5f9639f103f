/** Raised when old tabs must reload: sent in the handshake, compared by the server. Alone here so that it costs the browser nothing. */
export const PROTOCOL_VERSION = 1;
