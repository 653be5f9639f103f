/**
 * Checks the house's structure (docs/ARCHITECTURE.md and docs/STYLE.md as rules a machine can hold):
 *
 * - a source file has at most 200 lines, or says near its top `// long because: <reason>`;
 * - a folder holds at most 12 source files; names that say nothing (utils, helpers, ...) and barrel files do not exist;
 * - packages import only along the arrows;
 * - in packages/domain a noun may use another noun's files but never its ...-model.ts, and a mechanism imports no noun;
 * - in web/src no page makes for itself what is made once for all of them (MADE_ONCE);
 * - in web/src/features a feature may import from another only its `<noun>-queries.ts` (what it asks the server) and
 *   its `open-*.ts(x)` (how another feature opens one of its pages); lib/ and components/ import no feature;
 * - what the browser shows of time is by the server's clock: web/src asks `lib/time/office-clock.ts`, never the PC's.
 *
 * Tests may be long, many, and reach anywhere; the catalogs of packages/language are lists, not code; packages/contract
 * has one file for each noun, side by side, because its imports name the noun (`@congso/contract/tasks`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url)));
const LONGEST_FILE = 200;
const TOP_LINES = 30;
const LARGEST_FOLDER = 12;
const ONE_FILE_PER_NOUN = 'packages/contract/src';
const EMPTY_NAMES = /^(utils?|helpers?|common|managers?|services?)$/;

/** Package folder -> the packages of ours it may import. embedded imports none; whatever starts processes is not imported. */
const ARROWS = {
  'packages/contract': [],
  'packages/language': ['contract'],
  'packages/domain': ['contract', 'language'],
  'packages/embedded': [],
  'packages/demo': ['contract', 'language', 'domain'],
  'packages/backup': ['domain'],
  server: ['contract', 'language', 'domain'],
  workers: ['contract', 'language', 'domain'],
  'mail-gateway': ['contract', 'language', 'domain'],
  web: ['contract', 'language'],
  test: [
    'contract',
    'language',
    'domain',
    'embedded',
    'demo',
    'backup',
    'server',
    'workers',
    'mail-gateway',
    'web',
    'test',
  ],
};

/** The mechanisms of packages/domain; every other folder there is a noun. */
const MECHANISMS = new Set(['office', 'outbox', 'history', 'sync', 'stores', 'jobs']);

const problems = [];
const isSource = (name) => /\.(ts|tsx|mjs|css)$/.test(name) && !name.endsWith('.d.ts');
const isTest = (path) => /\.test\.tsx?$/.test(path) || path.startsWith('test/');
const isCatalog = (path) => path.startsWith('packages/language/src/catalog/');

function* listSources(folder) {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const sources = entries
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => join(folder, entry.name));
  const counted = sources.filter((path) => !isTest(path) && !isCatalog(path));
  if (counted.length > LARGEST_FOLDER && folder !== ONE_FILE_PER_NOUN)
    problems.push(`${folder}: ${counted.length} source files, at most ${LARGEST_FOLDER}`);
  yield* sources;
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    if (EMPTY_NAMES.test(entry.name)) problems.push(`${join(folder, entry.name)}: a name that says nothing`);
    yield* listSources(join(folder, entry.name));
  }
}

function checkName(path) {
  const stem = basename(path).replace(/(\.test)?\.[a-z]+$/, '');
  if (stem === 'index') problems.push(`${path}: a barrel file`);
  else if (stem.split('-').some((word) => EMPTY_NAMES.test(word))) problems.push(`${path}: a name that says nothing`);
}

function checkLength(path, text) {
  const lines = text.split('\n');
  if (lines.length - 1 <= LONGEST_FILE || isTest(path) || isCatalog(path)) return;
  if (lines.slice(0, TOP_LINES).some((line) => /(\/\/|\*) long because: \S/.test(line))) return;
  problems.push(`${path}: ${lines.length - 1} lines, at most ${LONGEST_FILE} without "// long because: <reason>"`);
}

