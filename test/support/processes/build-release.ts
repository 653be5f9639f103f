import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

let built: Promise<string> | undefined;

/** The folder of the release that `bin/start` would run, built where it is not: what is tested is what is run. */
export function buildRelease(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  // Not the test's own NODE_ENV, with which the pages would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, ['bin/build.mjs'], { cwd: ROOT, env });
  return realpath(`${ROOT}dist`);
}
