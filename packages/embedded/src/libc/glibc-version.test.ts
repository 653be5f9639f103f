import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { findGlibcVersion, isEnoughForEngine, parseGlibcVersion } from './glibc-version.ts';

test("this system's glibc is the one its own tools name", () => {
  const [printed] = execFileSync('ldd', ['--version'], { encoding: 'utf8' }).split('\n');
  const { major, minor } = findGlibcVersion() ?? {};
  expect(printed?.endsWith(` ${major}.${minor}`)).toBe(true);
});

test('another C library is no glibc', () => {
  expect(parseGlibcVersion('musl libc (x86_64)')).toBeNull();
  expect(parseGlibcVersion('')).toBeNull();
});

test.each([
  ['glibc 2.36', false], // Debian 12
  ['glibc 2.37', false],
  ['glibc 2.38', true],
  ['glibc 2.39', true], // Ubuntu 24.04
  ['glibc 2.41', true], // Debian 13
  ['glibc 3.0', true],
])('on %s the engine runs as it is: %s', (printed, enough) => {
  const version = parseGlibcVersion(printed);
  expect(version && isEnoughForEngine(version)).toBe(enough);
});
