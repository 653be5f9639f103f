import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ClearFailure } from '../clear-failure.ts';
import { openPauseDoor } from '../pausing/pause-door.ts';
import { prepareRuntimeFolder } from '../runtime-folder.ts';
import { openProcessLog } from '../supervise/process-log.ts';
import { isReadyLine } from '../supervise/ready-line.ts';
import { NotStarted, type ProcessSpec } from '../supervise/start-process.ts';
import { type SupervisedProcess, superviseProcess } from '../supervise/supervise-process.ts';
import { announce } from './announce.ts';
import { isHalfSeeded, isSeeded } from './demo-accounts.ts';
import { giveUpReserve, keepReserve } from './keep-reserve.ts';
import { lastWords } from './last-words.ts';
import type { OfficeOptions } from './options.ts';
import { checkPort } from './preconditions/check-port.ts';
import { lockDataFolder } from './preconditions/lock-data-folder.ts';
import { prepareDataFolder } from './preconditions/prepare-data-folder.ts';
import { fillDemo, findFoundingToken } from './prepare-office.ts';
import { processEnv } from './process-env.ts';
import type { Say } from './say.ts';
import { startOfficeEngine, startOfficeRedis } from './start-stores.ts';

/** What serves people and mail, in the order of starting; `name` is also the bundle's. */
const SERVING = ['server', 'workers', 'mail-gateway'] as const;
const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

/** An office that may be open, or opening. */
export interface Office {
  /** Settles when it is open; rejects with a ClearFailure when it cannot open. */
  opened: Promise<void>;
  /** Stops everything in the reverse order of starting; also while it is opening. */
  stop: () => Promise<void>;
}

/**
 * Starts every process of the one-machine office.
 *
 * @param distDir the folder of the bundles
 * @param env handed on to the processes; MONGODB_URL and REDIS_URL name servers to use in place of our own
 */
export function startOffice(options: OfficeOptions, distDir: string, env: NodeJS.ProcessEnv, say: Say): Office {
  const givenUp = new AbortController();
  const closers: (() => void | Promise<void>)[] = [];
  const logOf = (name: string) => join(options.dataDir, 'logs', `${name}.log`);

  const supervised: SupervisedProcess[] = [];

  const openLog = (name: string) => {
    const log = openProcessLog(logOf(name), say);
    closers.push(log.close);
    return log;
  };

  const supervise = async (spec: ProcessSpec) => {
    const log = openLog(spec.name);
    const process: SupervisedProcess = await superviseProcess(
      { ...spec, onLine: log.write },
      (event) => {
        if (event.kind === 'back') say(`${event.name} is back.`);
        else say(`${event.name} ${event.reason}; starting it again in ${event.againInMs / 1000} s.`);
        if (event.kind === 'died' && event.meaning) say(event.meaning);
      },
      { signal: givenUp.signal },
    );
    supervised.push(process);
    closers.push(process.stop);
    return process;
  };

  const serve = async (name: (typeof SERVING)[number], childEnv: NodeJS.ProcessEnv) => {
    say(`Starting ${name} ...`);
    try {
      return await supervise({
        name,
        command: process.execPath,
        args: ['--enable-source-maps', join(distDir, `${name}.mjs`)],
        env: childEnv,
        isReady: isReadyLine,
        readyTimeoutMs: READY_TIMEOUT_MS,
        stopTimeoutMs: STOP_TIMEOUT_MS,
        health: 'channel',
      });
    } catch (error) {
      if (!(error instanceof NotStarted)) throw error;
      const sentence = `${name} did not start: ${lastWords(error.lastLines)} (see ${logOf(name)})`;
      throw new ClearFailure(sentence, { cause: error });
    }
  };

  const open = async () => {
    const { dataDir, host, port, smtpPort } = options;
    giveUpReserve(dataDir);
    prepareDataFolder(dataDir);
    closers.push(lockDataFolder(dataDir));
    const smtpHost = env.SMTP_HOST ?? host;
    await checkPort(host, port, { host: '--host', port: '--port' });
    await checkPort(smtpHost, smtpPort, { host: env.SMTP_HOST ? 'SMTP_HOST' : '--host', port: '--smtp-port' });
    const runtimeDir = prepareRuntimeFolder(dataDir);
    closers.push(() => rmSync(runtimeDir, { recursive: true, force: true }));

    if (!env.MONGODB_URL) {
      closers.push(keepReserve(dataDir, say));
      say('Opening the embedded database ...');
    }
    const mongoUrl = env.MONGODB_URL || (await startOfficeEngine(dataDir, runtimeDir, supervise));
    if (!env.REDIS_URL) say('Starting Redis ...');
    const redisUrl = env.REDIS_URL || (await startOfficeRedis(dataDir, runtimeDir, supervise, say));

    const childEnv = processEnv(options, { mongoUrl, redisUrl }, distDir, env);
    const oneShot = { distDir, env: childEnv, log: openLog('prepare').write, say, signal: givenUp.signal };
    // One that was cut off is taken up without being asked for: half an office has neither accounts nor a founding.
    if (isHalfSeeded(dataDir) || (options.demo && !isSeeded(dataDir))) await fillDemo(oneShot);
    const token = await findFoundingToken(oneShot);
    const serving: SupervisedProcess[] = [];
    for (const name of SERVING) serving.push(await serve(name, childEnv));
    const blobDir = childEnv.BLOB_DIR ?? '';
    closers.push(await openPauseDoor(runtimeDir, { ...pausing(serving), paused: { mongoUrl, blobDir }, say }));

    announce(options, smtpHost, token, say);
  };

  /** The stores go on: whoever asked for the pause reads them. */
  const pausing = (serving: readonly SupervisedProcess[]) => ({
    pause: async () => {
      for (const process of [...serving].reverse()) await process.pause();
    },
    resume: () => {
      for (const process of serving) process.resume();
    },
  });

  /** A store that died is why the others failed, who could only say that they lost its line. */
  const explained = async (error: unknown): Promise<never> => {
    const meanings = await Promise.all(supervised.map((process) => process.lastMeaning()));
    const meaning = meanings.find((sentence) => sentence !== null);
    throw meaning && !givenUp.signal.aborted ? new ClearFailure(meaning, { cause: error }) : error;
  };

  const opened = open().catch(explained);
  return {
    opened,
    stop: async () => {
      givenUp.abort();
      await opened.catch(() => {}); // whoever awaits `opened` is told
      for (const closer of closers.splice(0).reverse()) await closer();
    },
  };
}
