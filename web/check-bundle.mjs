/**
 * Holds the first load to its budget: what index.html loads, with everything imported statically from there, and what
 * the front door ("Hôm nay") adds in one language. Prints the figures; fails above the budget.
 *
 * Usage: node check-bundle.mjs [DIST]   (a folder built by `vite build`, by default ../dist/web)
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 180;
const HERE = dirname(fileURLToPath(import.meta.url));
const dist = process.argv[2] ?? join(HERE, '../dist/web');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** The lazy parts that the first screen of a signed-in person waits for. */
const FIRST_SCREEN = ['index.html', 'src/features/today/today-page.tsx', '../packages/language/src/catalog/vi.ts'];

const files = new Set();
const styles = new Set();
function visit(key) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build`);
  for (const style of chunk.css ?? []) styles.add(style);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) visit(imported);
}
FIRST_SCREEN.forEach(visit);

const kilobytesOf = (names) =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0) / 1024;
const scripts = kilobytesOf(files);
process.stdout.write(
  `first load: ${scripts.toFixed(1)} KB of JavaScript and ${kilobytesOf(styles).toFixed(1)} KB of CSS, gzipped (budget ${BUDGET_KB} KB of JavaScript)\n`,
);
if (scripts > BUDGET_KB) process.exitCode = 1;
