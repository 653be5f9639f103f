import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ChildTask } from './child/task.ts';

/** The command that starts the child, by its whole path; the task is added as its last argument. */
export type ChildCommand = readonly [string, ...string[]];

/** What carries out a task in a folder; `runLimitedChild` wherever the content comes from outside. */
export type RunChild = (task: ChildTask, command: ChildCommand, limits: ChildLimits) => Promise<ChildFailure | null>;

/** Bounds of one child. */
export interface ChildLimits {
  /** Wall clock, milliseconds. */
  timeoutMs: number;
  /** Resident memory, bytes: V8's own limit does not see buffers. */
  memoryBytes: number;
}

/**
 * Why a child did not end well; `fault` is our own, not the message's: a full disk, a module missing, a machine out of
 * memory whose kernel chose this process.
 */
export type ChildFailure = 'time' | 'memory' | 'crashed' | 'fault';

/** Exit code of a child that fell over the message (EX_DATAERR of sysexits.h). Any other but 0 is a fault of ours. */
export const FELL_OVER_MESSAGE = 65;

/** What a process brings upon itself; every other signal was sent by somebody. */
const OWN_SIGNALS: ReadonlySet<string> = new Set(['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP', 'SIGSYS']);

const HEAP_MB = 256;
const WATCH_EVERY_MS = 100;
/** util-linux's; it turns into the command, so the pid stays its own. */
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** What ends each child that runs. */
const running = new Set<() => void>();

/** Ends every child of this process, which is about to stop; whoever waits for one is told by an exception. */
export function endLimitedChildren(): void {
  for (const end of running) end();
}

/**
 * Runs a task on hostile content in a process of its own and waits for its end; the result is the file it leaves.
 * It may do anything: it is killed past its limits, its output is not read, and it gets none of our environment, where
 * the passwords are. Throws only where it cannot be started at all, which is our own fault, or this process stops.
 *
 * @returns null where the child ended well, else why not
 */
export async function runLimitedChild(
  task: ChildTask,
  command: ChildCommand,
  limits: ChildLimits,
): Promise<ChildFailure | null> {
  await access(command[0], constants.X_OK); // setpriv would end with a code, as the child may
  // It ends when this process dies, even by SIGKILL: nobody else watches its time and memory.
  const [program, ...args] = SETPRIV ? ([SETPRIV, '--pdeathsig', 'KILL', '--', ...command] as const) : command;
  const child = spawn(program, [...args, JSON.stringify(task)], {
    cwd: task.folder,
    env: { PATH: process.env.PATH, TZ: 'UTC' },
    stdio: 'ignore',
  });
  let killedFor: ChildFailure | null = null;
  const kill = (reason: ChildFailure) => {
    killedFor ??= reason;
    child.kill('SIGKILL');
  };
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    child.kill('SIGKILL');
  };
  running.add(stop);
  const deadline = setTimeout(kill, limits.timeoutMs, 'time');
  const watch = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => {
      if (bytes > limits.memoryBytes) kill('memory');
    });
  }, WATCH_EVERY_MS);
  try {
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (...ended) => resolve(ended));
    });
    if (isStopped) throw new Error(`${task.task} in ${task.folder} was cut off: this process stops`);
    if (killedFor !== null) return killedFor;
    // V8 ends a process that is out of heap by SIGABRT (134 where a shell stands between).
    if (signal === 'SIGABRT' || code === 134) return 'memory';
    if (code === FELL_OVER_MESSAGE || (signal !== null && OWN_SIGNALS.has(signal))) return 'crashed';
    return code === 0 ? null : 'fault';
  } finally {
    running.delete(stop);
    clearTimeout(deadline);
    clearInterval(watch);
  }
}

/** Resident set of a process by Linux's /proc; 0 where there is none to ask: then V8's limit and the clock remain. */
async function residentBytes(pid: number | undefined): Promise<number> {
  try {
    const statm = await readFile(`/proc/${pid}/statm`, 'utf8');
    return Number(statm.split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}

/**
 * The child as it stands next to this code: `read-mail.mjs` beside a built worker, else its TypeScript source.
 */
export function defaultChildCommand(): ChildCommand {
  const heap = `--max-old-space-size=${HEAP_MB}`;
  const built = fileURLToPath(new URL('./read-mail.mjs', import.meta.url));
  if (existsSync(built)) return [process.execPath, heap, built];
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const source = fileURLToPath(new URL('./child/main.ts', import.meta.url));
  return [process.execPath, heap, '--import', tsx, source];
}
