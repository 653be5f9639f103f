import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClearFailure } from '../../clear-failure.ts';

/**
 * Takes the data folder for this office, by a file `office.pid`. One left behind by an office that was killed is taken
 * over.
 *
 * @returns gives the folder back
 * @throws ClearFailure when another office runs on it
 */
export function lockDataFolder(dataDir: string): () => void {
  const path = join(dataDir, 'office.pid');
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, `${process.pid} ${startOf(process.pid)}\n`, { mode: 0o600 });
  try {
    while (!tryLink(mine, path)) {
      const [pid, startedAt] = readOwner(path);
      if (pid !== undefined && startedAt !== undefined && startOf(Number(pid)) === startedAt) {
        throw new ClearFailure(`An office is already running on ${dataDir} (process ${pid}).`);
      }
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** A link is made whole or not at all, so nobody ever reads a lock whose owner is not written yet. */
function tryLink(mine: string, path: string): boolean {
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').trim().split(' ');
  } catch {
    return []; // its owner has just given it back
  }
}

/** When a process started, in clock ticks since boot (proc(5), field 22), which tells it from a later one with its number. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the name, may itself hold spaces and brackets: count from the last bracket.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null; // no such process
  }
}
