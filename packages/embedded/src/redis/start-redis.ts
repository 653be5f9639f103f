import { mkdirSync, rmSync } from 'node:fs';
import { ClearFailure } from '../clear-failure.ts';
import { prepareRuntimeFolder } from '../runtime-folder.ts';
import { NotStarted, type RunningProcess, startProcess } from '../supervise/start-process.ts';
import { redisProcess, redisSocket } from './redis-process.ts';

/** A private Redis that serves. */
export interface RunningRedis extends RunningProcess {
  /** The path of its socket, to be given to ioredis (or as REDIS_URL); the same again at the next start on this folder. */
  url: string;
}

/**
 * Starts a private Redis on a folder and waits until it serves.
 *
 * @param options.dir where its append-only file lies; made if it is missing
 * @throws ClearFailure when there is no redis-server, or it cannot use the folder
 */
export async function startRedis(options: { dir: string }): Promise<RunningRedis> {
  mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  const runtimeDir = prepareRuntimeFolder(options.dir);
  try {
    const running = await startProcess(redisProcess(options.dir, runtimeDir));
    const stop = async () => {
      const end = await running.stop();
      rmSync(runtimeDir, { recursive: true, force: true });
      return end;
    };
    return { ...running, stop, url: redisSocket(runtimeDir) };
  } catch (error) {
    if (error instanceof NotStarted) {
      throw new ClearFailure(`Redis cannot use ${options.dir}: ${error.lastLines.at(-1) ?? error.message}`, {
        cause: error,
      });
    }
    throw error;
  }
}
