import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineLauncher } from '../libc/engine-launcher.ts';
import { isReadyLine } from '../supervise/ready-line.ts';
import type { ProcessSpec } from '../supervise/start-process.ts';
import { explainEngineDeath } from './explain-engine-failure.ts';

const HOST = fileURLToPath(new URL('./engine-host.mjs', import.meta.url)); // the same name beside the bundle in dist/

/** Where the engine keeps the office's database. */
export function engineFolder(dataDir: string): string {
  return join(dataDir, 'mongo');
}

/** Where clients find the engine: a link that stays the same while the engine's own socket changes at each start. */
export function engineSocket(runtimeDir: string): string {
  return join(runtimeDir, 'mongo.sock');
}

/**
 * The address of one database of the engine, for mongoose. It names its own write concern, and it must be this one:
 * asked for `w=majority` the engine 9.0.0-alpha0 sometimes answers before its journal is written (kill -9 then lost 14
 * of 7,900 acknowledged writes; with `w=1&journal=true` none of 42,000 in 120 kills). One node is its own majority.
 */
export function engineUrl(runtimeDir: string, databaseName: string): string {
  const host = encodeURIComponent(engineSocket(runtimeDir));
  return `mongodb://${host}/${databaseName}?directConnection=true&w=1&journal=true`;
}

/**
 * How the engine is started on a data folder, which is made if it is missing.
 *
 * @param runtimeDir a private folder from `prepareRuntimeFolder`
 * @throws ClearFailure where the engine cannot run on this system
 */
export function engineProcess(dataDir: string, runtimeDir: string): ProcessSpec {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const launcher = engineLauncher();
  return {
    name: 'engine',
    command: launcher.command,
    args: [...launcher.args, HOST, dataDir, engineSocket(runtimeDir)],
    // The engine makes its socket under TMPDIR; in our own folder nobody else can reach it, and we can sweep it.
    env: { ...process.env, TMPDIR: runtimeDir },
    isReady: isReadyLine,
    // Opening takes 50 ms, and minutes only when it first repairs the indexes of a big folder.
    readyTimeoutMs: 300_000,
    stopTimeoutMs: 30_000,
    health: 'channel',
    onDeath: (end, signal) => explainEngineDeath(end, dataDir, runtimeDir, signal),
  };
}
