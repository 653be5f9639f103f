import type { Mail } from '@congso/contract/mail';
import type { Translate } from '@congso/language/translate';

/** What a mail is called: until it has been read, that it is being read. */
export function subjectOf({ subject, state }: Pick<Mail, 'subject' | 'state'>, say: Translate): string {
  if (subject !== '') return subject;
  return say(state === 'received' ? 'mail.beingRead' : 'mail.noSubject');
}
