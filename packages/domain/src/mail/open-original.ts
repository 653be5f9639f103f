import type { Readable } from 'node:stream';
import { canReadMailThroughDocument } from '../documents/access.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { findMailAccess, isSecret } from './access.ts';
import { findMail } from './find-mail.ts';

/** The message exactly as it was received. */
export type Original = { readonly sizeBytes: number; open(): Promise<Readable> };

/**
 * For who may read the mail, or a document it became.
 *
 * @throws Refusal NOT_FOUND; SECRET_CONTENT while it is quarantined: a secret letter is not handled here
 */
export async function openOriginal(office: Office, caller: Caller, mailId: string): Promise<Original> {
  const isReader =
    (await findMailAccess(office, caller, mailId)) !== null ||
    (await canReadMailThroughDocument(office, caller, mailId));
  const mail = isReader ? await findMail(office, mailId) : null;
  if (!mail) throw new Refusal('NOT_FOUND', { field: 'mailId' });
  const { rawSha256, sizeBytes } = mail;
  if (isSecret(mail) || rawSha256 === null) throw new Refusal('SECRET_CONTENT');
  return { sizeBytes, open: () => office.blobs.read(rawSha256) };
}
