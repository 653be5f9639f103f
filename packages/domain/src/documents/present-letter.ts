import { LETTER_WARNINGS, type OpenedDocument } from '@congso/contract/documents';
import { isSecret } from '../mail/access.ts';
import type { findMail } from '../mail/find-mail.ts';

type Mail = NonNullable<Awaited<ReturnType<typeof findMail>>>;

/** The text of the mail a document came by, for whoever may read the document; null where that is secret or destroyed. */
export function presentLetter(mail: Mail): OpenedDocument['letter'] {
  if (isSecret(mail) || mail.rawSha256 === null) return null;
  return {
    text: mail.text,
    reading: readingOf(mail),
    // Letters read before addresses were kept lack the field.
    keepsAddresses: mail.keepsAddresses ?? false,
    warnings: LETTER_WARNINGS.filter((warning) => mail.flags.includes(warning)),
  };
}

function readingOf({ state, stateBefore, duty }: Mail): NonNullable<OpenedDocument['letter']>['reading'] {
  if (state === 'received' || duty === 'read' || duty === 'read-alone') return 'waiting';
  // Registered unread, it is in the state of any other that is registered.
  return state === 'original-only' || (state === 'registered' && stateBefore === 'original-only') ? 'failed' : 'done';
}
