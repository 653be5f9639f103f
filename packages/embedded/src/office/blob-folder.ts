import { join, resolve } from 'node:path';

/** Where an office keeps the contents of files and letters: where `BLOB_DIR` says, else in its data folder. */
export function blobFolder(dataDir: string, env: NodeJS.ProcessEnv): string {
  return env.BLOB_DIR ? resolve(env.BLOB_DIR) : join(dataDir, 'blobs');
}
