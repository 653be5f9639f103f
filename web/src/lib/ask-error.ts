import type { ErrorCode } from '@congso/contract/errors';
import type { Translate } from '@congso/language/translate';

/** Why an ask failed: the server's refusal, or `UNREACHABLE` when no answer came (so it is not known whether it happened). */
export type AskErrorCode = ErrorCode | 'UNREACHABLE';

/** What `ask` throws, and nothing else. `field` names the input it is about. */
export class AskError extends Error {
  override name = 'AskError';
  readonly code: AskErrorCode;
  readonly field: string | null;

  constructor(code: AskErrorCode, field: string | null = null) {
    super(code);
    this.code = code;
    this.field = field;
  }
}

/** Whether an error is one of ours with this code. */
export function isRefusedFor(error: unknown, code: AskErrorCode): boolean {
  return error instanceof AskError && error.code === code;
}

/** Whether the thing itself is refused: what is kept of it must not be shown either. Any other failure leaves it readable. */
export function isWithheld(error: unknown): boolean {
  return isRefusedFor(error, 'NOT_FOUND') || isRefusedFor(error, 'FORBIDDEN');
}

/** The sentence for the reader: what happened and what to do. */
export function sentenceOf(error: unknown, say: Translate): string {
  if (!(error instanceof AskError)) return say('frame.state.failed');
  return error.code === 'UNREACHABLE' ? say('frame.state.unreachable') : say(`errors.${error.code}`);
}
