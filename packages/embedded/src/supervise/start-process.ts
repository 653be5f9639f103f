import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type ProcessEnd, spawnBound, waitForEnd } from './spawn-bound.ts';

/** One child process: how it is started, how it says that it serves, how long it may take to stop. */
export interface ProcessSpec {
  /** What the operator calls it; also the name of its log. */
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Whether this line of its standard output means that it serves now. */
  isReady: (line: string) => boolean;
  readyTimeoutMs: number;
  /** Between SIGTERM and SIGKILL. */
  stopTimeoutMs: number;
  /**
   * How it is asked whether it still works: `channel`, a message that it answers (Node programs), or a question that
   * settles when it has answered. Without it nobody asks.
   */
  health?: 'channel' | (() => Promise<void>);
  /**
   * Looks why it died by itself, mends what can be mended before it is started again, and answers a sentence for the
   * operator, null when there is none. The end is null when it did not come up again; `signal` gives the search up.
   */
  onDeath?: (end: ProcessEnd | null, signal: AbortSignal) => Promise<string | null>;
  /** Receives every line of its standard output and standard error. */
  onLine?: (line: string) => void;
}

/** A process that has said it serves. */
export interface RunningProcess {
  pid: number;
  /** Settles when it has ended, whatever the reason; never rejects. */
  ended: Promise<ProcessEnd>;
  /** Settles when it has answered; a process that hangs leaves it open. Null where nobody asks. */
  askHealth: (() => Promise<void>) | null;
  /** Asks it to stop, kills it after `stopTimeoutMs`; settles when it has ended. Twice is as once. */
  stop: () => Promise<ProcessEnd>;
  /** Kills it where it stands, as a crash would; settles when it has ended. */
  kill9: () => Promise<ProcessEnd>;
}

/** A process that ended, or fell silent, before it was ready. `lastLines` are its last words. */
export class NotStarted extends Error {
  override name = 'NotStarted';
  readonly lastLines: readonly string[];
  constructor(processName: string, reason: string, lastLines: readonly string[]) {
    super(`${processName} did not start: ${reason}`);
    this.lastLines = lastLines;
  }
}

const KEPT_LINES = 40;
/**
 * Starts a process and waits until it says that it serves.
 *
 * @param signal gives the start up: the process is stopped
 * @throws NotStarted when it ends first, cannot be run, says nothing within `readyTimeoutMs`, or the start was given up
 */
export async function startProcess(spec: ProcessSpec, signal?: AbortSignal): Promise<RunningProcess> {
  const child = spawnBound(spec.command, spec.args, spec.env ?? process.env, spec.health === 'channel');
  const lastLines: string[] = [];
  const keep = (line: string) => {
    if (lastLines.push(line) > KEPT_LINES) lastLines.shift();
    spec.onLine?.(line);
  };
  const ended = waitForEnd(child, keep);
  if (child.stderr) createInterface({ input: child.stderr }).on('line', keep);
  const ready = new Promise<void>((resolve) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      keep(line);
      if (spec.isReady(line)) resolve();
    });
  });

  const stop = async () => {
    child.kill('SIGTERM');
    const deadline = setTimeout(() => child.kill('SIGKILL'), spec.stopTimeoutMs);
    const end = await ended;
    clearTimeout(deadline);
    return end;
  };

  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`silent for ${spec.readyTimeoutMs} ms`), spec.readyTimeoutMs);
  });
  const givenUp = new Promise<string>((resolve) => {
    if (signal?.aborted) resolve('given up');
    signal?.addEventListener('abort', () => resolve('given up'), { once: true });
  });
  const failure = await Promise.race([
    ready,
    silence,
    givenUp,
    ended.then((end) => `ended with ${end.signal ?? `code ${end.code}`}`),
  ]);
  clearTimeout(timer);
  if (failure !== undefined) {
    await stop();
    throw new NotStarted(spec.name, failure, lastLines);
  }

  const kill9 = () => {
    child.kill('SIGKILL');
    return ended;
  };
  const askHealth = spec.health === 'channel' ? () => askOverChannel(child) : (spec.health ?? null);
  return { pid: child.pid as number, ended, askHealth, stop, kill9 };
}

/** Any message is the answer; the only question is whether one comes. */
function askOverChannel(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.send({ ask: 'health' }, (error) => {
      if (error) reject(error);
    });
  });
}
