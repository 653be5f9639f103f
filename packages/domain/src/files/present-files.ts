import type { FileRecord } from '@congso/contract/files';
import type { Office } from '../office/office.ts';
import { type FileDoc, files } from './file-model.ts';
import { harmlessMime } from './harmless-mime.ts';

/** A file as people see it; never its hash. */
export function presentFile(file: FileDoc): FileRecord {
  return {
    id: file._id,
    name: file.name,
    mime: harmlessMime(file.mime),
    size: file.size,
    uploadedAt: file.uploadedAt.toISOString(),
    findings: file.findings ?? null,
  };
}

/** These files in this order. Whoever calls it has already asked whether the reader may see their place. */
export async function presentFiles(office: Office, fileIds: readonly string[]): Promise<FileRecord[]> {
  if (fileIds.length === 0) return [];
  const found = await files
    .of(office)
    .find({ _id: { $in: [...new Set(fileIds)] } })
    .lean<FileDoc[]>();
  const byId = new Map(found.map((file) => [file._id, presentFile(file)]));
  return fileIds.flatMap((id) => byId.get(id) ?? []);
}
