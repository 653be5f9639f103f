import type { MailAction } from '@congso/contract/mail';
import { canReadMailThroughDocument } from '../documents/access.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { listOwnAddresses } from '../organisation/list-own-addresses.ts';
import { hasRole, hasRoleIn } from '../people/require-role.ts';
import { listOpenTo } from './deciding/mail-transitions.ts';
import { findMail } from './find-mail.ts';
import type { MailDoc } from './mail-model.ts';

declare const proof: unique symbol;
/** Proof that the caller may read this mail; only this file makes one. */
export type MailAccess = { readonly mail: MailDoc; readonly [proof]: true };

/** A mail that carries a secrecy mark is the clerks' alone. */
const CLERKS_ONLY = ['quarantined', 'destroyed'] as const;
/** As a condition for a query: mails of which something may be shown besides. */
export const NOT_SECRET = { state: { $nin: [...CLERKS_ONLY] } };

/**
 * Which mails the caller may read, as a condition for a query: clerks all of them, heads those that came to their own
 * unit's address. Administrators and leaders read letters as documents, once they are registered and handed on.
 */
export function readableMails(caller: Caller): object {
  if (hasRole(caller, 'clerk')) return {};
  return { unitId: { $in: listHeaded(caller) }, state: { $nin: [...CLERKS_ONLY] } };
}

/** Whether mail may come that the caller may read: a head's unit may have no address of its own. */
export async function mayGetMail(office: Office, caller: Caller): Promise<boolean> {
  if (hasRole(caller, 'clerk')) return true;
  const headed = listHeaded(caller);
  if (headed.length === 0) return false;
  const addresses = await listOwnAddresses(office);
  return addresses.some(({ unitId }) => unitId !== null && headed.includes(unitId));
}

const listHeaded = (caller: Caller): string[] =>
  caller.appointments.filter(({ roles }) => roles.includes('head')).map(({ unitId }) => unitId);

/** Null for who may not read it and when there is none alike: its existence is not told. */
export async function findMailAccess(office: Office, caller: Caller, mailId: string): Promise<MailAccess | null> {
  const mail = await findMail(office, mailId);
  return mail && canReadMail(caller, mail) ? ({ mail } as MailAccess) : null;
}

/** @throws Refusal NOT_FOUND */
export async function getMailAccess(office: Office, caller: Caller, mailId: string): Promise<MailAccess> {
  const access = await findMailAccess(office, caller, mailId);
  if (!access) throw new Refusal('NOT_FOUND', { field: 'mailId' });
  return access;
}

/**
 * Whether the caller may read what a mail holds, its files too, by the mail itself or by a document it became: nobody
 * what is marked secret, not even clerks.
 */
export async function canOpenMail(office: Office, caller: Caller, mailId: string): Promise<boolean> {
  // Both are asked whatever the first says: how long it takes tells nothing of what there is.
  const isReader = await canReadMailThroughDocument(office, caller, mailId);
  const mail = await findMail(office, mailId);
  return mail !== null && !isSecret(mail) && (isReader || canReadMail(caller, mail));
}

/** Whether it was found to carry a secrecy mark: nothing of it is opened here. */
export const isSecret = (mail: Pick<MailDoc, 'state'>): boolean => CLERKS_ONLY.some((state) => state === mail.state);

/** What happens to a mail is the clerks' to decide. */
const canDecideMail = (caller: Caller): boolean => hasRole(caller, 'clerk');

/** What the caller may do with a mail now. */
export const listMailActions = (caller: Caller, mail: Pick<MailDoc, 'state'>): MailAction[] =>
  canDecideMail(caller) ? listOpenTo(mail.state) : [];

/** @throws Refusal FORBIDDEN, NOT_FOUND */
export async function getMailToDecide(office: Office, caller: Caller, mailId: string): Promise<MailAccess> {
  if (!canDecideMail(caller)) throw new Refusal('FORBIDDEN');
  return getMailAccess(office, caller, mailId);
}

function canReadMail(caller: Caller, mail: MailDoc): boolean {
  if (hasRole(caller, 'clerk')) return true;
  return !isSecret(mail) && mail.unitId !== null && hasRoleIn(caller, mail.unitId, 'head');
}
