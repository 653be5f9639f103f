import type { DiskRoom } from './disk-room.ts';

/** So much is written on the word of one look at the disk; many may be writing at once. */
const ASK_EVERY_BYTES = 256 * 1024;

/**
 * Hands on content for as long as the disk keeps room for others: that there was enough when it began says nothing when
 * many began together.
 *
 * @throws an error of code ENOSPC as soon as less than `reserveBytes` are free
 */
export async function* leaveRoom(
  content: AsyncIterable<Uint8Array>,
  freeBytes: DiskRoom['freeBytes'],
  reserveBytes: number,
): AsyncIterable<Uint8Array> {
  let unasked = ASK_EVERY_BYTES;
  for await (const chunk of content) {
    unasked += chunk.byteLength;
    if (unasked >= ASK_EVERY_BYTES) {
      unasked = 0;
      if ((await freeBytes()) < reserveBytes)
        throw Object.assign(new Error('the disk is nearly full'), { code: 'ENOSPC' });
    }
    yield chunk;
  }
}
