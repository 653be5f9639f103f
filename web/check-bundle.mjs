/**
 * Holds the first load to its budget, as it is sent: what index.html loads, with everything imported statically from
 * there (the frame, signing in and the front door; vite.config.ts), and the words of one language. Prints the figures;
 * fails above the budget. Over the wire, with everything else: `pnpm load:first`.
 *
 * Usage: node check-bundle.mjs [DIST]   (a folder built by bin/build.mjs, by default ../dist/web)
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUDGET_KB = 150;
const HERE = dirname(fileURLToPath(import.meta.url));
const dist = process.argv[2] ?? join(HERE, '../dist/web');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

const scripts = new Set();
function visit(key) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build`);
  if (scripts.has(chunk.file)) return;
  scripts.add(chunk.file);
  for (const imported of chunk.imports ?? []) visit(imported);
}
visit('index.html');
visit('../packages/language/src/catalog/vi.ts');

const kilobytesOf = (names) =>
  [...names].reduce((sum, name) => sum + statSync(join(dist, `${name}.br`)).size, 0) / 1024;
const styles = Object.values(manifest).flatMap(({ file }) => (file.endsWith('.css') ? [file] : []));
const weight = kilobytesOf(scripts);
process.stdout.write(
  `first load: ${weight.toFixed(1)} KB of JavaScript in ${scripts.size} files and ${kilobytesOf(styles).toFixed(1)} KB of CSS, as Brotli (budget ${BUDGET_KB} KB of JavaScript)\n`,
);
if (weight > BUDGET_KB) process.exitCode = 1;
