import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Unusable } from './unusable.ts';

/** Changes when a backup could no longer be read as this code reads it. */
export const FORMAT = 1;

/** A file of lines: how many, and the SHA-256 (hex) of its bytes. */
const linesSchema = z.object({ lines: z.int().min(0), sha256: z.hex().length(64) });
export type Lines = z.infer<typeof linesSchema>;

/** What a backup says of itself. Beside it lie the files of `backupPaths`. */
const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Congso's version that took it. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  /** One document a line, canonical EJSON, by the collection's name. */
  collections: z.record(z.string().regex(/^[A-Za-z]+$/), linesSchema),
  /** The SHA-256 of every blob, one a line. */
  blobs: linesSchema,
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Where everything lies in a backup. */
export function backupPaths(folder: string) {
  return {
    manifest: join(folder, 'manifest.json'),
    manifestHash: join(folder, 'manifest.sha256'),
    collections: join(folder, 'collections'),
    collection: (name: string) => join(folder, 'collections', `${name}.jsonl`),
    blobList: join(folder, 'blobs.txt'),
    blobs: join(folder, 'blobs'),
  };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Writes the manifest and its own hash, in the form `sha256sum -c` reads. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const paths = backupPaths(folder);
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const options = { mode: 0o600, flag: 'wx', flush: true } as const;
  await writeFile(paths.manifest, text, options);
  await writeFile(paths.manifestHash, `${hashOf(text)}  manifest.json\n`, options);
}

/** @throws Unusable when there is none, it was changed, or it is of a format this code does not know. */
export async function readManifest(folder: string): Promise<Manifest> {
  const paths = backupPaths(folder);
  const read = (path: string) =>
    readFile(path, 'utf8').catch((error: unknown) => {
      throw new Unusable(`${folder} is no complete backup: ${path} cannot be read.`, { cause: error });
    });
  const text = await read(paths.manifest);
  if ((await read(paths.manifestHash)) !== `${hashOf(text)}  manifest.json\n`) {
    throw new Unusable(`The backup is damaged: ${paths.manifest} is not as it was written.`);
  }
  const manifest = manifestSchema.safeParse(JSON.parse(text));
  if (!manifest.success) throw new Unusable(`${folder} was made by another version of Congso, whose backups differ.`);
  return manifest.data;
}
