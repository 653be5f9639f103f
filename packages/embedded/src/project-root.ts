import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the project, found upward from this file: the sources lie deeper in it than the bundles of a build.
 *
 * @throws Error when this file was copied out of the project.
 */
export function findProjectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'pnpm-workspace.yaml'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no pnpm-workspace.yaml above ${import.meta.url}`);
    folder = parent;
  }
  return folder;
}

/** Where setup keeps the libc it fetched for this project only: `.cache` in its root, or `CONGSO_CACHE`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env.CONGSO_CACHE || join(findProjectRoot(), '.cache');
}
