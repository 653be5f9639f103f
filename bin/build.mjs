/**
 * Builds what `bin/start` runs into dist/: one bundle per process, and the web pages. Does nothing when what it would
 * build from is unchanged since the last time.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const NEXT = join(ROOT, `.dist-${process.pid}`);
const STAMP = '.built-from';

/** Bundle (as the processes are called in the office) -> where it begins. */
const ENTRIES = {
  server: 'server/src/main.ts',
  founding: 'server/src/founding/main.ts',
  workers: 'workers/src/main.ts',
  'mail-gateway': 'mail-gateway/src/main.ts',
  demo: 'packages/demo/src/main.ts',
  'send-sample-mail': 'packages/demo/src/send-sample-mail/main.ts',
  office: 'packages/embedded/src/office/main.ts',
  safekeeping: 'packages/embedded/src/safekeeping/main.ts',
  backup: 'packages/backup/src/backup/main.ts',
  restore: 'packages/backup/src/restore/main.ts',
  'engine-host': 'packages/embedded/src/engine/engine-host.mjs',
  'read-mail': 'packages/domain/src/mail/reading/child/main.ts',
};

/** What holds binaries, or finds its own files by where it lies; the root's node_modules has it. */
const EXTERNAL = ['@node-rs/*', '@0q/*', '@napi-rs/*', 'pdfjs-dist', 'pdfjs-dist/*', '@fontsource/*'];

const SOURCES = [
  'packages',
  'server',
  'workers',
  'mail-gateway',
  'web',
  'bin/build.mjs',
  'pnpm-lock.yaml',
  'package.json',
];
const NOT_SOURCES = new Set(['node_modules', 'dist']);

/** Every source file in a fixed order. */
function* listFiles(path) {
  if (!existsSync(join(ROOT, path))) return;
  const entries = readdirSync(join(ROOT, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inside = join(path, entry.name);
    if (entry.isDirectory() && !NOT_SOURCES.has(entry.name)) yield* listFiles(inside);
    else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) yield inside;
  }
}

/** A hash of everything the build reads: by content, because a fresh checkout gives every file a new time. */
function hashSources() {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) {
    const files = /\.[a-z]+$/.test(source) ? [source] : listFiles(source);
    for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

async function bundleProcesses() {
  const esbuild = await import('esbuild');
  const entryPoints = Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(ROOT, path)]));
  await esbuild.build({
    entryPoints,
    outdir: NEXT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    external: EXTERNAL,
    // CommonJS packages inside an ESM bundle still call require for Node's own modules.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    logLevel: 'silent', // what goes wrong is in the error
  });
}

function buildWeb() {
  const vite = join(ROOT, 'web/node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', join(NEXT, 'web'), '--emptyOutDir', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, { cwd: join(ROOT, 'web'), stdio: 'inherit' });
  if (status !== 0) throw new Error('the web pages could not be built');
}

const wanted = hashSources();
const stamp = join(DIST, STAMP);
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  process.stdout.write('Building ...\n');
  try {
    // Beside dist/ and then in its place: an office that runs from it must not find it half built.
    mkdirSync(NEXT);
    await bundleProcesses();
    buildWeb();
    writeFileSync(join(NEXT, STAMP), wanted);
    rmSync(DIST, { recursive: true, force: true });
    renameSync(NEXT, DIST);
  } catch (error) {
    process.stderr.write(`The build failed: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  } finally {
    rmSync(NEXT, { recursive: true, force: true });
  }
}
