/**
 * Finds sentences of the catalog that nobody says: a key is said where it stands as a string in the source, or where a
 * template makes it (`tasks.state.${state}`). Tests say nothing to anybody, so what stands only in them is not said.
 *
 * Usage: node check-catalog.mjs [ROOT]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url)));
const CATALOG = 'packages/language/src/catalog';
const SOURCES = ['packages', 'server', 'workers', 'mail-gateway', 'web'];
const isSource = (name) => /\.(tsx?|mjs)$/.test(name) && !/\.test\.tsx?$/.test(name);

/** The catalog is the master, Vietnamese; that the other language has the same keys, its types hold. */
const entryPoints = [join(ROOT, CATALOG, 'vi.ts')];
const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'esm', logLevel: 'silent' });
const { default: catalog } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

/** Every key; a plural form (`shown_one`) is said with the key it belongs to. */
function* listKeys(branch, path = '') {
  for (const [key, value] of Object.entries(branch)) {
    if (typeof value === 'string') yield `${path}${key.replace(/_(zero|one|two|few|many|other)$/, '')}`;
    else yield* listKeys(value, `${path}${key}.`);
  }
}

function* listFiles(folder) {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.name === 'node_modules' || entry.name === 'dist' || path === CATALOG) continue;
    if (entry.isDirectory()) yield* listFiles(path);
    else if (entry.isFile() && isSource(entry.name)) yield path;
  }
}

const KEY = new RegExp(`(['"])((?:${Object.keys(catalog).join('|')})\\.[\\w.-]+)\\1`, 'g');
const TEMPLATE = new RegExp(`\`((?:${Object.keys(catalog).join('|')})\\.[^\`]*)\``, 'g');
const literals = new Set();
const patterns = [];
for (const file of SOURCES.flatMap((folder) => [...listFiles(folder)])) {
  const text = readFileSync(join(ROOT, file), 'utf8');
  for (const [, , key] of text.matchAll(KEY)) literals.add(key);
  for (const [, template] of text.matchAll(TEMPLATE)) {
    const parts = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
    // Without a place in it, it is a word in a comment.
    if (parts.length === 1 || parts.some((part) => /[^\w.-]/.test(part))) continue;
    patterns.push(new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w-]+')}$`));
  }
}

const isSaid = (key) => literals.has(key) || patterns.some((pattern) => pattern.test(key));
const unsaid = [...new Set(listKeys(catalog))].filter((key) => !isSaid(key));
if (unsaid.length > 0) {
  process.stdout.write(`said by nobody, ${unsaid.length} keys of ${CATALOG}:\n${unsaid.join('\n')}\n`);
  process.exitCode = 1;
}
