import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** How a process ended: an exit code, or the signal that killed it; neither when it could not be run at all. */
export interface ProcessEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
}

const PIPE_KEPT_MS = 500;
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/**
 * Starts a child that ends when this process dies, even by SIGKILL: nothing may go on serving, or holding the data
 * folder, behind the back of the next start. util-linux's setpriv turns into the command, so the pid stays its own.
 * The child leads a session of its own: Ctrl-C in a terminal reaches us alone, and we stop the children in order.
 *
 * @param withChannel also opens a channel for messages, which only a Node program can use
 */
export function spawnBound(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  withChannel = false,
): ChildProcess {
  const stdio: SpawnOptions['stdio'] = ['ignore', 'pipe', 'pipe', ...(withChannel ? ['ipc' as const] : [])];
  const options: SpawnOptions = { stdio, env, detached: true };
  return SETPRIV
    ? spawn(SETPRIV, ['--pdeathsig', 'TERM', '--', command, ...args], options)
    : spawn(command, [...args], options);
}

/** Waits until a child has ended; never rejects. `onFailure` is told why it could not be run, if it could not. */
export function waitForEnd(child: ChildProcess, onFailure: (reason: string) => void): Promise<ProcessEnd> {
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
      onFailure(error.message);
      if (child.pid === undefined) resolve({ code: null, signal: null });
    });
  });
}
