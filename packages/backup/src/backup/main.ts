/** `backup.mjs TARGET`: what `bin/backup` runs while the office is paused. Says what it wrote, or one sentence why not. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readEnv } from '../env.ts';
import { withStores } from '../stores.ts';
import { sentenceFor, Unusable } from '../unusable.ts';
import { takeBackup } from './take-backup.ts';

const target = resolve(process.argv[2] ?? '');
try {
  const env = readEnv(process.env);
  // Opening a store makes its folder, and an empty one would look like an office without files.
  if (!existsSync(env.BLOB_DIR)) {
    throw new Unusable(`The folder of the office's files, ${env.BLOB_DIR}, is not there; is its disk mounted?`);
  }
  const { collections, blobs } = await withStores(env, (stores) => takeBackup(stores, target));
  const documents = Object.values(collections).reduce((sum, { lines }) => sum + lines, 0);
  process.stdout.write(`${target} holds ${documents} documents and ${blobs.lines} files.\n`);
} catch (error) {
  process.stderr.write(`No backup was made. ${sentenceFor(error)}\n`);
  process.exitCode = 1;
}
