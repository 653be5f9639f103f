import { join } from 'node:path';
import { FULL_DISK_BYTES, freeBytes } from '../disk-room.ts';
import type { ProcessEnd } from '../supervise/spawn-bound.ts';
import type { NotStarted } from '../supervise/start-process.ts';
import { findDamage } from './find-damage.ts';

/** Whether the engine did not open because another process has the folder open. */
export function isInUse(failure: NotStarted): boolean {
  return failure.lastLines.some((line) => line.includes('DBPathInUse'));
}

/** What an engine that did not open its data folder means, in one sentence for the operator. */
export function explainEngineFailure(failure: NotStarted, dataDir: string): string {
  if (isInUse(failure)) return `The database in ${dataDir} is already running in another process.`;
  if (isDiskFull(dataDir)) return `The disk of ${dataDir} is full; free some space and start again.`;
  if (failure.lastLines.some((line) => line.includes('native binding'))) {
    return 'The embedded database does not run on this system; set MONGODB_URL to a MongoDB server.';
  }
  return `The database in ${dataDir} cannot be opened and may be damaged (${failure.message}); restore the newest backup with bin/restore into an empty data folder.`;
}

/**
 * What it means that an engine ended which had opened its folder, in one sentence for the operator: the engine itself
 * aborts without a word.
 *
 * @returns null when somebody killed it, or nothing is found
 */
export async function explainEngineDeath(
  end: ProcessEnd | null,
  dataDir: string,
  runtimeDir: string,
  signal: AbortSignal,
): Promise<string | null> {
  if (isDiskFull(dataDir)) return `The disk of ${dataDir} is full; free some space, and the database opens by itself.`;
  if (end?.signal === 'SIGKILL' || end?.signal === 'SIGTERM') return null;
  const damage = await findDamage(dataDir, runtimeDir, signal);
  if (!damage) return null;
  const path = join(dataDir, damage.file);
  return `The database's file ${path} (${damage.collection}) is damaged: close the office, and restore the newest backup with bin/restore into an empty data folder.`;
}

const isDiskFull = (dataDir: string) => freeBytes(dataDir) < FULL_DISK_BYTES;
