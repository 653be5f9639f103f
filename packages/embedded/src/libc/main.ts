/** `bin/setup` runs this: makes the embedded database able to run on this system, or says in one sentence why not. */
import { ClearFailure } from '../clear-failure.ts';
import { findGlibcVersion, isEnoughForEngine } from './glibc-version.ts';
import { hasUnpackedLibc } from './libc-folder.ts';
import { unpackLibc } from './unpack-libc.ts';

const glibc = findGlibcVersion();
try {
  if (!(glibc && isEnoughForEngine(glibc)) && !hasUnpackedLibc()) {
    process.stdout.write("Fetching Debian's newer libc for the embedded database only ...\n");
    unpackLibc();
  }
} catch (error) {
  if (!(error instanceof ClearFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
