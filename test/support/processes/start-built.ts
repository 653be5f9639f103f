import { join } from 'node:path';
import { isReadyLine } from '@congso/embedded/supervise/ready-line';
import { type RunningProcess, startProcess } from '@congso/embedded/supervise/start-process';
import { buildRelease } from './build-release.ts';

export type ProcessName = 'server' | 'workers' | 'mail-gateway';

/** A process that serves, and what it said when it was ready. */
export type BuiltProcess = RunningProcess & { readonly port: number };

/**
 * Starts one of the release's processes and waits until it serves. The caller stops it.
 *
 * @param options.under a program and its arguments the process is run by, such as a tracer
 * @param options.onLine receives every line it says
 */
export async function startBuilt(
  name: ProcessName,
  env: NodeJS.ProcessEnv,
  options: { readonly under?: readonly string[]; readonly onLine?: (line: string) => void } = {},
): Promise<BuiltProcess> {
  const bundle = join(await buildRelease(), `${name}.mjs`);
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
