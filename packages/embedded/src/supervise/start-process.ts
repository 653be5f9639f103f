import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

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
  /** Receives every line of its standard output and standard error. */
  onLine?: (line: string) => void;
}

/** How a process ended: an exit code, or the signal that killed it. */
export interface ProcessEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A process that has said it serves. */
export interface RunningProcess {
  pid: number;
  /** Settles when it has ended, whatever the reason; never rejects. */
  ended: Promise<ProcessEnd>;
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
const PIPE_KEPT_MS = 500;
// Ends the child when this process dies, even by SIGKILL: nothing may go on serving, or holding the data folder,
// behind the back of the next start. util-linux's setpriv becomes the command itself, so the pid stays its own.
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

function spawnBound(spec: ProcessSpec): ChildProcess {
  const [command, args] = SETPRIV
    ? [SETPRIV, ['--pdeathsig', 'TERM', '--', spec.command, ...spec.args]]
    : [spec.command, [...spec.args]];
  return spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: spec.env ?? process.env });
}

function waitForEnd(child: ChildProcess, keep: (line: string) => void): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      const end = () => resolve({ code, signal });
      // 'close' comes when its last lines were read; a grandchild that kept the pipe must not hold us up for ever.
      const pipeKept = setTimeout(end, PIPE_KEPT_MS);
      child.once('close', () => {
        clearTimeout(pipeKept);
        end();
      });
    });
    child.once('error', (error) => {
      keep(error.message);
      if (child.pid === undefined) resolve({ code: null, signal: null });
    });
  });
}

/**
 * Starts a process and waits until it says that it serves.
 *
 * @throws NotStarted when it ends first, cannot be run, or says nothing within `readyTimeoutMs` (it is killed then)
 */
export async function startProcess(spec: ProcessSpec): Promise<RunningProcess> {
  const child = spawnBound(spec);
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

  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`silent for ${spec.readyTimeoutMs} ms`), spec.readyTimeoutMs);
  });
  const failure = await Promise.race([
    ready,
    silence,
    ended.then((end) => `ended with ${end.signal ?? `code ${end.code}`}`),
  ]);
  clearTimeout(timer);
  if (failure !== undefined) {
    child.kill('SIGKILL');
    await ended;
    throw new NotStarted(spec.name, failure, lastLines);
  }

  const stop = async () => {
    child.kill('SIGTERM');
    const deadline = setTimeout(() => child.kill('SIGKILL'), spec.stopTimeoutMs);
    const end = await ended;
    clearTimeout(deadline);
    return end;
  };
  const kill9 = () => {
    child.kill('SIGKILL');
    return ended;
  };
  return { pid: child.pid as number, ended, stop, kill9 };
}
