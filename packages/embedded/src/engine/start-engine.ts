import { mkdirSync, rmSync } from 'node:fs';
import { ClearFailure } from '../clear-failure.ts';
import { prepareRuntimeFolder } from '../runtime-folder.ts';
import { NotStarted, type RunningProcess, startProcess } from '../supervise/start-process.ts';
import { engineProcess, engineUrl } from './engine-process.ts';
import { explainEngineFailure } from './explain-engine-failure.ts';

/** An engine that serves its data folder. */
export interface RunningEngine extends RunningProcess {
  /** The address of one of its databases; the same again when the engine is started again on this folder. */
  mongoUrl: (databaseName: string) => string;
}

/**
 * Starts the embedded MongoDB engine on a data folder, in a process of its own, and waits until it serves.
 *
 * @param options.dataDir made if it is missing
 * @param options.runtimeDir where its socket goes; by default the private folder that belongs to the data folder
 * @throws ClearFailure when it cannot be opened: in use, damaged, no space, wrong system
 */
export async function startEngine(options: { dataDir: string; runtimeDir?: string }): Promise<RunningEngine> {
  const { dataDir } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const runtimeDir = options.runtimeDir ?? prepareRuntimeFolder(dataDir);
  try {
    const running = await startProcess(engineProcess(dataDir, runtimeDir));
    const stop = async () => {
      const end = await running.stop();
      if (options.runtimeDir === undefined) rmSync(runtimeDir, { recursive: true, force: true });
      return end;
    };
    return { ...running, stop, mongoUrl: (databaseName) => engineUrl(runtimeDir, databaseName) };
  } catch (error) {
    if (error instanceof NotStarted) throw new ClearFailure(explainEngineFailure(error, dataDir), { cause: error });
    throw error;
  }
}