/** What is made once for all pages: which words only its own files may say, and what every other page says instead. */
const MADE_ONCE = [
  {
    says: /\sdisabled=\{/,
    instead: 'a button that may not be pressable says why: GuardedButton, GuardedIcon',
    own: ['web/src/components/buttons/guarded-button.tsx'],
  },
  {
    says: /<(Menu|Modal|Drawer)[\s>]/,
    instead: 'what lies over a page closes on Back: ActionMenu, Dialog, or useCloseOnBack with a line here',
    own: [
      'web/src/components/menu/action-menu.tsx',
      'web/src/components/states/dialog.tsx',
      'web/src/app/frame/keys/quick-find.tsx',
      'web/src/app/frame/keys/key-help.tsx',
    ],
  },
];

function checkMadeOnce(path, text) {
  if (!path.startsWith('web/src/') || !path.endsWith('.tsx') || isTest(path)) return;
  for (const { says, instead, own } of MADE_ONCE) {
    if (says.test(text) && !own.includes(path)) problems.push(`${path}: ${instead}`);
  }
}

/** What a file imports: static and dynamic imports, and re-exports. */
function listImports(text) {
  const pattern =
    /(?:^|[;\n])\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|[;\n])\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3]);
}

function checkArrows(path, target, packageFolder) {
  const own = basename(packageFolder);
  const imported = /^@congso\/([^/]+)/.exec(target)?.[1];
  if (imported) {
    const allowed = [...ARROWS[packageFolder], ...(isTest(path) ? ['test', 'embedded', 'demo'] : [])];
    if (imported !== own && !allowed.includes(imported)) problems.push(`${path}: may not import @congso/${imported}`);
  } else if (target.startsWith('.')) {
    const resolved = normalize(join(dirname(path), target));
    if (relative(packageFolder, resolved).startsWith('..'))
      problems.push(`${path}: reaches out of its package (${target})`);
  }
}

/** The folder under `base` a path lies in, or null when it lies directly in it or elsewhere. */
function folderUnder(base, path) {
  const inside = relative(base, path).split('/');
  return inside[0] === '..' || inside.length < 2 ? null : inside[0];
}

function checkNouns(path, target) {
  const base = 'packages/domain/src';
  const from = folderUnder(base, path);
  const resolved = normalize(join(dirname(path), target));
  const to = folderUnder(base, resolved);
  if (!from || !to || from === to) return;
  if (MECHANISMS.has(from) && !MECHANISMS.has(to))
    problems.push(`${path}: the mechanism ${from}/ imports the noun ${to}/`);
  if (/(^|-)model\.ts$/.test(basename(resolved)) && !MECHANISMS.has(to))
    problems.push(`${path}: uses the model of ${to}/`);
}

function checkFeatures(path, target) {
  const base = 'web/src/features';
  const resolved = normalize(join(dirname(path), target));
  const to = folderUnder(base, resolved);
  if (!to) return;
  const from = folderUnder(base, path);
  if (from === to || path.startsWith('web/src/app/')) return;
  if (!from) problems.push(`${path}: only app/ and features import features`);
  else if (!/^(open-.+|.+-queries)\.tsx?$/.test(basename(resolved))) {
    problems.push(`${path}: reaches into the feature ${to} (${basename(resolved)})`);
  }
}

/** Clocks of the PC are compared, and read for nothing else, in these folders. */
const KNOWS_PC_CLOCK = /^web\/src\/(lib|realtime)\//;

function checkClock(path, text) {
  if (!path.startsWith('web/src/') || isTest(path) || KNOWS_PC_CLOCK.test(path)) return;
  if (/\bDate\.now\(\)|\bnew Date\(\)/.test(text))
    problems.push(`${path}: tells the time by the PC's clock; ask officeNow() of lib/time/office-clock.ts`);
}

for (const packageFolder of Object.keys(ARROWS)) {
  for (const path of listSources(packageFolder)) {
    checkName(path);
    const text = readFileSync(join(ROOT, path), 'utf8');
    checkLength(path, text);
    checkClock(path, text);
    checkMadeOnce(path, text);
    for (const target of listImports(text)) {
      checkArrows(path, target, packageFolder);
      if (isTest(path) || !target.startsWith('.')) continue;
      checkNouns(path, target);
      checkFeatures(path, target);
    }
  }
}

for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
