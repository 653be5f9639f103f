import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ClearFailure } from '../clear-failure.ts';
import { findProjectRoot } from '../project-root.ts';

/** What is done: an office's data is carried out into a folder, or in from one. */
export type Task = 'backup' | 'restore';

/** What the operator asked for on the command line. */
export interface SafekeepingOptions {
  task: Task;
  dataDir: string;
  /** The operator's word that no process of an office on a database of its own is running. */
  isStopped: boolean;
  /** The backup's folder. */
  folder: string;
}

export const USAGE: Record<Task, string> = {
  backup: `Usage: bin/backup [--data DIR] [--stopped] TARGET

  TARGET       a folder that does not exist yet; it appears when the backup is whole
  --data DIR   the office's data folder (default: data in the project)

  An office that bin/start runs is paused while it lasts. For an office whose processes you run yourself, set MONGODB_URL
  and BLOB_DIR as for these, stop all of them, and say so with --stopped.`,
  restore: `Usage: bin/restore [--data DIR] [--stopped] SOURCE

  SOURCE       a folder that bin/backup wrote
  --data DIR   the data folder to fill (default: data in the project); it holds no office yet

  With MONGODB_URL (and BLOB_DIR) it is restored there: the database holds no office yet, no process of it is running,
  and you say so with --stopped.`,
};

/**
 * Reads the command line of `bin/backup` or `bin/restore`.
 *
 * @returns null when only the usage was asked for
 * @throws ClearFailure for an unknown option or a missing folder
 */
export function parseOptions(task: Task, args: readonly string[]): SafekeepingOptions | null {
  const { values, positionals } = readArgs(task, args);
  if (values.help) return null;
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new ClearFailure(`Name one folder (bin/${task} --help tells which).`);
  return {
    task,
    dataDir: values.data === undefined ? join(findProjectRoot(), 'data') : resolve(values.data),
    isStopped: values.stopped ?? false,
    folder: resolve(folder),
  };
}

function readArgs(task: Task, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        stopped: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ClearFailure(`${error instanceof Error ? error.message : error} (bin/${task} --help lists the options)`);
  }
}
