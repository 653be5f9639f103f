/**
 * Builds what `bin/start` runs: one bundle per process, and the web pages. Each build lies in a folder of its own, named
 * by the hash of what it was built from, and `dist` is a link to the last one asked for: an office goes on from the build
 * it was started from, which it reads again for every letter, whatever is built meanwhile. Does nothing when there is a
 * build of what it would build from.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressFolder } from './lib/compress.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const BUILDS = join(ROOT, '.builds');
const NEXT = join(BUILDS, `next-${process.pid}`);
/** So many builds are kept although no process is seen to run from them. */
const KEPT = 2;

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
  'engine-check': 'packages/embedded/src/engine/engine-check.mjs',
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
  'bin/lib/compress.mjs',
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
  return hash.digest('hex').slice(0, 16);
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

async function build(target) {
  process.stdout.write('Building ...\n');
  try {
    // Beside it and then in its place: nobody must find it half built.
    mkdirSync(NEXT, { recursive: true });
    await bundleProcesses();
    buildWeb();
    await compressFolder(join(NEXT, 'web'));
    // Another may have built the same meanwhile.
    if (!existsSync(target)) renameSync(NEXT, target);
  } finally {
    rmSync(NEXT, { recursive: true, force: true });
  }
}

/** Lets `dist` be a build, in one step. */
function link(name) {
  const next = `${NEXT}-link`;
  symlinkSync(join('.builds', name), next);
  // A whole folder, as it was until builds had folders of their own: a link does not replace one.
  if (existsSync(DIST) && lstatSync(DIST).isDirectory()) rmSync(DIST, { recursive: true });
  renameSync(next, DIST);
}

/** Removes the builds that nobody runs from any more, but for the last ones asked for. */
function tidy() {
  const builds = readdirSync(BUILDS)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => ({ name, askedForAt: statSync(join(BUILDS, name)).mtimeMs }))
    .sort((a, b) => b.askedForAt - a.askedForAt);
  for (const { name } of builds.slice(KEPT)) {
    if (!isInUse(join(BUILDS, name))) rmSync(join(BUILDS, name), { recursive: true, force: true });
  }
}

/** Whether some process's command line names this build, as those do that an office starts. */
function isInUse(folder) {
  return readdirSync('/proc').some((pid) => {
    if (!/^[0-9]+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${folder}/`);
    } catch {
      return false; // it ended between the two looks
    }
  });
}

try {
  const name = hashSources();
  const target = join(BUILDS, name);
  if (!existsSync(target)) await build(target);
  const now = new Date();
  utimesSync(target, now, now);
  link(name);
  tidy();
} catch (error) {
  process.stderr.write(`The build failed: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
