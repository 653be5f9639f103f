import { execFileSync } from 'node:child_process';

/** A glibc release: 2.36 is `{ major: 2, minor: 36 }`. */
export interface GlibcVersion {
  major: number;
  minor: number;
}

/** The oldest glibc the embedded engine's binary runs on. */
export const ENGINE_NEEDS: GlibcVersion = { major: 2, minor: 38 };

/** Reads what `getconf GNU_LIBC_VERSION` prints ("glibc 2.36"); null for anything else. */
export function parseGlibcVersion(printed: string): GlibcVersion | null {
  const match = /^glibc (\d+)\.(\d+)/.exec(printed);
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : null;
}

/** The glibc of this system; null where the C library is another one (musl has no `GNU_LIBC_VERSION`). */
export function findGlibcVersion(): GlibcVersion | null {
  try {
    return parseGlibcVersion(execFileSync('getconf', ['GNU_LIBC_VERSION'], { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    return null; // getconf is missing, or knows no glibc: either way there is none to rely on
  }
}

/** Whether the engine runs on this glibc as it is. */
export function isEnoughForEngine(version: GlibcVersion): boolean {
  return (
    version.major > ENGINE_NEEDS.major || (version.major === ENGINE_NEEDS.major && version.minor >= ENGINE_NEEDS.minor)
  );
}
