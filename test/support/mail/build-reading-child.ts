import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ChildCommand } from '@congso/domain/mail/reading/children/limited-child';
import { build } from 'esbuild';

const ENTRY = fileURLToPath(new URL('../../../packages/domain/src/mail/reading/child/main.ts', import.meta.url));
// Inside the project, so that the bundle finds pdfjs-dist, which stays outside it.
const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/congso/', import.meta.url));
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Bundles the reading child as a release does and returns the command that starts it: a fifth of the time its source
 * takes, and the form in which it runs in production.
 */
export async function buildReadingChild(): Promise<ChildCommand> {
  await mkdir(FOLDER, { recursive: true });
  const outfile = `${FOLDER}read-mail-${process.pid}.mjs`;
  process.once('exit', () => rmSync(outfile, { force: true }));
  await build({
    entryPoints: [ENTRY],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['pdfjs-dist'],
    banner: { js: REQUIRE },
  });
  return [process.execPath, '--max-old-space-size=256', outfile];
}
