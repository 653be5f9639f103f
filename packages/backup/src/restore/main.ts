/** `restore.mjs SOURCE`: what `bin/restore` runs. Says what it restored, or one sentence why not. */
import { resolve } from 'node:path';
import { readEnv } from '../env.ts';
import { withStores } from '../stores.ts';
import { sentenceFor } from '../unusable.ts';
import { restoreBackup } from './restore-backup.ts';

const source = resolve(process.argv[2] ?? '');
try {
  const { collections, blobs, takenAt } = await withStores(readEnv(process.env), (stores) =>
    restoreBackup(stores, source),
  );
  const documents = Object.values(collections).reduce((sum, { lines }) => sum + lines, 0);
  process.stdout.write(`Restored ${documents} documents and ${blobs.lines} files as they were at ${takenAt}.\n`);
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 1;
}
