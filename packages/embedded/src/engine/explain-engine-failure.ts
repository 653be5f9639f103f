import { statfsSync } from 'node:fs';
import type { NotStarted } from '../supervise/start-process.ts';

/** Less than this is full: the engine's journal alone asks for more in one piece. */
const FULL_DISK_BYTES = 16 * 1024 * 1024;

/** Whether the engine did not open because another process has the folder open. */
export function isInUse(failure: NotStarted): boolean {
  return failure.lastLines.some((line) => line.includes('DBPathInUse'));
}

/** What an engine that did not open its data folder means, in one sentence for the operator. */
export function explainEngineFailure(failure: NotStarted, dataDir: string): string {
  if (isInUse(failure)) return `The database in ${dataDir} is already running in another process.`;
  const disk = statfsSync(dataDir);
  if (disk.bavail * disk.bsize < FULL_DISK_BYTES)
    return `The disk of ${dataDir} is full; free some space and start again.`;
  if (failure.lastLines.some((line) => line.includes('native binding'))) {
    return 'The embedded database does not run on this system; set MONGODB_URL to a MongoDB server.';
  }
  return `The database in ${dataDir} cannot be opened and may be damaged (${failure.message}); restore the folder from a backup.`;
}
