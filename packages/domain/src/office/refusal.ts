import { ERROR_STATUS, type ErrorCode } from '@congso/contract/errors';

/**
 * An expected "no": bad input, no right, wrong state. Doors answer its code and a sentence in the reader's language
 * (G7); anything else that is thrown is a fault of ours and is answered INTERNAL.
 */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, detail: { field?: string; retryAfterMs?: number } = {}) {
    super(detail.field ? `${code} (${detail.field})` : code);
    this.name = 'Refusal';
    this.code = code;
    this.field = detail.field;
    this.retryAfterMs = detail.retryAfterMs;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
