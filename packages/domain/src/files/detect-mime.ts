import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';

/** As much of a file's beginning is looked at. */
const BEGINNING = 4_100;
// Many formats lie in these; what the sender said is more telling, as long as it is one of the office formats.
const CONTAINERS = new Set(['application/x-cfb', 'application/zip', 'application/xml']);
const OFFICE_FORMAT = /^application\/(msword|vnd\.(ms-|openxmlformats-officedocument|oasis\.opendocument)[\w.+-]*)$/;
/** Texts have no mark to know them by. */
const PLAIN = new Set(['text/plain', 'text/csv', 'text/calendar']);

/**
 * What a file is, by its first bytes: what a sender says of it decides nothing that could be dangerous (a page
 * declared an image).
 */
export async function detectMime(path: string, declared: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    const found = (await fileTypeFromBuffer(buffer.subarray(0, bytesRead)))?.mime;
    if (found && !CONTAINERS.has(found)) return found;
    if (found && OFFICE_FORMAT.test(declared)) return declared;
    return found ?? (PLAIN.has(declared) ? declared : 'application/octet-stream');
  } finally {
    await handle.close();
  }
}
