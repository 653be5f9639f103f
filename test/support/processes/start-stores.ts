import { mkdirSync, rmSync } from 'node:fs';
import { engineProcess, engineUrl } from '@congso/embedded/engine/engine-process';
import { redisProcess, redisSocket } from '@congso/embedded/redis/redis-process';
import { prepareRuntimeFolder } from '@congso/embedded/runtime-folder';
import { type ProcessSpec, type RunningProcess, startProcess } from '@congso/embedded/supervise/start-process';

/** An engine that serves its data folder; its addresses are the same again when it is started again there. */
export type RunningEngine = RunningProcess & { mongoUrl(databaseName: string): string };
/** A private Redis that serves; `url` is the path of its socket. */
export type RunningRedis = RunningProcess & { readonly url: string };

/** Starts the embedded engine on a folder, which is made if it is missing, as an office does. */
export async function startEngine({ dataDir }: { dataDir: string }): Promise<RunningEngine> {
  const { runtimeDir, ...running } = await start(dataDir, (socketFolder) => engineProcess(dataDir, socketFolder));
  return { ...running, mongoUrl: (databaseName) => engineUrl(runtimeDir, databaseName) };
}

/** Starts a private Redis on a folder, which is made if it is missing, as an office does. */
export async function startRedis({ dir }: { dir: string }): Promise<RunningRedis> {
  const { runtimeDir, ...running } = await start(dir, (socketFolder) => redisProcess(dir, socketFolder));
  return { ...running, url: redisSocket(runtimeDir) };
}

async function start(
  folder: string,
  specOf: (runtimeDir: string) => ProcessSpec,
): Promise<RunningProcess & { runtimeDir: string }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const runtimeDir = prepareRuntimeFolder(folder);
  const running = await startProcess(specOf(runtimeDir));
  const stop = async () => {
    const end = await running.stop();
    rmSync(runtimeDir, { recursive: true, force: true });
    return end;
  };
  return { ...running, stop, runtimeDir };
}
