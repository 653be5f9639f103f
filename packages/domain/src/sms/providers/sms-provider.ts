/** What a provider is handed. `id` is the request id: the same SMS always carries the same one. */
export type OutgoingSms = { readonly id: string; readonly phone: string; readonly text: string };

/**
 * How a call ended. `not-sent`: certainly nothing reached the provider, so trying again is safe. `unknown`: something
 * may have, so it is not (a time-out, a broken line, a 5xx). `said` is for the administrator, without credentials.
 */
export type SmsOutcome = { readonly kind: 'accepted' | 'failed' | 'unknown' | 'not-sent'; readonly said: string };

/** A way out for SMS. */
export type SmsProvider = {
  /** Tells providers apart: a request id means something only to the one that was called with it. */
  readonly name: string;
  readonly perSecond: number;
  /** Whether it drops a repeated request id, so that an SMS in doubt may be sent again. */
  readonly deduplicates: boolean;
  send(sms: OutgoingSms): Promise<SmsOutcome>;
};
