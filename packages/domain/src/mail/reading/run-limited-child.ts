import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ChildTask } from './child/task.ts';
import { type ChildCommand, type ChildFailure, type ChildLimits, startLimitedChild } from './children/limited-child.ts';

/**
 * What carries out a task in a folder: `runLimitedChild`, or the kept children of `children/child-pool.ts`, wherever the
 * content comes from outside. Answers null where it ended well, else why not.
 */
export type RunChild = (task: ChildTask, command: ChildCommand, limits: ChildLimits) => Promise<ChildFailure | null>;

const HEAP_MB = 256;

/**
 * Runs a task on hostile content in a process that does nothing else and waits for its end; the result is the file it
 * leaves. Throws only where it cannot be started at all, which is our own fault, or this process stops.
 */
export const runLimitedChild: RunChild = async (task, command, limits) => {
  const child = await startLimitedChild(command, JSON.stringify(task), task.folder);
  return child.watch(task, limits);
};

/**
 * The child as it stands next to this code: `read-mail.mjs` beside a built worker, else its TypeScript source.
 */
export function defaultChildCommand(): ChildCommand {
  const heap = `--max-old-space-size=${HEAP_MB}`;
  const built = fileURLToPath(new URL('./read-mail.mjs', import.meta.url));
  if (existsSync(built)) return [process.execPath, heap, built];
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const source = fileURLToPath(new URL('./child/main.ts', import.meta.url));
  return [process.execPath, heap, '--import', tsx, source];
}
