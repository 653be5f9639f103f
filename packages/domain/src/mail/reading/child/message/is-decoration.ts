import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import type { ReadResult } from '../child-result.ts';

/** A logo or a line of a signature is smaller than all of these; a scanned page, a stamp or a photo is not. */
const SMALL = { bytes: 40 * 1024, side: 800, pixels: 120_000 };
/** The size of a picture stands near its beginning. */
const LOOKED_AT = 64 * 1024;

/**
 * Whether a picture is nothing but part of the text: the text shows it, and it is small. A scanned page that a mail program
 * put into the text is the letter itself, and so is what the text does not show.
 */
export async function isDecoration(
  { mime, size, contentId, file }: ReadResult['attachments'][number],
  folder: string,
  shownPictures: ReadonlySet<string>,
): Promise<boolean> {
  if (!mime.startsWith('image/') || contentId === null || !shownPictures.has(contentId)) return false;
  if (size > SMALL.bytes) return false;
  const handle = await open(join(folder, file));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, LOOKED_AT)), 0, undefined, 0);
    const { width, height } = imageSize(buffer.subarray(0, bytesRead));
    return width <= SMALL.side && height <= SMALL.side && width * height <= SMALL.pixels;
  } catch {
    return false; // no picture whose size is known: it is shown as a file
  } finally {
    await handle.close();
  }
}
