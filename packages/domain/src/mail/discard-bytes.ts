import { isFileContent } from '../files/remove-files.ts';
import type { Office } from '../office/office.ts';
import { type MailDoc, mails } from './mail-model.ts';

/**
 * Removes bytes of this mail (its original, or an attachment) from the store for good, unless another mail or a file
 * elsewhere holds the same.
 */
export async function discardBytes(office: Office, mailId: string, sha256: string): Promise<void> {
  const place = { kind: 'mail', id: mailId } as const;
  await office.blobs.discard(
    sha256,
    async () =>
      (await mails.of(office).exists({ rawSha256: sha256, state: { $ne: 'destroyed' } })) !== null ||
      (await isFileContent(office, sha256, place)),
  );
}

/** Those of these contents that are some mail's original. */
export async function listOriginals(office: Office, hashes: readonly string[]): Promise<string[]> {
  const found = await mails
    .of(office)
    .find({ rawSha256: { $in: [...hashes] } }, { rawSha256: 1 })
    .lean<Pick<MailDoc, 'rawSha256'>[]>();
  return found.flatMap(({ rawSha256 }) => rawSha256 ?? []);
}
