import { LIMITS } from '@congso/contract/limits';

/** What one client may take of the gateway. Tests pass smaller ones; nobody else does. */
export type GatewayLimits = {
  /** Of one message, told as SIZE (RFC 1870). */
  readonly messageBytes: number;
  /** RFC 5321, 4.5.3.1.8 asks for at least 100. */
  readonly recipients: number;
  readonly connections: number;
  /** From one address, or one IPv6 network: an office's own relay keeps about twenty. */
  readonly connectionsPerClient: number;
  /** Unknown recipients one client may name: these at once, up to those ever later, and then its line ends with 421. */
  readonly unknownFree: number;
  readonly unknownRecipients: number;
  /** The first delay, which doubles, and the longest. */
  readonly unknownDelayMs: number;
  readonly unknownLongestMs: number;
  /** Naming nobody unknown for so long, a client is new again. */
  readonly unknownForgottenMs: number;
  /** Received fields in a message; a letter that passed so many servers goes in circles. */
  readonly hops: number;
  /** Between two commands (RFC 5321, 4.5.3.2.7). */
  readonly idleMs: number;
  /** From the greeting or the end of a message to the next DATA: the library's timeout is for idleness only. */
  readonly transactionMs: number;
  /** What a message has to come at on the whole; the slowest line is far from it (Postfix: smtpd_min_data_rate). */
  readonly bytesPerSecond: number;
  /** So long nothing of a message may come (RFC 5321, 4.5.3.2.5), looked at every `lookEveryMs`. */
  readonly stallMs: number;
  readonly lookEveryMs: number;
};

export const GATEWAY_LIMITS: GatewayLimits = {
  messageBytes: LIMITS.mailBytes,
  recipients: 100,
  connections: 500,
  connectionsPerClient: 50,
  unknownFree: 3,
  unknownRecipients: 20,
  unknownDelayMs: 250,
  unknownLongestMs: 8_000,
  unknownForgottenMs: 15 * 60_000,
  hops: 50,
  idleMs: 5 * 60_000,
  transactionMs: 15 * 60_000,
  bytesPerSecond: 500,
  stallMs: 3 * 60_000,
  lookEveryMs: 15_000,
};
