import { listOriginals } from '../mail/discard-bytes.ts';
import type { Office } from '../office/office.ts';
import { type FileDoc, files } from './file-model.ts';

/** What nobody refers to, and what nobody attached, stays so long: somebody may still be writing the message. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;
/** So many contents are asked about at once. */
const BATCH = 500;

/**
 * Removes the records of files that were sent and never attached to anything, then the contents that no file and no
 * mail has, each when it is seven days old (protocol "Blobs"). Returns how many contents went. May be cut off anywhere
 * and run by several processes: every removal asks anew.
 */
export async function collectBlobs(office: Office): Promise<number> {
  const before = new Date(office.clock.now().getTime() - KEPT_MS);
  await files.of(office).deleteMany({ place: null, uploadedAt: { $lt: before } });
  let collected = 0;
  let batch: string[] = [];
  for await (const sha256 of office.blobs.list()) {
    batch.push(sha256);
    if (batch.length < BATCH) continue;
    collected += await collect(office, batch, before);
    batch = [];
  }
  return collected + (await collect(office, batch, before));
}

async function collect(office: Office, hashes: readonly string[], before: Date): Promise<number> {
  const referenced = await listReferenced(office, hashes);
  let collected = 0;
  for (const sha256 of hashes) {
    if (referenced.has(sha256)) continue;
    const storedAt = await office.blobs.storedAt(sha256);
    if (storedAt === null || storedAt >= before) continue;
    await office.blobs.discard(sha256, async () => (await listReferenced(office, [sha256])).size > 0);
    collected += 1;
  }
  return collected;
}

async function listReferenced(office: Office, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await files
    .of(office)
    .find({ sha256: { $in: [...hashes] } }, { sha256: 1 })
    .lean<Pick<FileDoc, 'sha256'>[]>();
  return new Set([...found.map(({ sha256 }) => sha256), ...(await listOriginals(office, hashes))]);
}
