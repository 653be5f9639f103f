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
 * a mail that a clerk found to be secret meanwhile as it is.
 */
export const markMailRegistered: Reaction<'document.registered'> = async (office, { documentId }, cause) => {
  const document = await findDocument(office, documentId);
  if (!document?.mailId || document.state === 'voided') return;
  const confirmedIssuer = document.issuer;
  await change(office, document.mailId, cause.actorId, (mail) =>
    mail.documentId === documentId || isSecret(mail)
      ? null
      : {
          state: 'registered',
          documentId,
          confirmedIssuer,
          stateBefore: mail.state === 'registered' ? mail.stateBefore : mail.state,
        },
  );
};

/** Follows `document.voided`: the letter is in the queue again, to be registered anew, refused or set aside. */
export const takeMailOfVoided: Reaction<'document.voided'> = async (office, { documentId }, cause) => {
  const document = await findDocument(office, documentId);
  if (!document?.mailId) return;
  await change(office, document.mailId, cause.actorId, (mail) =>
    mail.documentId === documentId && mail.state === 'registered'
      ? {
          state: mail.stateBefore === 'original-only' ? 'original-only' : 'proposed',
          documentId: null,
          confirmedIssuer: null,
        }
      : null,
  );
};

async function change(
  office: Office,
  mailId: string,
  personId: string | null,
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
          action: set.state === 'registered' ? 'registered' : 'registration-voided',
          from: current.state,
          to: set.state,
          details: { documentId: set.documentId ?? current.documentId },
          marks: [{ to: readers, kind: 'mail' }],
        },
      }
    );
  });
}
