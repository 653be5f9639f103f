import type { Mail } from '@congso/contract/mail';
import type { Translate } from '@congso/language/translate';

/** Whom a mail says it is from. */
export function senderOf({ fromName, fromAddress }: Pick<Mail, 'fromName' | 'fromAddress'>, say: Translate): string {
  return fromName || fromAddress || say('mail.unnamedSender');
}
