import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { decodeText } from '../text/decode-text.ts';

/** How much of one archive is inflated: a bomb of some kilobytes says it holds terabytes. */
const MOST = { entries: 500, entryBytes: 20 * 1024 * 1024, bytes: 60 * 1024 * 1024, ratio: 200 };
/** Below this no ratio is a bomb. */
const HARMLESS_BYTES = 1024 * 1024;

/** A file in an archive. `bytes` is null where it is encrypted, damaged, or more than is inflated. */
export interface ZippedFile {
  name: string;
  isEncrypted: boolean;
  bytes: Buffer | null;
}

/**
 * The files of a ZIP one after the other, each inflated only when it is wanted, and whether those were all. Throws on what
 * is no ZIP, or a damaged one.
 */
export async function* readZip(
  zip: Buffer,
  isWanted: (name: string) => boolean = () => true,
): AsyncGenerator<ZippedFile, { isWhole: boolean }> {
  // Names as bytes: many programs write them in no encoding that the archive tells, and one unsafe name is no reason to
  // look into none. Nothing is ever written under such a name.
  const archive = await fromBufferPromise(zip, { lazyEntries: true, decodeStrings: false });
  let left = MOST.bytes;
  let count = 0;
  for await (const entry of archive.eachEntry()) {
    const name = decodeText(entry.fileNameRaw, '', null).text;
    if (name.endsWith('/')) continue;
    count += 1;
    if (count > MOST.entries) return { isWhole: false };
    const isEncrypted = entry.isEncrypted();
    const isInflated = !isEncrypted && isWanted(name) && isModest(entry, left);
    const bytes = isInflated ? await inflate(archive, entry) : null;
    left -= bytes?.length ?? 0;
    yield { name, isEncrypted, bytes };
  }
  return { isWhole: true };
}

function isModest({ uncompressedSize, compressedSize }: Entry, left: number): boolean {
  if (uncompressedSize > Math.min(MOST.entryBytes, left)) return false;
  return uncompressedSize <= Math.max(HARMLESS_BYTES, compressedSize * MOST.ratio);
}

/** yauzl ends the stream where an entry turns out larger than it says. */
async function inflate(archive: ZipFile, entry: Entry): Promise<Buffer | null> {
  try {
    return await buffer(await archive.openReadStreamPromise(entry));
  } catch {
    return null; // damaged, or compressed in a way that is not known: told as not read
  }
}
