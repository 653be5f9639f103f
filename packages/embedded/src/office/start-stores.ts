import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClearFailure } from '../clear-failure.ts';
import { engineFolder, engineProcess, engineUrl } from '../engine/engine-process.ts';
import { explainEngineFailure, isInUse } from '../engine/explain-engine-failure.ts';
import { redisProcess, redisSocket } from '../redis/redis-process.ts';
import { setAsideRedis } from '../redis/set-aside-redis.ts';
import { NotStarted, type ProcessSpec } from '../supervise/start-process.ts';
import { lastWords } from './last-words.ts';
import type { Say } from './say.ts';

/** How long the stores of an office that was killed may take to close by themselves. */
const PREDECESSOR_MS = 15_000;
const LOOK_AGAIN_MS = 200;

/** Starts one process under supervision; given by the office, which also keeps it for the end. */
export type Supervise = (spec: ProcessSpec) => Promise<unknown>;

/**
 * Starts the embedded engine.
 *
 * @returns the address of the office's database
 * @throws ClearFailure when the data folder cannot be opened
 */
export async function startOfficeEngine(dataDir: string, runtimeDir: string, supervise: Supervise): Promise<string> {
  const folder = engineFolder(dataDir);
  const deadline = Date.now() + PREDECESSOR_MS;
  for (;;) {
    try {
      await supervise(engineProcess(folder, runtimeDir));
      return engineUrl(runtimeDir, 'congso');
    } catch (error) {
      if (!(error instanceof NotStarted)) throw error;
      if (!isInUse(error) || Date.now() > deadline) {
        throw new ClearFailure(explainEngineFailure(error, folder), { cause: error });
      }
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

/**
 * Starts the private Redis.
 *
 * @returns the path of its socket
 * @throws ClearFailure when there is no redis-server, or it cannot use the folder
 */
export async function startOfficeRedis(
  dataDir: string,
  runtimeDir: string,
  supervise: Supervise,
  say: Say,
): Promise<string> {
  const folder = join(dataDir, 'redis');
  const socket = redisSocket(runtimeDir);
  const deadline = Date.now() + PREDECESSOR_MS;
  // Two on one append-only file would tear it, and Redis itself does not look.
  while (await answers(socket)) {
    if (Date.now() > deadline) throw new ClearFailure(`The Redis in ${folder} is already running in another process.`);
    await sleep(LOOK_AGAIN_MS);
  }
  for (let isAnew = false; ; isAnew = true) {
    try {
      await supervise(redisProcess(folder, runtimeDir));
      return socket;
    } catch (error) {
      if (!(error instanceof NotStarted)) throw error;
      const done = isAnew ? null : setAsideRedis(folder);
      if (!done) throw new ClearFailure(`Redis cannot use ${folder}: ${lastWords(error.lastLines)}`, { cause: error });
      say(done);
    }
  }
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
