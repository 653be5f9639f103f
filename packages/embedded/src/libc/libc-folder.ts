import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClearFailure } from '../clear-failure.ts';
import { cacheFolder } from '../project-root.ts';

/** What a processor architecture is called by Debian, and where its libc lies. */
export interface LibcNames {
  debianArch: string;
  triplet: string;
  loader: string;
}

const NAMES: Partial<Record<NodeJS.Architecture, LibcNames>> = {
  x64: { debianArch: 'amd64', triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { debianArch: 'arm64', triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

/** @throws ClearFailure on a processor the embedded engine is not made for */
export function getLibcNames(): LibcNames {
  const names = NAMES[process.arch];
  if (!names || process.platform !== 'linux') {
    throw new ClearFailure(
      `The embedded database does not run on ${process.platform} ${process.arch}; set MONGODB_URL to a MongoDB server.`,
    );
  }
  return names;
}

/** Where setup puts the newer libc for the engine's process. */
export function libcFolder(): string {
  return join(cacheFolder(), 'libc');
}

/** Whether setup has put it there whole (it is moved into place in one rename). */
export function hasUnpackedLibc(): boolean {
  return existsSync(join(libcFolder(), getLibcNames().loader));
}
