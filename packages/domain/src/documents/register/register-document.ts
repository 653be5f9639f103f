import type { CommandInput } from '@congso/contract/catalog';
import type { OpenedDocument } from '@congso/contract/documents';
import { civilDateOf } from '@congso/language/dates';
import { getMailToDecide } from '../../mail/access.ts';
import { isOpenTo } from '../../mail/deciding/mail-transitions.ts';
import type { Caller } from '../../office/caller.ts';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { requestKey } from '../../outbox/aggregate.ts';
import { findDocument } from '../find-document.ts';
import { openDocument } from '../open-document.ts';
import { draftDocument } from './draft-document.ts';
import { numberDocument } from './number-document.ts';

/**
 * Registers the letter a mail brought, with what the clerk confirmed. The document's id comes from the mail, so two
 * clerks who register one letter are both answered with the one number; the history tells who was first.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND, WRONG_STATE, SECRET_CONTENT, CLOCK_BEHIND
 */
export async function registerDocument(
  office: Office,
  caller: Caller,
  input: CommandInput<'documents.register'>,
): Promise<OpenedDocument> {
  const { mailId, fields, requestId } = input;
  const { receivedAt } = await getRegistrableMail(office, caller, mailId);
  const id = await documentIdFor(office, mailId, requestKey(caller, requestId));
  const draft = await draftDocument(office, caller, id, fields, {
    arrivalDate: civilDateOf(receivedAt),
    mailId,
    fileIds: [],
  });
  return openDocument(office, caller, await numberDocument(office, caller, draft, fields, requestId));
}

async function getRegistrableMail(office: Office, caller: Caller, mailId: string) {
  const { mail } = await getMailToDecide(office, caller, mailId);
  if (mail.state === 'quarantined' || mail.state === 'destroyed') throw new Refusal('SECRET_CONTENT');
  // Of a registered one, the number it has is answered; refused or set aside, it is taken back first.
  if (mail.state !== 'registered' && !isOpenTo('register', mail.state))
    throw new Refusal('WRONG_STATE', { field: 'mailId' });
  return mail;
}

/**
 * The document of a mail; when that registration was voided, the one that replaces it, and so on. A repeat of the very
 * request that made a voided one is still answered with that.
 */
async function documentIdFor(office: Office, mailId: string, request: string): Promise<string> {
  let id = derivedId('document', mailId);
  for (;;) {
    const existing = await findDocument(office, id);
    if (existing?.state !== 'voided' || existing.requestIds.includes(request)) return id;
    id = derivedId('document', id);
  }
}
