import { join } from 'node:path';
import { ClearFailure } from '../clear-failure.ts';
import { findGlibcVersion, isEnoughForEngine } from './glibc-version.ts';
import { getLibcNames, hasUnpackedLibc, libcFolder } from './libc-folder.ts';

/**
 * The command that runs Node for the engine: Node itself, or, on a glibc too old for the engine's binary, Node through
 * the loader of the newer libc that setup unpacked. Nothing else on the system is started that way.
 *
 * @throws ClearFailure when the glibc is too old (or there is none) and no newer one was unpacked
 */
export function engineLauncher(): { command: string; args: string[] } {
  const { triplet, loader } = getLibcNames();
  const glibc = findGlibcVersion();
  if (glibc && isEnoughForEngine(glibc)) return { command: process.execPath, args: [] };
  if (!hasUnpackedLibc()) {
    throw new ClearFailure(
      'The embedded database needs glibc 2.38 or newer: run bin/setup on a Debian system, or set MONGODB_URL to a MongoDB server.',
    );
  }
  const folder = libcFolder();
  const libraryPath = [folder, `/lib/${triplet}`, `/usr/lib/${triplet}`].join(':');
  return { command: join(folder, loader), args: ['--library-path', libraryPath, process.execPath] };
}
