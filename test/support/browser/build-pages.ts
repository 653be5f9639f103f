import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

let built: Promise<string> | undefined;

/** Builds the office's pages as they are in a release, once for each run; answers their folder. */
export function buildPages(): Promise<string> {
  built ??= bundlePages();
  return built;
}

async function bundlePages(): Promise<string> {
  const folder = `${ROOT}node_modules/.cache/congso/web-${process.pid}`;
  const args = ['node_modules/vite/bin/vite.js', 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  // Not the test's own NODE_ENV, with which the pages would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, args, { cwd: `${ROOT}web`, env });
  return folder;
}
