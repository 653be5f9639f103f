import { findDocument } from '../documents/find-document.ts';
import { theOffice } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { isSecret } from './access.ts';
import { findMail } from './find-mail.ts';
import { type MailDoc, mails } from './mail-model.ts';
import { listMailReaders } from './tell-mail-readers.ts';

/**
 * Follows `document.registered`: the mail it came by leaves the queue, and teaches who its issuer is. Told late, it leaves
 * a mail that a clerk found to be secret meanwhile quarantined.
 */
export const markMailRegistered: Reaction<'document.registered'> = async (office, { documentId }, cause) => {
  const document = await findDocument(office, documentId);
  if (!document?.mailId || document.state === 'voided') return;
  const registration = { documentId, confirmedIssuer: document.issuer };
  await change(office, document.mailId, cause.actorId, 'registered', (mail) => {
    if (mail.documentId === documentId) return null;
    if (isSecret(mail)) return { ...registration, state: mail.state };
    const stateBefore = mail.state === 'registered' ? mail.stateBefore : mail.state;
    return { ...registration, state: 'registered', stateBefore };
  });
};

/** Follows `document.voided`: the letter is in the queue again, to be registered anew, refused or set aside. */
export const takeMailOfVoided: Reaction<'document.voided'> = async (office, { documentId }, cause) => {
  const document = await findDocument(office, documentId);
  if (!document?.mailId) return;
  await change(office, document.mailId, cause.actorId, 'registration-voided', (mail) => {
    if (mail.documentId !== documentId) return null;
    const waiting = mail.stateBefore === 'original-only' ? ('original-only' as const) : ('proposed' as const);
    // Secret, or being read anew because it is not, it stays so.
    return { state: mail.state === 'registered' ? waiting : mail.state, documentId: null, confirmedIssuer: null };
  });
};

async function change(
  office: Office,
  mailId: string,
  personId: string | null,
  action: string,
  decide: (mail: MailDoc) => (Partial<MailDoc> & Pick<MailDoc, 'state'>) | null,
): Promise<void> {
  const mail = await findMail(office, mailId);
  if (!mail) return;
  const readers = await listMailReaders(office, mail.unitId);
  await changeAggregate(office, mails, mailId, { ...theOffice, personId }, null, (current) => {
    const set = decide(current);
    return (
      set && {
        set,
        story: {
          action,
          from: current.state,
          to: set.state,
          details: { documentId: set.documentId ?? current.documentId },
          marks: [{ to: readers, kind: 'mail' }],
        },
      }
    );
  });
}
