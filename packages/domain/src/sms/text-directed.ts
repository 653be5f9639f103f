import { findDocument } from '../documents/find-document.ts';
import { isSecret } from '../mail/access.ts';
import { findMail } from '../mail/find-mail.ts';
import { theOfficeAfter } from '../office/caller.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { requestSms } from './request-sms.ts';

/**
 * An express letter directed to a unit is told its head by SMS at once, at night too: until they give it on, nobody in the
 * unit has a task that would be told. Each handing over is told once.
 */
export const textDirected: Reaction<'document.advanced'> = async (office, { documentId }, cause) => {
  const document = await findDocument(office, documentId);
  if (document?.urgency !== 'express' || document.state === 'voided') return;
  const mail = document.mailId === null ? null : await findMail(office, document.mailId);
  const about = {
    reference: `${document.arrivalNumber}/${document.year}`,
    isExpress: true,
    isSecret: mail !== null && isSecret(mail),
  };
  for (const { id, kind, status, assigneeId, dueDate } of document.slip?.steps ?? []) {
    if (kind !== 'assign' || status !== 'active') continue;
    const request = { causeId: `step:${documentId}:${id}`, personId: assigneeId, purpose: 'documentDirected' } as const;
    await requestSms(office, { ...request, ...about, dueDate }, theOfficeAfter(cause));
  }
};
