import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { BYTES, harmlessMime } from './harmless-mime.ts';

/** As much of a file's beginning is looked at. */
const BEGINNING = 4_100;
// Many formats lie in these; what the sender said is more telling, as long as it is one of the office formats.
const CONTAINERS = new Set(['application/x-cfb', 'application/zip', 'application/xml']);
const OFFICE_FORMAT = /^application\/(msword|vnd\.(ms-|openxmlformats-officedocument|oasis\.opendocument)[\w.+-]*)$/;
/** Whether a type found in the bytes says less than a sender may have said. */
export const isContainer = (mime: string): boolean => CONTAINERS.has(mime);

/** Texts have no mark to know them by; nor do a letter in a letter, and what Outlook and signers add. */
const UNMARKED = new Set([
  'text/plain',
  'text/csv',
  'text/calendar',
  'message/rfc822',
  'application/ms-tnef',
  'application/pkcs7-mime',
  'application/pkcs7-signature',
]);
/** A scanner or a gateway may put something before it; readers look this far (ISO 32000-1, annex H, note 13). */
const PDF_MARK_WITHIN = 1_024;

/**
 * What a file is, by its first bytes: what a sender says of it decides nothing that could be dangerous (a page
 * declared an image), and nothing that its bytes would show.
 */
export async function detectMime(path: string, declared: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    const beginning = buffer.subarray(0, bytesRead);
    const found = (await fileTypeFromBuffer(beginning))?.mime;
    if (found && !isContainer(found)) return harmlessMime(found);
    if (found && OFFICE_FORMAT.test(declared)) return harmlessMime(declared);
    if (found) return harmlessMime(found);
    if (declared === 'application/pdf' && beginning.subarray(0, PDF_MARK_WITHIN).includes('%PDF-')) return declared;
    return UNMARKED.has(declared) ? declared : BYTES;
  } finally {
    await handle.close();
  }
}
