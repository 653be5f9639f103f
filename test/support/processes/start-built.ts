import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isReadyLine } from '@congso/embedded/supervise/ready-line';
import { type RunningProcess, startProcess } from '@congso/embedded/supervise/start-process';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
// Inside the project, so that what stays outside the bundle is found.
const FOLDER = join(ROOT, 'node_modules/.cache/congso');
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** The office's processes as a release runs them: what each bundle is made of. */
const ENTRIES = {
  server: { server: 'server/src/main.ts' },
  'mail-gateway': { 'mail-gateway': 'mail-gateway/src/main.ts' },
  workers: { workers: 'workers/src/main.ts', 'read-mail': 'packages/domain/src/mail/reading/child/main.ts' },
} as const;

export type ProcessName = keyof typeof ENTRIES;

/** A process that serves, and what it said when it was ready. */
export type BuiltProcess = RunningProcess & { readonly port: number };

const built = new Map<ProcessName, Promise<string>>();

/** Builds one of the office's processes, as it is in a release, once for each run; answers the path of its bundle. */
export function buildProcess(name: ProcessName): Promise<string> {
  let bundle = built.get(name);
  if (!bundle) {
    bundle = bundleProcess(name);
    built.set(name, bundle);
  }
  return bundle;
}

async function bundleProcess(name: ProcessName): Promise<string> {
  const folder = join(FOLDER, `${name}-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const entryPoints = Object.fromEntries(Object.entries(ENTRIES[name]).map(([to, from]) => [to, join(ROOT, from)]));
  await build({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@node-rs/*', '@0q/*', '@napi-rs/*', 'pdfjs-dist', 'pdfjs-dist/*'],
    banner: { js: REQUIRE },
    logLevel: 'warning',
  });
  return join(folder, `${name}.mjs`);
}

/**
 * Starts one of the office's processes and waits until it serves. The caller stops it.
 *
 * @param options.under a program and its arguments the process is run by, such as a tracer
 * @param options.onLine receives every line it says
 */
export async function startBuilt(
  name: ProcessName,
  env: NodeJS.ProcessEnv,
  options: { readonly under?: readonly string[]; readonly onLine?: (line: string) => void } = {},
): Promise<BuiltProcess> {
  const bundle = await buildProcess(name);
  const [command = process.execPath, ...args] = [
    ...(options.under ?? []),
    process.execPath,
    '--enable-source-maps',
    bundle,
  ];
  let port = 0;
  const running = await startProcess({
    name,
    command,
    args,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    isReady: (line) => {
      if (!isReadyLine(line)) return false;
      port = (JSON.parse(line) as { port?: number }).port ?? 0;
      return true;
    },
    readyTimeoutMs: 30_000,
    stopTimeoutMs: 15_000,
    ...(options.onLine && { onLine: options.onLine }),
  });
  return { ...running, port };
}
