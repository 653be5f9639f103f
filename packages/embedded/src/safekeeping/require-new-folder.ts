import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { ClearFailure } from '../clear-failure.ts';

/**
 * Makes sure that a backup can be written, before any office is paused for it: people should not lose their line for a
 * name that is taken. The backup looks again itself, since somebody may make the folder meanwhile.
 *
 * @throws ClearFailure when the folder exists, or cannot be made where it shall lie
 */
export function requireNewFolder(target: string): void {
  if (existsSync(target)) {
    throw new ClearFailure(`No backup was made. ${target} exists already; a backup is written into a new folder.`);
  }
  const probe = `${target}.probe`;
  try {
    mkdirSync(probe, { recursive: true, mode: 0o700 });
    rmdirSync(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ClearFailure(`No backup was made. ${target} cannot be made (${code}); name a folder elsewhere.`);
  }
}
