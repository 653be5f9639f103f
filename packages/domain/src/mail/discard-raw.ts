import type { Office } from '../office/office.ts';
import { mails } from './mail-model.ts';

/** Removes the raw bytes of a message for good, unless another mail or file of the office holds the same bytes. */
export async function discardRaw(office: Office, sha256: string): Promise<void> {
  await office.blobs.discard(sha256, async () => (await mails.of(office).exists({ rawSha256: sha256 })) !== null);
}
