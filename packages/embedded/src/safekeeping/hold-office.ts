import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ClearFailure } from '../clear-failure.ts';
import { blobFolder } from '../office/blob-folder.ts';
import { lockDataFolder } from '../office/preconditions/lock-data-folder.ts';
import { prepareDataFolder } from '../office/preconditions/prepare-data-folder.ts';
import type { Say } from '../office/say.ts';
import { startOfficeEngine } from '../office/start-stores.ts';
import { askPause } from '../pausing/ask-pause.ts';
import { prepareRuntimeFolder } from '../runtime-folder.ts';
import { startProcess } from '../supervise/start-process.ts';
import type { SafekeepingOptions } from './options.ts';

/** An office's data while nobody else writes to it. `release` lets go of it. */
export interface HeldOffice {
  mongoUrl: string;
  blobDir: string;
  /** Settles when it is ours no more although we did not let go of it; never rejects. */
  lost: Promise<void>;
  release: () => Promise<void>;
}

/**
 * Takes hold of an office's data: pauses the office that runs on the folder, or else keeps one from starting there and
 * opens the database alone.
 *
 * @throws ClearFailure when it cannot be had for ourselves, or there is nothing to back up
 */
export async function holdOffice(options: SafekeepingOptions, env: NodeJS.ProcessEnv, say: Say): Promise<HeldOffice> {
  const { task, dataDir } = options;
  if (task === 'backup' && existsSync(dataDir)) {
    const pause = await askPause(prepareRuntimeFolder(dataDir));
    if (pause) {
      say('The office is paused.');
      return { ...pause, release: async () => pause.resume() };
    }
  }
  if (task === 'backup' && !env.MONGODB_URL && !existsSync(join(dataDir, 'mongo'))) {
    throw new ClearFailure(`There is no office in ${dataDir}; name its folder with --data.`);
  }
  if (env.MONGODB_URL && !options.isStopped) {
    throw new ClearFailure(
      'Stop every server, worker and mail gateway of this database, on all machines, and say so with --stopped.',
    );
  }
  return holdStopped(dataDir, env, say);
}

async function holdStopped(dataDir: string, env: NodeJS.ProcessEnv, say: Say): Promise<HeldOffice> {
  const closers: (() => unknown)[] = [];
  const blobDir = blobFolder(dataDir, env);
  const lost = new Promise<void>(() => {}); // the lock is ours for as long as we run
  const release = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    prepareDataFolder(dataDir);
    closers.push(lockDataFolder(dataDir));
    const runtimeDir = prepareRuntimeFolder(dataDir);
    closers.push(() => rmSync(runtimeDir, { recursive: true, force: true }));
    if (env.MONGODB_URL) {
      return { mongoUrl: env.MONGODB_URL, blobDir, lost, release };
    }
    say('Opening the embedded database ...');
    const mongoUrl = await startOfficeEngine(dataDir, runtimeDir, async (spec) => {
      closers.push((await startProcess(spec)).stop);
    });
    return { mongoUrl, blobDir, lost, release };
  } catch (error) {
    await release();
    throw error;
  }
}
