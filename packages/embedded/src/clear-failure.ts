/** A failure an operator can act on: its message is one clear sentence, printed alone and without a stack trace. */
export class ClearFailure extends Error {
  override name = 'ClearFailure';
}
