import type { Logger } from 'pino';

/**
 * A reply that is not 250. The text begins with its enhanced status code (RFC 3463), because the library knows only one
 * for each reply code.
 */
export class SmtpAnswer extends Error {
  override name = 'SmtpAnswer';
  readonly responseCode: number;

  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

export const NO_ROOM = '4.3.1 No room for more mail, try again later';
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT']);

/**
 * What the sender is told about a failure. Whatever is not plainly the sender's fault is ours, and temporary: left to
 * itself the library answers 550, and a database that is away for a minute would send official mail back for good.
 */
export function answerTo(error: unknown, log: Logger): SmtpAnswer {
  if (error instanceof SmtpAnswer) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  if (code === 'ECONNECTION') {
    log.info('the client left before the end of its message');
    return new SmtpAnswer(451, '4.4.2 The message was not received in full');
  }
  log.error({ err: error }, 'mail put off');
  return NO_SPACE.has(code)
    ? new SmtpAnswer(452, NO_ROOM)
    : new SmtpAnswer(451, '4.3.0 Cannot accept mail at the moment, try again later');
}
