import type { ParsedMail, Proposal, ProposalSource } from '@congso/contract/mail-reading';
import { civilDateOf } from '@congso/language/dates';
import { unifyDashes } from '../../../documents/code-notation/find-code-notation.ts';
import type { PdfText } from '../child/child-result.ts';
import { findDeadline } from './find-deadline.ts';
import { findMeeting, isAboutMeeting } from './find-meeting.ts';
import type { LetterHeading } from './read-heading.ts';

type Input = { readonly mail: ParsedMail; readonly now: Date };
type PrintedLetter = { readonly pdf: PdfText; readonly heading: LetterHeading } | null;

/** How much of a text is searched: what a letter asks for stands on its first pages. */
const SEARCHED = 20_000;

/**
 * The days to come that the letter names: until when it wants an answer, and when the meeting is it calls to.
 *
 * @param issuedDate the letter's own day, YYYY-MM-DD, or null where it was not found
 */
export function proposeDays(
  { mail, now }: Input,
  letter: PrintedLetter,
  issuedDate: string | null,
): Pick<Proposal, 'deadline' | 'meeting'> {
  const received = civilDateOf(now);
  // A day long past is that of a letter told about; one in the future is a slip of the pen.
  const from = issuedDate === null || issuedDate > received ? received : issuedDate;
  const texts = [
    ['pdf', letter?.pdf.text ?? ''],
    ['subject', mail.subject],
    ['body', mail.text],
  ] as const;
  const find = <T>(look: (text: string, from: string) => T | null): { value: T; source: ProposalSource } | null => {
    for (const [source, text] of texts) {
      const value = look(unifyDashes(text.slice(0, SEARCHED)), from);
      if (value !== null) return { value, source };
    }
    return null;
  };
  const isCall =
    letter?.heading.type?.key === 'invitation' || isAboutMeeting(`${mail.subject} ${letter?.heading.subject ?? ''}`);
  const meeting = isCall ? find(findMeeting) : null;
  return { deadline: find(findDeadline), meeting: meeting && { ...meeting.value, source: meeting.source } };
}
