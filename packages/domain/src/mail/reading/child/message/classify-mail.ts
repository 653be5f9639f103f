import type { MailKind } from '@congso/contract/mail-reading';

/** What tells a letter from what machines send. Header values as text, lower-case names. */
export interface MailTraits {
  header: (name: string) => string;
  contentType: string;
  reportType: string;
  fromAddress: string;
  subject: string;
  /** '' for the null sender; null where the envelope is not known. */
  envelopeFrom: string | null;
  hasCalendarMethod: boolean;
  /** Files a person attached: neither inline nor calendar data. */
  hasFiles: boolean;
}

const BOUNCE_SUBJECT =
  /^(?:undeliver|delivery (?:status|failure|has failed|delayed)|mail delivery|returned mail|failure notice|mail could not be)/i;
const AUTO_SUBJECT =
  /^(?:auto(?:matic|mated)?[ -]?(?:reply|response)\b|autoreply|out of (?:the )?office|vacation reply|(?:thư )?trả lời tự động)/iu;

/** What a message is. "auto-generated" alone (RFC 3834) is a letter: agencies' systems send theirs so. */
export function classifyMail(traits: MailTraits): MailKind {
  const { header, subject } = traits;
  const isReport = traits.contentType === 'multipart/report';
  if (isReport && traits.reportType !== 'disposition-notification') return 'bounce';
  if (header('x-failed-recipients') !== '') return 'bounce';
  const isDaemon = /^(?:mailer-daemon|postmaster|mail-daemon)@/i.test(traits.fromAddress);
  if (isDaemon && (isFromNobody(traits) || BOUNCE_SUBJECT.test(subject))) return 'bounce';
  if (isFromNobody(traits) && BOUNCE_SUBJECT.test(subject)) return 'bounce';

  // A receipt ("your message was displayed", RFC 8098) is no letter either.
  if (isReport || autoSubmitted(traits).startsWith('auto-replied') || AUTO_SUBJECT.test(subject)) return 'auto-reply';
  if (header('x-autoreply') !== '' || header('x-autorespond') !== '' || /^auto_reply/i.test(header('precedence')))
    return 'auto-reply';

  // An invitation letter with its PDF and a calendar entry beside it is a letter.
  if (traits.hasCalendarMethod && !traits.hasFiles) return 'calendar';
  return isOfList(traits) ? 'list' : 'letter';
}

function autoSubmitted({ header }: MailTraits): string {
  return header('auto-submitted').toLowerCase().trim();
}

function isFromNobody({ envelopeFrom, header }: MailTraits): boolean {
  return envelopeFrom === '' || (envelopeFrom === null && header('return-path') === '<>');
}

function isOfList({ header }: MailTraits): boolean {
  return header('list-id') !== '' || header('list-post') !== '' || /^list/i.test(header('precedence'));
}
