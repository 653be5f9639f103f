import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { findConversationAccess } from '../chat/access.ts';
import { canReadDocument } from '../documents/access.ts';
import { canOpenMail } from '../mail/access.ts';
import { findNoticeAccess } from '../notices/access.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { findTaskAccess } from '../tasks/access.ts';
import { findSlipOfReportFile } from '../tasks/reports/list-accepted-reports.ts';
import { type FileDoc, type FilePlace, files } from './file-model.ts';
import { presentFile } from './present-files.ts';

declare const proof: unique symbol;

/** Proof that a person may read a file now; only this file makes one. */
export type FileAccess = { readonly file: FileDoc; readonly [proof]: true };

/** Each place's noun decides who reads what lies there. */
const CAN_READ: {
  readonly [K in FilePlace['kind']]: (office: Office, caller: Caller, id: string, fileId: string) => Promise<boolean>;
} = {
  conversation: async (office, caller, id) => (await findConversationAccess(office, caller, id)) !== null,
  notice: async (office, caller, id) => (await findNoticeAccess(office, caller, id)) !== null,
  task: async (office, caller, id, fileId) => {
    if ((await findTaskAccess(office, caller, id)) !== null) return true;
    // An accepted report is the officer's part of the slip: whoever reads that, reads its files.
    const documentId = await findSlipOfReportFile(office, id, fileId);
    return documentId !== null && canReadDocument(office, caller, documentId);
  },
  document: canReadDocument,
  mail: canOpenMail,
};

/**
 * A file for who may read the place it is attached to, asked anew each time; what is not attached yet, for its uploader
 * alone. Who was taken out of the place no longer reads it, not even what he sent there himself.
 *
 * @throws Refusal NOT_FOUND: that it exists is not told.
 */
export async function getFileAccess(office: Office, caller: Caller, fileId: string): Promise<FileAccess> {
  const file = await files.of(office).findOne({ _id: fileId }).lean<FileDoc>();
  if (!file || !(await canRead(office, caller, file))) throw new Refusal('NOT_FOUND', { field: 'fileId' });
  return { file } as FileAccess;
}

async function canRead(office: Office, caller: Caller, { _id, place, uploadedById }: FileDoc): Promise<boolean> {
  return place ? CAN_READ[place.kind](office, caller, place.id, _id) : uploadedById === caller.personId;
}

/** @throws Refusal NOT_FOUND */
export async function getFile(
  office: Office,
  caller: Caller,
  { fileId }: CommandInput<'files.get'>,
): Promise<CommandOutput<'files.get'>> {
  return presentFile((await getFileAccess(office, caller, fileId)).file);
}

/** A file the caller sent himself; null for files of others. For the end of an upload. */
export async function findOwnFile(office: Office, caller: Caller, fileId: string): Promise<FileDoc | null> {
  return files.of(office).findOne({ _id: fileId, uploadedById: caller.personId }).lean<FileDoc>();
}
